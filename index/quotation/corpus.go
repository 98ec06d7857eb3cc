package quotation

import (
	"strings"

	"socsearch/sources/document"
)

// Corpus is the words of the passages that quotations are looked for in. It may
// be used by several goroutines at once.
type Corpus struct {
	Passages []*document.Passage // in reading order
	units    []unit
	ids      map[string]int32 // of words, by key
	places   []place          // all streams, one after another
	postings [][]int32        // by word: its places
	order    map[string]int   // of passages, by id
}

// unit is a text whose words are quoted from: a passage's, a footnote's, a
// heading's.
type unit struct {
	passage  int // in Passages
	footnote string
	heading  bool // the text is a heading, a title or a table: it has no place in the passage's text
	text     string
	stream   int32
	first    int32 // its places
	last     int32 // … the one after
}

// place is a word where it stands.
type place struct {
	word       int32
	unit       int32
	start, end int32 // bytes in the unit's text
	join       join
}

// stream is a run of units that are read one after another.
type stream = []unit

// New lays out the passages of some documents, which stand in reading order.
func New(passages []*document.Passage) *Corpus {
	c := &Corpus{Passages: passages, ids: map[string]int32{}, order: map[string]int{}}
	var running, aside stream
	var own []stream
	headings := map[string]bool{}
	flush := func() {
		own = append(own, running, aside)
		running, aside = nil, nil
	}
	for i, p := range passages {
		c.order[p.ID] = i
		if i > 0 && passages[i-1].Document != p.Document {
			flush()
			clear(headings)
		}
		u := unit{passage: i, text: p.Text}
		if p.Kind == document.KindBox || p.Kind == document.KindFigure {
			aside = append(aside, u)
		} else {
			running = append(running, u)
		}
		for _, f := range p.Footnotes {
			own = append(own, stream{{passage: i, footnote: f.Number, text: f.Text}})
		}
		for _, h := range append([]string{p.Title}, p.Section...) {
			if h != "" && !headings[h] {
				headings[h] = true
				own = append(own, stream{{passage: i, heading: true, text: h}})
			}
		}
		if p.Table != nil {
			own = append(own, stream{{passage: i, heading: true, text: tableText(p.Table)}})
		}
	}
	flush()
	for n, s := range own {
		for _, u := range s {
			c.add(u, int32(n))
		}
	}
	return c
}

func tableText(t *document.Table) string {
	lines := []string{strings.Join(t.Columns, " ")}
	for _, r := range t.Rows {
		lines = append(lines, strings.Join(r, " "))
	}
	return strings.Join(lines, "\n")
}

func (c *Corpus) add(u unit, stream int32) {
	u.stream, u.first = stream, int32(len(c.places))
	for _, w := range words(u.text) {
		id, ok := c.ids[w.key]
		if !ok {
			id = int32(len(c.postings))
			c.ids[w.key] = id
			c.postings = append(c.postings, nil)
		}
		c.postings[id] = append(c.postings[id], int32(len(c.places)))
		c.places = append(c.places, place{id, int32(len(c.units)), int32(w.start), int32(w.end), w.join})
	}
	u.last = int32(len(c.places))
	c.units = append(c.units, u)
}

// id is a word's; -1 for one that stands nowhere.
func (c *Corpus) id(key string) int32 {
	if id, ok := c.ids[key]; ok {
		return id
	}
	return -1
}

// form is the word at a place as printed.
func (c *Corpus) form(at int32) string {
	p := c.places[at]
	return c.units[p.unit].text[p.start:p.end]
}

func (c *Corpus) stream(at int32) int32 { return c.units[c.places[at].unit].stream }

// bounds are the places of the stream in which a place stands.
func (c *Corpus) bounds(at int32) (first, last int32) {
	u := c.places[at].unit
	from, to := u, u
	for from > 0 && c.units[from-1].stream == c.units[u].stream && u-from < nearUnits {
		from--
	}
	for int(to) < len(c.units)-1 && c.units[to+1].stream == c.units[u].stream && to-u < nearUnits {
		to++
	}
	return c.units[from].first, c.units[to].last
}

// nearUnits is how many units before and after a candidate are looked at: more
// than any quotation runs over.
const nearUnits = 40

// Passage returns a passage by its id; nil where there is none.
func (c *Corpus) Passage(id string) *document.Passage {
	if i, ok := c.order[id]; ok {
		return c.Passages[i]
	}
	return nil
}
