package index

import (
	"context"
	"html/template"
	"strings"
	"unicode/utf8"

	"socsearch/index/analysis"
	"socsearch/index/query"
	"socsearch/sources/document"
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

// Marks tells which words of a text a query is about.
type Marks struct {
	prose    map[string]bool // terms of Prose
	exact    map[string]bool // word forms
	prefixes []string        // beginnings of word forms
	phrases  []alternative   // marked only where they stand together
}

// newMarks collects what a plan looks for, but for what it leaves out.
func newMarks(p plan) *Marks {
	m := &Marks{prose: map[string]bool{}, exact: map[string]bool{}}
	m.collect(p)
	return m
}

func (m *Marks) collect(p plan) {
	switch p := p.(type) {
	case leaf:
		for _, a := range p.alternatives {
			m.addAlternative(a)
		}
	case group:
		for _, n := range p.nodes {
			m.collect(n)
		}
	case restriction:
		m.collect(p.node)
	}
}

func (m *Marks) addAlternative(a alternative) {
	switch {
	case a.plan != nil:
		m.collect(a.plan)
	case a.prefix:
		m.prefixes = append(m.prefixes, a.terms[0])
	case len(a.terms) > 1:
		m.phrases = append(m.phrases, a)
	default:
		set := m.prose
		if a.exact {
			set = m.exact
		}
		for _, t := range a.terms {
			set[t] = true
		}
	}
}

// Marks returns what a query is about, to mark it in the texts of passages.
func (x *Index) Marks(q query.Query) *Marks {
	if q.Root == nil {
		return &Marks{}
	}
	return newMarks((&planner{ctx: context.Background(), index: x}).plan(q.Root))
}

// span is a run of bytes of a text.
type span struct{ start, end int }

// find returns the places to mark in a text, in order and not overlapping.
func (m *Marks) find(text string) []span {
	if m.prose == nil {
		return nil
	}
	var spans []span
	prose, exact := analysis.Prose(text), analysis.Exact(text)
	marked := make([]bool, len(exact)) // by word
	for _, t := range prose {
		if m.prose[t.Term] {
			for i := t.Position - 1; i < len(exact) && exact[i].End <= t.End; i++ {
				marked[i] = true
			}
		}
	}
	for i, t := range exact {
		marked[i] = marked[i] || m.exact[t.Term] || hasAnyPrefix(t.Term, m.prefixes)
	}
	for _, a := range m.phrases {
		markPhrase(marked, a, prose, exact)
	}
	for i, is := range marked {
		if is {
			spans = append(spans, span{exact[i].Start, exact[i].End})
		}
	}
	return joinNeighbours(text, spans)
}

func hasAnyPrefix(s string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// markPhrase marks the words of a phrase wherever they stand together.
func markPhrase(marked []bool, a alternative, prose, exact []analysis.Token) {
	tokens := prose
	if a.exact {
		tokens = exact
	}
	places := make([][]uint64, len(a.terms)) // of each term, from 1
	for _, t := range tokens {
		for i, term := range a.terms {
			if t.Term == term {
				places[i] = append(places[i], uint64(t.Position))
			}
		}
	}
	before, after := 0, len(a.terms)-1 // how far the others may stand from the first
	if a.near {
		after += a.slop
		before = after
	}
	for _, start := range places[0] {
		if !standsAt(places, start, a) {
			continue
		}
		for _, ps := range places {
			for _, p := range ps {
				if int(p) >= int(start)-before && int(p) <= int(start)+after {
					marked[p-1] = true
				}
			}
		}
	}
}

// joinNeighbours makes one span of those that no word parts.
func joinNeighbours(text string, spans []span) []span {
	var out []span
	for _, s := range spans {
		if n := len(out); n > 0 && strings.Trim(text[out[n-1].end:s.start], " -’'&") == "" {
			out[n-1].end = s.end
			continue
		}
		out = append(out, s)
	}
	return out
}

// snippet makes the snippet of a passage: from its text, or from the first
// footnote that holds a word if the text holds none.
func (m *Marks) snippet(p *document.Passage) Snippet {
	spans := m.find(p.Text)
	if len(spans) == 0 {
		for _, n := range p.Footnotes {
			if in := m.find(n.Text); len(in) > 0 {
				return Snippet{render(n.Text, in, bestPart(n.Text, in)), n.Number}
			}
		}
	}
	return Snippet{HTML: render(p.Text, spans, bestPart(p.Text, spans))}
}

// HTML returns a text, escaped, with the words of the query in <mark>.
func (m *Marks) HTML(text string) string {
	return render(text, m.find(text), span{0, len(text)})
}

// bestPart chooses the part of a text that holds most marks, from the beginning of
// a sentence if one is near.
func bestPart(text string, spans []span) span {
	if utf8.RuneCountInString(text) <= snippetLength {
		return span{0, len(text)}
	}
	from, most := 0, 0
	for i, s := range spans {
		end := forward(text, s.start, snippetLength-snippetLead)
		n := 0
		for _, t := range spans[i:] {
			if t.end <= end {
				n += t.end - t.start // longer runs of words tell more
			}
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

// sentenceStart returns where the sentence or line begins that holds a place.
func sentenceStart(text string, at int) int {
	start := 0
	for _, end := range []string{". ", "? ", "! ", "\n"} {
		if i := strings.LastIndex(text[:at], end); i >= 0 {
			start = max(start, i+len(end))
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

// render writes a part of a text as HTML with its marks.
func render(text string, spans []span, part span) string {
	var b strings.Builder
	if part.start > 0 {
		b.WriteString("… ")
	}
	at := part.start
	for _, s := range spans {
		if s.start < at || s.end > part.end {
			continue
		}
		b.WriteString(template.HTMLEscapeString(text[at:s.start]))
		b.WriteString("<mark>" + template.HTMLEscapeString(text[s.start:s.end]) + "</mark>")
		at = s.end
	}
	b.WriteString(template.HTMLEscapeString(text[at:part.end]))
	if part.end < len(text) {
		b.WriteString(" …")
	}
	return b.String()
}
