package resolve

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"socsearch/sources/document"
)

// reader knows one document's names, numbers and pages, and reads references by
// them. Passages are indexes in reading order.
type reader struct {
	manifest *document.Manifest
	passages []*document.Passage
	phrases  []phrase // longest first
	numbers  []string // of the numbered paragraphs, in reading order
	byNumber map[string]int
	figures  []string
	byFigure map[string]int
	notes    []string // numbers of the footnotes, in reading order
	byNote   map[string][]int
	boxes    []*thing
	foreword *thing // nil if there is none
	entries  []*thing
	annexes  []phrase // what may introduce an entry, longest first
}

// phrase is a run of words with what it means.
type phrase struct {
	tokens []string
	level  int // how well it names the document; see the levels
}

// The levels at which a reference names its document.
const (
	levelDate    = -2 // its day, month or year, which says nothing alone
	levelBacker  = -1 // its publisher, likewise
	levelNone    = 0
	levelAuthor  = 1
	levelCertain = 2 // its title, series number, slug or address
)

// thing is a box, a foreword or an organisation's entry with its paragraphs.
type thing struct {
	names    [][]string // as tokens; none for a box without a title
	label    string     // for messages
	annex    string     // "Annex A", of an entry in it; "" on a web page
	passages []int
}

func newReader(m *document.Manifest, all []document.Passage) *reader {
	d := &reader{manifest: m, byNumber: map[string]int{}, byFigure: map[string]int{}, byNote: map[string][]int{}}
	for i := range all {
		if all[i].Document == m.Slug {
			d.add(&all[i])
		}
	}
	d.addPhrases()
	return d
}

func (d *reader) add(p *document.Passage) {
	i := len(d.passages)
	d.passages = append(d.passages, p)
	for _, f := range p.Footnotes {
		if d.byNote[f.Number] == nil {
			d.notes = append(d.notes, f.Number)
		}
		d.byNote[f.Number] = append(d.byNote[f.Number], i)
	}
	switch p.Kind {
	case document.KindParagraph:
		d.numbers = append(d.numbers, p.Number)
		d.byNumber[p.Number] = i
	case document.KindFigure:
		d.figures = append(d.figures, p.Number)
		d.byFigure[p.Number] = i
	case document.KindForeword:
		if d.foreword == nil {
			d.foreword = &thing{label: "the foreword"}
		}
		d.foreword.passages = append(d.foreword.passages, i)
	case document.KindBox:
		d.boxes = addTo(d.boxes, d.passages, i, newBox)
	case document.KindAnnex, document.KindRole:
		d.entries = addTo(d.entries, d.passages, i, newEntry)
	}
}

// addTo adds a passage to the thing whose paragraph stands before it, if its id is
// that one's with a number, else to a new one.
func addTo(things []*thing, passages []*document.Passage, i int, create func(*document.Passage) *thing) []*thing {
	p := passages[i]
	if len(things) > 0 {
		last := things[len(things)-1]
		first := passages[last.passages[0]]
		if p.ID == first.ID+"-"+strconv.Itoa(len(last.passages)+1) {
			last.passages = append(last.passages, i)
			return things
		}
	}
	t := create(p)
	t.passages = []int{i}
	return append(things, t)
}

func newBox(p *document.Passage) *thing {
	if p.Title == "" {
		return &thing{label: "the box on page " + strconv.Itoa(int(p.Page))}
	}
	short, _ := document.WithoutAbbreviation(p.Title)
	return &thing{names: [][]string{tokens(p.Title), tokens(short)}, label: "the box “" + p.Title + "”"}
}

// newEntry knows an organisation by the names that the entry's tags give it.
func newEntry(p *document.Passage) *thing {
	t := &thing{names: [][]string{tokens(p.Title)}, label: p.Title}
	slug := strings.TrimPrefix(p.Anchor(), "annex-")
	t.names = append(t.names, tokens(slug))
	for _, o := range p.Organisations {
		if o.Slug == slug && o.Abbreviation != "" {
			t.names = append(t.names, tokens(o.Abbreviation))
		}
	}
	if p.Kind == document.KindAnnex {
		t.annex, _, _ = strings.Cut(p.Label, ", "+p.Title)
	}
	return t
}

// addPhrases gathers what names the document, and its annexes.
func (d *reader) addPhrases() {
	m := d.manifest
	d.phrase(levelCertain, m.Title, m.TitleSentence, m.Series, m.KnownAs, strings.TrimPrefix(m.KnownAs, "the "), m.Slug, m.Section)
	d.phrase(levelAuthor, m.Author)
	d.phrase(levelBacker, m.Publisher)
	d.phrase(levelDate, dates(m.Published)...)
	for _, e := range d.entries {
		p := d.passages[e.passages[0]]
		if e.annex == "" {
			continue
		}
		for _, name := range append(slices.Clone(p.Section[:min(1, len(p.Section))]), e.annex) {
			if words := tokens(name); !slices.ContainsFunc(d.annexes, func(a phrase) bool { return slices.Equal(a.tokens, words) }) {
				d.annexes = append(d.annexes, phrase{tokens: words})
			}
		}
	}
	longestFirst := func(a, b phrase) int { return cmp.Compare(len(b.tokens), len(a.tokens)) }
	slices.SortStableFunc(d.phrases, longestFirst)
	slices.SortStableFunc(d.annexes, longestFirst)
}

func (d *reader) phrase(level int, names ...string) {
	for _, name := range names {
		if words := tokens(name); len(words) > 0 {
			d.phrases = append(d.phrases, phrase{words, level})
		}
	}
}

// dates are the ways in which citations write when a document was published.
func dates(published string) []string {
	for layout, ways := range map[string][]string{
		"2006-01-02": {"2006", "January 2006", "2 January 2006", "2006, January 2"},
		"2006-01":    {"2006", "January 2006", "2006, January"},
		"2006":       {"2006"},
	} {
		if t, err := time.Parse(layout, published); err == nil {
			list := make([]string, len(ways))
			for i, way := range ways {
				list[i] = t.Format(way)
			}
			return list
		}
	}
	return []string{"no date", "n.d."}
}

// name is what messages call the document.
func (d *reader) name() string {
	return cmp.Or(d.manifest.KnownAs, "“"+d.manifest.Title+"”")
}

// fullName is the name with the series number.
func (d *reader) fullName() string {
	if d.manifest.Series == "" {
		return d.name()
	}
	return d.name() + " (" + d.manifest.Series + ")"
}

func (d *reader) missing(what, known string) *MissingError {
	return &MissingError{Document: d.manifest.Slug, What: what, Known: d.name() + " has " + known, none: strings.HasPrefix(known, "no ")}
}
