package resolve

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"socsearch/sources/document"
)

// reader knows one document's names, numbers and pages, and reads references by
// them. Passages are indexes in reading order.
type reader struct {
	manifest    *document.Manifest
	passages    []*document.Passage
	phrases     []phrase          // longest first
	numbers     []string          // of the numbered paragraphs, in reading order
	byNumber    map[string][]int  // several where a paper prints a number twice
	lettered    map[string]string // numbers with a letter, A1.1 or 26a, by their tokens
	figures     []string
	byFigure    map[string][]int
	tables      []string
	recommended *count // own paragraphs that are recommendations; nil: none
	byTable     map[string][]int
	notes       []string // numbers of the footnotes, in reading order
	byNote      map[string][]int
	boxes       []*thing
	forewords   []*thing          // the foreword, and what stands in its place under another heading
	counts      []*count          // paragraphs that are numbered anew, as conclusions are
	byPage      map[string]*thing // paragraphs that are counted on their page, by the page's number
	entries     []*thing
	annexes     []phrase // what may introduce an entry, longest first
	headings    []phrase // longest first

	firstPage, lastPage int // printed; 0 if there are none

	starters map[string]bool // the first words of all its names: see mayStart
}

// count is a run of paragraphs with numbers of their own.
type count struct {
	thing
	numbers  []string // in reading order
	byNumber map[string][]int
}

// phrase is a run of words with what it means.
type phrase struct {
	tokens []string
	level  int // how well it names the document; see the levels
	// whole: what it names is a citation of the whole, after which a bare number is a
	// page (OSCOLA 3.4: pinpoints are page numbers); not so "the strategy", as people say.
	whole bool
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

	namesakes []*thing // others of the document with its name
}

func newReader(m *document.Manifest, all []document.Passage) *reader {
	d := &reader{manifest: m, byNumber: map[string][]int{}, lettered: map[string]string{}, byFigure: map[string][]int{}, byTable: map[string][]int{}, byNote: map[string][]int{}, byPage: map[string]*thing{}}
	for i := range all {
		if all[i].Document == m.Slug {
			d.add(&all[i])
		}
	}
	d.addCriteria()
	for _, things := range [][]*thing{d.boxes, d.entries} {
		addNamesakes(things)
	}
	d.addPhrases()
	d.setPages()
	d.setStarters()
	return d
}

// setStarters gathers the words with which a name begins.
func (d *reader) setStarters() {
	d.starters = map[string]bool{}
	add := func(name []string) {
		if len(name) > 0 {
			d.starters[name[0]] = true
		}
	}
	for _, list := range [][]phrase{d.phrases, d.annexes} {
		for _, p := range list {
			add(p.tokens)
		}
	}
	for _, things := range [][]*thing{d.boxes, d.forewords, d.entries} {
		for _, t := range things {
			for _, name := range t.names {
				add(name)
			}
		}
	}
	for _, c := range d.counts {
		for _, name := range c.names {
			add(name)
		}
		d.starters["policy"] = true
	}
	for _, h := range d.headings {
		if len(h.tokens) > 1 {
			add(h.tokens)
		}
	}
	for several := range numbered {
		d.starters[several] = true
	}
	for _, p := range d.passages {
		add(tokens(p.Part))
	}
	for _, number := range d.lettered {
		add(tokens(number))
	}
}

// setPages takes the printed pages from the manifest, or from the passages.
func (d *reader) setPages() {
	if p := d.manifest.Pages; p != nil {
		d.firstPage, d.lastPage = p.First, p.Last
		return
	}
	for _, p := range d.passages {
		if p.Page == 0 {
			continue
		}
		if d.firstPage == 0 || int(p.Page) < d.firstPage {
			d.firstPage = int(p.Page)
		}
		d.lastPage = max(d.lastPage, int(p.PageEnd))
	}
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
		d.addParagraph(p, i)
	case document.KindFigure:
		if p.Place.Scheme == document.SchemeTable {
			d.tables = addNumber(d.tables, d.byTable, p.Number, i)
			break
		}
		d.figures = addNumber(d.figures, d.byFigure, p.Number, i)
	case document.KindForeword:
		t := d.forewordOf(p)
		t.passages = append(t.passages, i)
	case document.KindBox:
		d.boxes = addTo(d.boxes, d.passages, i, newBox)
	case document.KindAnnex, document.KindRole:
		d.entries = addTo(d.entries, d.passages, i, newEntry)
	}
}

// addParagraph adds a paragraph to the document's own count, to another that
// begins anew, or to those of its page.
func (d *reader) addParagraph(p *document.Passage, i int) {
	if words := tokens(p.Number); len(words) > 1 {
		d.lettered[strings.Join(words, "")] = p.Number
	}
	switch {
	case p.Place.OnPage():
		page := pageKey(p.Place.Page, p.Place.Scheme == document.SchemeFilePage)
		if d.byPage[page] == nil {
			d.byPage[page] = &thing{label: p.Place.Name()}
		}
		d.byPage[page].passages = append(d.byPage[page].passages, i)
	case p.Place.Scheme != document.SchemeParagraph:
		c := d.countOf(p)
		c.numbers = addNumber(c.numbers, c.byNumber, cmp.Or(p.Number, countedAs(p.Place)), i)
	default:
		d.numbers = addNumber(d.numbers, d.byNumber, p.Number, i)
		d.addRecommendation(p, i)
	}
}

// countedAs is the place of a paragraph without a number among those that are counted with
// it; "" of one alone.
func countedAs(p document.Place) string {
	if p.Ordinal == 0 {
		return ""
	}
	return strconv.Itoa(p.Ordinal)
}

// addNumber adds a passage by its number, which goes to the numbers in their order
// unless it is among them.
func addNumber(numbers []string, byNumber map[string][]int, number string, i int) []string {
	if byNumber[number] == nil {
		numbers = append(numbers, number)
	}
	byNumber[number] = append(byNumber[number], i)
	return numbers
}

// pageKey names a page among those on which paragraphs are counted, printed or the
// file's own.
func pageKey(page int, ofFile bool) string {
	if ofFile {
		return "pdf " + strconv.Itoa(page)
	}
	return strconv.Itoa(page)
}

// pageThing is what is counted on a page: a printed one, or else one of the file.
func (d *reader) pageThing(page string) *thing {
	if t := d.byPage[page]; t != nil {
		return t
	}
	return d.byPage["pdf "+page]
}

// countOf is the run of paragraphs that are numbered under a heading, which
// people call by the heading or by a word of it: "conclusion 10".
func (d *reader) countOf(p *document.Passage) *count {
	group := p.Place.Group
	for _, c := range d.counts {
		if d.passages[c.byNumber[c.numbers[0]][0]].Place.Group == group {
			return c
		}
	}
	c := &count{thing: thing{label: p.Place.Name()}, byNumber: map[string][]int{}}
	for _, name := range slices.Concat([]string{p.Place.Name(), group, strings.TrimSuffix(group, "s"), group + "s", withoutBracket(p.Place.Under)}, halves(p.Place.Under)) {
		if words := tokens(strings.ReplaceAll(name, "-", " ")); len(words) > 0 && !isNumber(words[0]) {
			c.names = append(c.names, words)
		}
	}
	d.counts = append(d.counts, c)
	return c
}

// withoutBracket is a heading without what stands in brackets behind it.
func withoutBracket(heading string) string {
	short, _, _ := strings.Cut(heading, " (")
	return short
}

// halves are what a heading of two names calls a paragraph by either: "Conclusions
// and recommendations" has recommendation 4 as well as conclusion 4.
func halves(heading string) []string {
	first, second, found := strings.Cut(heading, " and ")
	if !found || strings.Contains(first+second, " ") {
		return nil
	}
	return []string{first, strings.TrimSuffix(first, "s"), second, strings.TrimSuffix(second, "s")}
}

// forewordOf is the foreword, or what stands in its place under another heading.
func (d *reader) forewordOf(p *document.Passage) *thing {
	under := p.Place.Under
	name := tokens(under)
	for _, t := range d.forewords {
		if slices.Equal(t.names[0], name) {
			return t
		}
	}
	t := &thing{label: under, names: append([][]string{name}, namesOfForeword(p)...)}
	if under == document.Foreword {
		t.label = "the foreword"
	}
	d.forewords = append(d.forewords, t)
	return t
}

// namesOfForeword are what people call a foreword by its heading: "Foreword by the
// Minister", "the Minister's foreword".
func namesOfForeword(p *document.Passage) [][]string {
	if len(p.Section) == 0 {
		return nil
	}
	heading := tokens(p.Section[0])
	if len(heading) == 0 {
		return nil
	}
	names := [][]string{heading}
	if heading[0] == "foreword" {
		names = append(names, []string{"ministerial", "foreword"})
	}
	if at := slices.Index(heading, "by"); at > 0 {
		writer := slices.DeleteFunc(slices.Clone(heading[at+1:]), func(w string) bool { return w == "the" })
		if n := len(writer); n > 0 {
			own := slices.Clone(writer)
			own[n-1] += "s"
			names = append(names, append(writer, heading[:at]...), append(own, heading[:at]...))
		}
	}
	return names
}
