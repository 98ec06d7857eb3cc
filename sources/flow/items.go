package flow

import (
	"fmt"
	"regexp"
	"strings"

	"socsearch/sources/blocks"
	"socsearch/sources/document"
	"socsearch/sources/numbering"
)

// item is a block of the text with what is known of it.
type item struct {
	*blocks.Block
	at    int // its place among the items
	index int // and that of its block in the document
	text  string

	number    numbering.Opening
	candidate bool // it may be a numbered paragraph
	inText    bool // the number is part of the text
	run       *run
}

func (i *item) isHeading() bool { return i.Kind == blocks.Heading && i.Box == 0 }

// isGiven reports whether the file itself calls it a numbered paragraph, as Akoma Ntoso
// does.
func (i *item) isGiven() bool { return strings.HasPrefix(i.Count, "akn ") }

// isText reports whether it is a paragraph, and no row or heading.
func (i *item) isText() bool { return i.Kind != blocks.TableRow && i.Kind != blocks.Heading }

// printed is the text with what stands before it.
func (i *item) printed() string {
	if i.Label == "" {
		return i.text
	}
	return i.Label + " " + i.text
}

// doc is a document whose structure is worked out.
type doc struct {
	manifest *document.Manifest
	source   *blocks.Document
	items    []*item
	titles   []*item // left out: the title of the whole
	excluded map[*item]string
	runs     []*run
	doubts   []string
}

func newDoc(m *document.Manifest, source *blocks.Document) *doc {
	d := &doc{manifest: m, source: source, excluded: map[*item]string{}}
	large := d.largeBoxes()
	for n := range source.Blocks {
		b := source.Blocks[n]
		if b.Kind == blocks.Note {
			continue
		}
		if large[b.Box] {
			b.Box = 0
		}
		setProvision(&b)
		d.items = append(d.items, &item{Block: &b, index: n, text: source.Text[b.Start:b.End]})
	}
	d.applyHeadingRules()
	d.demoteSentences()
	d.takeOut()
	outermost := d.outermostDepths()
	for at, i := range d.items {
		i.at = at
		d.findCandidate(i, outermost[listOf(i)])
	}
	return d
}

// largestBox is the part of a text that stands in one box, at most: what holds more
// lays the page out.
const largestBox = 0.4

func (d *doc) largeBoxes() map[int]bool {
	words, all := map[int]int{}, 0
	for _, b := range d.source.Blocks {
		if b.Kind != blocks.Note {
			n := b.End - b.Start
			words[b.Box] += n
			all += n
		}
	}
	large := map[int]bool{}
	for box, n := range words {
		large[box] = box > 0 && float64(n) > largestBox*float64(all)
	}
	return large
}

// applyHeadingRules gives headings the levels that the manifest gives them.
func (d *doc) applyHeadingRules() {
	if d.manifest.Layout == nil {
		return
	}
	for _, rule := range d.manifest.Layout.Headings {
		for _, i := range d.items {
			if i.printed() != rule.Text {
				continue
			}
			if i.Kind, i.Level = blocks.Heading, rule.Level; rule.Level == 0 {
				i.Kind = blocks.Paragraph
			}
		}
	}
}

// How long a heading is at most, in words, and one that ends as a sentence does.
const (
	longestHeading  = 40
	longestSentence = 14
)

// demoteSentences makes text of headings that read as paragraphs: some writers use
// the styles of headings for their numbers, or give paragraphs an outline level.
func (d *doc) demoteSentences() {
	set := d.setAsParagraphs()
	for at, i := range d.items {
		if i.Kind != blocks.Heading || i.Of != "" {
			continue
		}
		if captionHeading.MatchString(i.text) {
			i.Kind, i.Level, i.Caption = blocks.Paragraph, 0, true
			continue
		}
		quotes := strings.HasSuffix(i.text, ":") && at+1 < len(d.items) && strings.ContainsAny(firstRune(d.items[at+1].text), "“‘\"")
		if quotes || !i.Title && (i.readsAsText() || set[setting(i)] && !(i.Label == "" && isName(i) && !endsSentence(i.text) && !strings.ContainsAny(firstRune(i.text), "“‘\""))) {
			i.Kind, i.Level = blocks.Paragraph, 0
		}
	}
}

// captionHeading is how headings begin that are captions: what follows a chart isn't
// what stands under it.
var captionHeading = regexp.MustCompile(`^(?i:figure|chart|table|map) \d{1,2}(?:[.-]\d{1,2})?[A-Za-z]?\s*[:.–—-]\s*\S`)

// readsAsText reports whether a heading is too long for one, or a long sentence.
func (i *item) readsAsText() bool {
	words := len(strings.Fields(i.text))
	return words > longestHeading || words > longestSentence && endsSentence(i.text)
}

// setting is the same of headings that are set alike.
func setting(i *item) string {
	if i.Style != "" {
		return fmt.Sprint(i.Style, " ", i.Level)
	}
	return fmt.Sprint(i.Level, " ", i.Label != "", " ", i.Count)
}

// setAsParagraphs finds how headings are set most of which read as paragraphs.
func (d *doc) setAsParagraphs() map[string]bool {
	const several, sentence = 3, 6
	all, text := map[string]int{}, map[string]int{}
	for _, i := range d.items {
		if i.Kind != blocks.Heading || i.Of != "" || i.Style == "" && i.Count == "" {
			continue
		}
		all[setting(i)]++
		if i.readsAsText() || endsSentence(i.text) && len(strings.Fields(i.text)) >= sentence {
			text[setting(i)]++
		}
	}
	set := map[string]bool{}
	for s, n := range all {
		set[s] = n >= several && 2*text[s] >= n
	}
	return set
}

func firstRune(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

var contentsHeading = regexp.MustCompile(`(?i)^(?:table of )?contents:?$`)

// takeOut takes out of the text the title of the whole, the heading over its
// contents, and what the manifest leaves out.
func (d *doc) takeOut() {
	title := d.findTitle()
	kept := d.items[:0:0]
	for _, i := range d.items {
		reason := ""
		switch {
		case i == title:
			reason = Title
		case contentsHeading.MatchString(i.text) && (i.Kind == blocks.Heading || i.Strong):
			reason = Contents
		}
		for _, e := range d.manifest.LeaveOut {
			if strings.Join(strings.Fields(e.Text), " ") == strings.Join(strings.Fields(i.printed()), " ") {
				reason = e.Reason
			}
		}
		if reason != "" {
			d.excluded[i] = reason
			continue
		}
		kept = append(kept, i)
	}
	for _, i := range d.items {
		if d.excluded[i] != "" {
			d.titles = append(d.titles, i)
		}
	}
	d.items = kept
}

// findTitle returns the heading that is the title of the whole; nil for none. It is
// marked so, is the manifest's title, or is the only one of the outermost level above
// others, with no text before it.
func (d *doc) findTitle() *item {
	var first *item
	outermost, lower := 0, 0
	for _, i := range d.items {
		switch {
		case i.Title, i.Kind == blocks.Heading && sameWords(i.text, d.manifest.Title):
			return i
		case !i.isHeading():
			continue
		case first == nil:
			first, outermost = i, 1
		case i.Level < first.Level:
			return nil
		case i.Level == first.Level:
			outermost++
		default:
			lower++
		}
	}
	const several = 2
	if first == nil || outermost > 1 || lower < several || first != d.items[0] && !d.onlyShortBefore(first) || !sameWords(first.text, d.source.Properties.Title) {
		return nil
	}
	return first
}

func (d *doc) onlyShortBefore(i *item) bool {
	for _, o := range d.items {
		if o == i {
			return true
		}
		if len(strings.Fields(o.text)) > shortWords {
			return false
		}
	}
	return true
}

// sameWords reports whether two titles have the same words.
func sameWords(a, b string) bool { return a != "" && document.Slug(a) == document.Slug(b) }

// listOf names the list that counts an item, at whatever level.
func listOf(i *item) string {
	list, _, _ := strings.Cut(i.Count, "/")
	return list
}

// outermostDepths finds the outermost level of each list that has numbers: some
// templates number paragraphs on an inner level, and the outer ones stand empty.
func (d *doc) outermostDepths() map[string]int {
	depths := map[string]int{}
	for _, i := range d.items {
		if _, ok := numbering.OfLabel(i.Label); !ok || i.Count == "" || strings.HasPrefix(i.Count, "ol") {
			continue
		}
		if known, ok := depths[listOf(i)]; !ok || i.Depth < known {
			depths[listOf(i)] = i.Depth
		}
	}
	return depths
}

// findCandidate reads the number of what may be a numbered paragraph. outermost is the
// outermost depth of the list that counts it.
func (d *doc) findCandidate(i *item, outermost int) {
	if !i.isText() || i.Box > 0 || i.Caption || i.Of != "" {
		return
	}
	if i.Label != "" && i.Label != "•" {
		// A list's item within another is no paragraph, unless its number says the chapter.
		n, ok := numbering.OfLabel(i.Label)
		if ok && (i.Depth <= max(outermost, 1) || n.Style == numbering.Chapter) {
			i.number, i.candidate = n, true
		}
		return
	}
	if i.Label != "" || i.Depth > 1 {
		return
	}
	i.number, i.candidate = numbering.Open(i.text)
	i.inText = i.candidate
}

var sentenceEnd = regexp.MustCompile(`[.?!…][’”"')\]]*\d*$`)

func endsSentence(s string) bool { return sentenceEnd.MatchString(s) }
