package snippet

import (
	"html/template"
	"slices"
	"strings"
	"unicode/utf8"

	"socsearch/index/analysis"
	"socsearch/index/plan"
	"socsearch/index/words"
)

// Snippet is a part of a passage that shows why it was found: HTML in which
// everything is escaped and the words searched for stand in <mark>.
type Snippet struct {
	HTML string
	// Footnote is the number of the footnote that the snippet is from; "" for
	// the text.
	Footnote string
}

// The lengths of a snippet in characters: about three lines of a page.
const (
	snippetLength = 280
	snippetLead   = 60 // before the first word that is marked, at most
)

// Highlighter tells which words of a text a query is about.
type Highlighter struct {
	Prose    []string           // terms of Prose
	exact    []string           // word forms
	prefixes []string           // beginnings of word forms
	phrases  []plan.Alternative // marked only where they stand together
}

// New collects what a plan looks for, but for what it leaves out.
func New(p plan.Node) *Highlighter {
	m := new(Highlighter)
	m.collect(p)
	return m
}

func (m *Highlighter) collect(p plan.Node) {
	switch p := p.(type) {
	case plan.Leaf:
		for _, a := range p.Alternatives {
			m.addAlternative(a)
		}
	case plan.Group:
		for _, n := range p.Nodes {
			m.collect(n)
		}
	case plan.Restriction:
		m.collect(p.Node)
	}
}

func (m *Highlighter) addAlternative(a plan.Alternative) {
	switch {
	case a.Node != nil:
		m.collect(a.Node)
	case a.Prefix:
		m.prefixes = append(m.prefixes, a.Terms[0])
	case len(a.Terms) > 1:
		m.phrases = append(m.phrases, a)
	case a.Exact:
		m.exact = append(m.exact, a.Terms...)
	default:
		m.Prose = append(m.Prose, a.Terms...)
	}
}

// span is a run of bytes of a text.
type span struct{ start, end int }

// find returns the words to mark in a text, in order, neighbours as one.
func (m *Highlighter) find(t *tokens) []word {
	marked := make([]bool, len(t.words))
	for _, term := range m.Prose {
		for _, each := range words.AnyOf(term) {
			markWords(marked, places(t.prose, each))
		}
	}
	for _, form := range m.exact {
		markWords(marked, places(t.exact, form))
	}
	for _, p := range m.prefixes {
		markWords(marked, beginning(t.exact, p))
	}
	for _, a := range m.phrases {
		markPhrase(marked, a, t)
	}
	var found []word
	for i, is := range marked {
		if !is || m.isLoneFunctionWord(t, marked, i) {
			continue
		}
		w := t.words[i]
		if n := len(found); n > 0 && isGap(t.text[found[n-1].end:w.start]) {
			found[n-1].end, found[n-1].to = w.end, w.to
			continue
		}
		found = append(found, w)
	}
	return found
}

// isLoneFunctionWord reports whether a word was marked as one of words near each
// other and says nothing where it stands: the "and" before "serious crime".
func (m *Highlighter) isLoneFunctionWord(t *tokens, marked []bool, i int) bool {
	if i > 0 && marked[i-1] || i+1 < len(marked) && marked[i+1] {
		return false
	}
	w := t.text[t.words[i].start:t.words[i].end]
	return words.IsFunctionWord(w) && !slices.Contains(m.exact, strings.ToLower(w))
}

// isGap reports whether a text between two words doesn't part them.
func isGap(text string) bool {
	for _, r := range text {
		if r != ' ' && r != '-' && r != '’' && r != '\'' && r != '&' {
			return false
		}
	}
	return true
}

func markWords(marked []bool, found []termPlace) {
	for _, p := range found {
		for i := p.first; i < p.to; i++ {
			marked[i] = true
		}
	}
}

// markPhrase marks the words of a phrase wherever they stand together.
func markPhrase(marked []bool, a plan.Alternative, t *tokens) {
	list := t.prose
	if a.Exact {
		list = t.exact
	}
	found := make([][]uint32, len(a.Terms)) // places of each term, from 1
	for i, term := range a.Terms {
		for _, each := range words.AnyOf(term) {
			for _, p := range places(list, each) {
				found[i] = append(found[i], p.first+1)
			}
		}
		if found[i] == nil {
			return
		}
		slices.Sort(found[i])
	}
	before, after := 0, len(a.Terms)-1 // how far the others may stand from the first
	if a.Near {
		after += a.Slop
		before = after
	}
	for _, start := range found[0] {
		if !a.StandsAt(found, start) {
			continue
		}
		for _, ps := range found {
			for _, p := range ps {
				if int(p) >= int(start)-before && int(p) <= int(start)+after {
					marked[p-1] = true
				}
			}
		}
	}
}

// Snippet makes the snippet of a passage: from its text, or from the first
// footnote that holds a word if the text holds none.
func (m *Highlighter) Snippet(e *Entry) Snippet {
	e.analyse()
	found := m.find(e.text)
	if len(found) == 0 {
		for i, n := range e.notes {
			if in := m.find(n); len(in) > 0 {
				return Snippet{render(n.text, in, bestPart(n, in)), e.Passage.Footnotes[i].Number}
			}
		}
	}
	return Snippet{HTML: render(e.text.text, found, bestPart(e.text, found))}
}

// HTML returns a text, escaped, with the words of the query in <mark>.
func (m *Highlighter) HTML(text string) string {
	return render(text, m.find(newTokens(text)), span{0, len(text)})
}

// bestPart chooses the part of a text that holds most marks, from the beginning of
// a sentence if one is near.
func bestPart(t *tokens, found []word) span {
	text := t.text
	if t.characters <= snippetLength {
		return span{0, len(text)}
	}
	from, most := 0, 0
	for i, s := range found {
		n := 0
		for _, t := range found[i:] {
			if t.to > s.from+snippetLength-snippetLead {
				break
			}
			n += t.end - t.start // longer runs of words tell more
		}
		if n > most {
			from, most = s.start, n
		}
	}
	start := sentenceStart(text, from)
	if utf8.RuneCountInString(text[start:from]) > snippetLead {
		start = wordStart(text, backward(text, from, snippetLead))
	}
	return span{start, wordEnd(text, forward(text, start, snippetLength))}
}

// sentenceStart returns where the sentence or line begins that holds a place; if
// that is far, some place that is too far.
func sentenceStart(text string, at int) int {
	start := max(0, at-utf8.UTFMax*(snippetLead+1))
	near := text[start:at]
	for i := len(near) - 1; i >= 0; i-- {
		switch {
		case near[i] == '\n':
			return start + i + 1
		case near[i] == ' ' && i > 0 && (near[i-1] == '.' || near[i-1] == '?' || near[i-1] == '!'):
			return start + i + 1
		}
	}
	return start
}

func forward(text string, at, characters int) int {
	for ; characters > 0 && at < len(text); characters-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}

func backward(text string, at, characters int) int {
	for ; characters > 0 && at > 0; characters-- {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	return at
}

func wordStart(text string, at int) int {
	if i := strings.IndexAny(text[at:], " \n"); at > 0 && i >= 0 {
		return at + i + 1
	}
	return at
}

func wordEnd(text string, at int) int {
	if i := strings.LastIndexAny(text[:at], " \n"); at < len(text) && i > 0 {
		return i
	}
	return at
}

// renderRoom is about what marks add to a text, in bytes.
const renderRoom = 128

// render writes a part of a text as HTML with its marks.
func render(text string, found []word, part span) string {
	var b strings.Builder
	b.Grow(part.end - part.start + renderRoom)
	if part.start > 0 {
		b.WriteString("… ")
	}
	at := part.start
	for _, s := range found {
		if s.start < at || s.end > part.end {
			continue
		}
		b.WriteString(template.HTMLEscapeString(text[at:s.start]))
		b.WriteString("<mark>")
		b.WriteString(template.HTMLEscapeString(text[s.start:s.end]))
		b.WriteString("</mark>")
		at = s.end
	}
	b.WriteString(template.HTMLEscapeString(text[at:part.end]))
	if part.end < len(text) {
		b.WriteString(" …")
	}
	return b.String()
}

// Words lists the words of a passage that are marked, as printed but for case,
// each once.
func (m *Highlighter) Words(e *Entry) []string {
	e.analyse()
	var list []string
	for _, t := range append([]*tokens{e.text}, e.notes...) {
		for _, w := range m.find(t) {
			if form := inSmall(t.text[w.start:w.end]); !slices.Contains(list, form) {
				list = append(list, form)
			}
		}
	}
	return list
}

// inSmall writes words in small letters, but for acronyms.
func inSmall(text string) string {
	each := strings.Split(text, " ")
	for i, w := range each {
		if !analysis.IsAcronym(w) {
			each[i] = strings.ToLower(w)
		}
	}
	return strings.Join(each, " ")
}
