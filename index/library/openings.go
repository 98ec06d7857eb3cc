package library

import (
	"strings"
	"unicode"

	"socsearch/sources/document"
)

// How many words name a place in a text: fewer than the shortest may stand in a
// page's menus, and where those stand in two places, longerBy more are tried.
const (
	shortestOpening = 8
	longerBy        = 4
)

// Openings are the first words of passages of one document by their ids, as many of
// each as no other place of the document has: a browser goes to the first place that
// has them (WICG, URL Fragment Text Directives). They end with the line, since
// browsers find no words that run over blocks; where a first line stands elsewhere
// too, it is the next of the passage's lines that doesn't. Of passages that are the
// same word for word the first alone has an opening: what no place before it has.
// Passages are given in reading order.
func Openings(passages []*document.Passage) map[string]string {
	text := newRunning(passages)
	found := map[string]string{}
	var pending []*candidate
	for _, p := range passages {
		pending = append(pending, newCandidate(p))
	}
	for len(pending) > 0 {
		places := map[string]int{}
		for _, c := range pending {
			places[c.run()] = 0
		}
		text.count(places)
		var left []*candidate
		for _, c := range pending {
			switch run := c.run(); {
			case places[run] == 1:
				found[c.id] = c.words()
			case c.longer():
				left = append(left, c)
			}
		}
		pending = left
	}
	for _, p := range passages { // those that are left: the same words stand elsewhere
		for c := newCandidate(p); found[p.ID] == "" && c.longer(); {
			if text.isFirst(c.run(), p.ID) {
				found[p.ID] = c.words()
			}
		}
	}
	return found
}

// candidate is the first n words of one of a passage's lines.
type candidate struct {
	id    string
	lines [][]string
	line  int
	n     int
}

func newCandidate(p *document.Passage) *candidate {
	return &candidate{id: p.ID, n: shortestOpening, lines: linesOf(p)}
}

// linesOf are the words of a passage's lines, bullets left out: a page makes those
// itself.
func linesOf(p *document.Passage) [][]string {
	var lines [][]string
	for line := range strings.Lines(p.Text) {
		if words := strings.Fields(strings.TrimPrefix(line, "• ")); len(words) > 0 {
			lines = append(lines, words)
		}
	}
	return lines
}

func (c *candidate) first() []string {
	if c.line >= len(c.lines) {
		return nil
	}
	return c.lines[c.line][:min(c.n, len(c.lines[c.line]))]
}

// words are the candidate as it is printed.
func (c *candidate) words() string { return strings.Join(c.first(), " ") }

// run is the candidate as it stands in a running text.
func (c *candidate) run() string {
	var b strings.Builder
	for _, word := range c.first() {
		b.WriteString(plainWord(word) + " ")
	}
	return b.String()
}

// longer takes more words, or the next line; false if there is none.
func (c *candidate) longer() bool {
	if c.line < len(c.lines) && c.n < len(c.lines[c.line]) {
		c.n += longerBy
		return true
	}
	c.line, c.n = c.line+1, shortestOpening
	return c.line < len(c.lines)
}

// running is all that a document prints, in small letters with one space between
// words. A line of a passage begins and ends with a mark, since no words run over it.
type running struct {
	text   string
	starts []int          // of the words
	begins map[string]int // the places of passages, by their ids
}

func newRunning(passages []*document.Passage) *running {
	var b strings.Builder
	r := &running{begins: map[string]int{}}
	add := func(text string) {
		for line := range strings.Lines(text) {
			for _, word := range strings.Fields(line) {
				r.starts = append(r.starts, b.Len())
				b.WriteString(plainWord(word) + " ")
			}
			r.starts = append(r.starts, b.Len())
			b.WriteString("\n ")
		}
	}
	section := ""
	for _, p := range passages {
		if s := strings.Join(p.Section, "\n"); s != section {
			section = s
			add(s)
		}
		r.begins[p.ID] = b.Len()
		add(p.Text)
		for _, f := range p.Footnotes {
			add(f.Text)
		}
	}
	r.text = b.String()
	return r
}

// plainWord is a word without the marks around it, which don't tell two places
// apart for a reader.
func plainWord(word string) string {
	trimmed := strings.TrimFunc(word, func(r rune) bool { return unicode.IsPunct(r) })
	if trimmed == "" {
		return word
	}
	return strings.ToLower(trimmed)
}

// isFirst reports whether words stand nowhere before a passage.
func (r *running) isFirst(run, id string) bool {
	at := strings.Index(" "+r.text, " "+run)
	return run != "" && at >= r.begins[id]
}

// count counts the places in the text of runs of words.
func (r *running) count(wanted map[string]int) {
	lengths := map[int]bool{}
	for run := range wanted {
		lengths[strings.Count(run, " ")] = true
	}
	for length := range lengths {
		for i := range r.starts {
			end := len(r.text)
			if i+length < len(r.starts) {
				end = r.starts[i+length]
			}
			if run := r.text[r.starts[i]:end]; length > 0 {
				if _, ok := wanted[run]; ok {
					wanted[run]++
				}
			}
		}
	}
}
