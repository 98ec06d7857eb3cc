package draft

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"socsearch/sources/blocks"
	"socsearch/sources/document"
	"socsearch/sources/resolve"
)

// reference is a place or a work that a draft refers to. Offsets are bytes in its
// text.
type reference struct {
	start, end int
	block      int
	note       string
	work       *document.Manifest // nil: not said
	ids        []string           // passages
	others     []string           // … that it may mean in other documents
	whole      bool               // a whole document
	footnotes  []string           // numbers of the document's footnotes, where it names those alone
	kind       string             // what is counted: "para", "p", "fn"; "" for others
	verdict    Verdict
	message    string
	paired     bool
}

const (
	number = `[A-Z]?\d{1,4}(?:\.\d{1,3}){0,2}(?:\([a-z]{1,4}\)){0,2}`
	unit   = `(?:paras?|paragraphs?|pars?|¶¶?|§§?|pp?|pgs?|pages?|fns?|footnotes?|figs?|figures?|endnotes?)`
	// between stands between two numbers of a list or range.
	between = `\s*(?:,\s*and|,|;|&|and|to|or|through|–|-|—|−)\s*(?:` + unit + `\.?\s*)?[\[¶]?`
)

var (
	// locator is a place by its number.
	locator = regexp.MustCompile(`(?i)(?:^|[^\pL\d])((` + unit + `)\.?[\s\x{a0}]*(?:nos?\.?\s*|numbers?\s*)?[\[]?` + number + `\]?(?:` + between + number + `\]?)*)`)
	// counted takes what isn't a place off the end of a list: “para 79, 3 million”.
	counted = regexp.MustCompile(`(?i)^\s*(?:%|per cent|percent|million|billion|thousand|years|people|officers|cases|of the \d)`)
	// bracketed is a number in square brackets after a title: “at [79]”.
	bracketed = regexp.MustCompile(`(?:\bat|\)|[*_])\s*(\[` + number + `\](?:\s*(?:,|and|to|–|-|—)\s*\[` + number + `\])*)`)
	// address is a passage's own: "strategy/79", or its whole address.
	address = regexp.MustCompile(`(?:https?://[^\s/]+/|\B/|\b)([a-z][a-z0-9-]*)/([a-z0-9][a-z0-9.-]*)(#fn-\d+)?`)
	// named places.
	annex     = regexp.MustCompile(`\b[Aa]nnexe?s?\s[A-Z]\b`)
	box       = regexp.MustCompile(`\b[Bb]ox(?:\s(?:on|titled|called|headed|entitled))?,?\s*[“"‘']([^“”"‘’']{2,80}(?:[’'][a-z][^“”"‘’']{0,80})?)[”"’'](?:,?\s*(?:paras?|paragraphs?)\.?\s*\d+)?`)
	boxOnPage = regexp.MustCompile(`(?i)\bbox\s*(?:,|on|at|\()\s*(?:p\.?|page)\s*\d+\)?(?:,?\s*(?:paras?|paragraphs?)\.?\s*\d+)?`)
	boxPlain  = regexp.MustCompile(`\b[Bb]ox\s(?:on\s(?:the\s)?)?([A-Z][\pL]*(?:\s(?:and|of|the|in|on|to|for|[A-Z][\pL]*))*)(?:,?\s*(?:paras?|paragraphs?)\.?\s*\d+)?`)
	foreword  = regexp.MustCompile(`(?i)\b(?:(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s(?:paragraph|para)\sof\s(?:the\s)?foreword|foreword(?:,?\s*(?:at\s)?(?:paras?|paragraphs?)\.?\s*\d+(?:\s*(?:–|-|to|and)\s*\d+)?)?)\b`)
	// pinpoint follows a citation that ends in its series or year: “(Cm 9718, 2018) 31”, “(2018: 31)”.
	pinpoint = regexp.MustCompile(`^(?:\)|:)\s*(\d{1,3}(?:\s*[–-]\s*\d{1,3})?)(?:[.,;)\s]|$)`)
	ordinals = strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth")
)

// referrer finds the references of a draft.
type referrer struct {
	doc     *blocks.Document
	works   *works
	resolve func(string) (*resolve.Reference, error)
	done    func() bool        // reports whether nobody waits for the answer any more
	only    *document.Manifest // what a reference that names no work is to; nil: to the first that has it
	refs    []*reference
	byNote  map[string][]*reference
}

func (f *referrer) find() []*reference {
	f.byNote = map[string][]*reference{}
	for i, b := range f.doc.Blocks {
		if f.done() {
			break
		}
		n := len(f.refs)
		f.inBlock(i, b)
		found := f.refs[n:]
		slices.SortFunc(found, func(a, b *reference) int { return a.start - b.start })
		f.chain(i, b, n)
		if b.Kind == blocks.Note {
			f.otherNote(i, b, n)
			f.byNote[b.Note] = append(f.byNote[b.Note], f.refs[n:]...)
		}
	}
	return f.refs
}

// inBlock takes the references of a block that name their place.
func (f *referrer) inBlock(i int, b blocks.Block) {
	text := f.doc.Text[b.Start:b.End]
	add := func(start, end int, kind, place string) {
		f.add(i, b, start, end, kind, place)
	}
	for _, m := range address.FindAllStringSubmatchIndex(text, -1) {
		if slices.ContainsFunc(f.works.manifests, func(d *document.Manifest) bool { return d.Slug == text[m[2]:m[3]] }) {
			id := strings.TrimRight(text[m[2]:m[1]], ".")
			f.address(i, b, m[0], m[2]+len(id), id)
		}
	}
	for _, m := range box.FindAllStringIndex(text, -1) {
		add(m[0], m[1], "", text[m[0]:m[1]])
	}
	for _, m := range boxOnPage.FindAllStringIndex(text, -1) {
		add(m[0], m[1], "", strings.NewReplacer("(", "", ")", "").Replace(text[m[0]:m[1]]))
	}
	for _, m := range boxPlain.FindAllStringIndex(text, -1) {
		f.longest(i, b, m[0], m[1])
	}
	for _, m := range foreword.FindAllStringSubmatchIndex(text, -1) {
		place := text[m[0]:m[1]]
		if m[2] >= 0 {
			place = "Foreword, para " + string(rune('1'+slices.Index(ordinals, strings.ToLower(text[m[2]:m[3]]))))
			if strings.EqualFold(text[m[2]:m[3]], "tenth") {
				place = "Foreword, para 10"
			}
		}
		add(m[0], m[1], "", place)
	}
	for _, m := range annex.FindAllStringIndex(text, -1) {
		f.longest(i, b, m[0], min(m[1]+120, clauseEnd(text, m[1])))
	}
	f.entries(i, b, text)
	for at := 0; at < len(text); {
		m := locator.FindStringSubmatchIndex(text[at:])
		if m == nil {
			break
		}
		start, end := at+m[2], at+m[3]
		kind := unitKind(text[at+m[4] : at+m[5]])
		end = start + len(withoutAmounts(text[start:end], text[end:]))
		if !(kind == "p" && !pageLike(text[start:end])) {
			add(start, end, kind, text[start:end])
		}
		at = end
	}
	for _, m := range bracketed.FindAllStringSubmatchIndex(text, -1) {
		add(m[2], m[3], "para", "paras "+strings.NewReplacer("[", "", "]", "").Replace(text[m[2]:m[3]]))
	}
	f.wholeWorks(i, b, text)
	for _, m := range law.FindAllStringIndex(text, -1) {
		r := &reference{start: b.Start + m[0], end: b.Start + m[1], block: i, note: b.Note, verdict: Other}
		if !f.done() && !f.covered(r) {
			f.refs = append(f.refs, r)
		}
	}
}

// entries takes places that begin with a document's name or its section's, and go on
// with an entry's: “the roles page, Home Office, para 2”.
func (f *referrer) entries(i int, b blocks.Block, text string) {
	try := func(start, end int) {
		rest := strings.TrimLeft(text[end:], " ,(")
		if rest == "" || len(rest) == len(text[end:]) || !entryLead.MatchString(rest) {
			return
		}
		f.longest(i, b, start, min(end+120, clauseEnd(text, end)))
	}
	for _, n := range f.works.namesIn(text) {
		try(n.start, n.end)
	}
	for _, m := range f.works.manifests {
		if m.Section == "" {
			continue
		}
		for at := 0; ; {
			k := strings.Index(strings.ToLower(text[at:]), strings.ToLower(m.Section))
			if k < 0 || at+k+len(m.Section) > len(text) {
				break
			}
			try(at+k, at+k+len(m.Section))
			at += k + len(m.Section)
		}
	}
}

// entryLead begins the name of an entry.
var entryLead = regexp.MustCompile(`^(?:the\s)?\p{Lu}`)

// clauseEnd is where the clause in which a place is named ends.
func clauseEnd(text string, from int) int {
	if at := strings.IndexAny(text[from:], ".;)“”\"\n"); at >= 0 {
		return from + at
	}
	return len(text)
}

// maxTries is how many runs of words are tried for a place: more than a name has.
const maxTries = 24

// longest takes the longest run of words from a place on that is a reference.
func (f *referrer) longest(i int, b blocks.Block, start, end int) {
	text := f.doc.Text[b.Start:b.End]
	for tries := 0; end > start && tries < maxTries && !f.done(); tries++ {
		place := strings.TrimRight(text[start:end], " ,")
		if found, err := f.resolve(place); err == nil && found.Kind != resolve.KindDocument {
			f.add(i, b, start, start+len(place), "", place)
			return
		}
		cut := strings.LastIndexAny(place, " ,")
		if cut <= 0 {
			return
		}
		end = start + cut
	}
}

func unitKind(s string) string {
	switch s = strings.ToLower(s); {
	case strings.HasPrefix(s, "pa") && !strings.HasPrefix(s, "pag"), strings.HasPrefix(s, "¶"), strings.HasPrefix(s, "§"):
		return "para"
	case strings.HasPrefix(s, "p"):
		return "p"
	case strings.HasPrefix(s, "fi"):
		return "figure"
	}
	return "fn"
}

// pageLike reports whether "p 31" is written as a page is, not the end of a word.
func pageLike(s string) bool { return !strings.HasPrefix(s, "P ") }

// withoutAmounts leaves an amount off the end of a list of numbers.
func withoutAmounts(list, rest string) string {
	if at := lastBetween.FindStringIndex(list); at != nil && counted.MatchString(rest) {
		return list[:at[0]]
	}
	return list
}

var lastBetween = regexp.MustCompile(between + number + `$`)

// add resolves a place and takes it as a reference, unless one that was found
// before covers it.
func (f *referrer) add(i int, b blocks.Block, start, end int, kind, place string) {
	r := &reference{start: b.Start + start, end: b.Start + end, block: i, note: b.Note, kind: kind}
	if f.done() || f.covered(r) {
		return
	}
	f.findWork(r, b)
	if r.verdict != Other {
		f.place(r, place)
	}
	f.refs = append(f.refs, r)
}

func (f *referrer) covered(r *reference) bool {
	for k := len(f.refs) - 1; k >= 0 && f.refs[k].block == r.block; k-- {
		if o := f.refs[k]; o.start < r.end && r.start < o.end {
			return true
		}
	}
	return false
}

// place resolves a reference's place in its work.
func (f *referrer) place(r *reference, place string) {
	place = strings.Join(strings.Fields(strings.NewReplacer("¶¶", "paras ", "§§", "paras ", "[", "", "]", "", "*", "", "endnote", "footnote").Replace(place)), " ")
	m := r.work
	if m == nil {
		m = f.only
	}
	found, err := f.resolve(prefix(m) + place)
	if err != nil && m != nil && errors.Is(err, resolve.ErrNotReference) {
		found, err = f.resolve(place)
	}
	var missing *resolve.MissingError
	switch {
	case errors.As(err, &missing):
		r.verdict, r.message = Unknown, "There is no such place: "+missing.Error()+"."
	case err != nil:
		r.verdict, r.message = Unknown, "These documents have no such place."
	default:
		r.take(found)
	}
}

// quotedBefore is the end of a quotation before a reference in brackets.
var quotedBefore = regexp.MustCompile(`['’»“”"]\s*\(`)

func lastMatch(re *regexp.Regexp, s string) []int {
	all := re.FindAllStringIndex(s, -1)
	if all == nil {
		return nil
	}
	return all[len(all)-1]
}

// prefix names a document so that package resolve is sure of it.
func prefix(m *document.Manifest) string {
	switch {
	case m == nil:
		return ""
	case m.Series != "":
		return m.Series + ", "
	}
	return m.Title + ", "
}

func (r *reference) take(found *resolve.Reference) {
	r.ids, r.verdict = found.Passages, Right
	r.whole = found.Kind == resolve.KindDocument
	if r.work == nil {
		r.others = found.Others
	}
	if found.Kind == resolve.KindFootnote {
		_, after, _ := strings.Cut(found.URL, "#fn-")
		if r.footnotes = []string{after}; after == "" {
			r.footnotes = nil
		}
	}
}

// address takes a passage's id.
func (f *referrer) address(i int, b blocks.Block, start, end int, id string) {
	r := &reference{start: b.Start + start, end: b.Start + end, block: i, note: b.Note}
	if f.covered(r) {
		return
	}
	found, err := f.resolve(id)
	if err == nil {
		r.take(found)
	} else {
		r.verdict, r.message = Unknown, "These documents have no passage “"+id+"”."
	}
	f.refs = append(f.refs, r)
}
