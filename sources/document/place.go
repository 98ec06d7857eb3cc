package document

import (
	"strconv"
	"strings"
)

// Place is what a passage is cited by: the scheme that counts it, what it is counted
// under, and its number there, or its place among those that have none. It is made
// with the passage. Labels are printed from it, and nothing reads them back: whoever
// wants to know what a label says looks here.
type Place struct {
	Scheme Scheme `json:"scheme"`
	// Group names, within the document, what is counted together: all that have the
	// same Group and Under. Ids begin with it: "foreword", "conclusions", "page-38",
	// "box-firearms-and-drugs". "" of the paragraphs of the document's own count.
	Group string `json:"group,omitempty"`
	// In is the annex, or the part of a page, in which an entry or another count
	// stands: "Annex A".
	In string `json:"in,omitempty"`
	// Under is the heading, the box's title or the organisation: "Conclusions".
	Under string `json:"under,omitempty"`
	// Page is the page of those that are counted on one, printed or the file's own,
	// and of a box without a title.
	Page int `json:"page,omitempty"`
	// Number is as printed; none of what has no number.
	Number Number `json:"number,omitzero"`
	// Ordinal is the place among those of the group that have no number, from 1; 0
	// where there is only one.
	Ordinal int `json:"ordinal,omitempty"`
	// Apart tells the place from others of the document that are named alike.
	Apart Apart `json:"apart,omitzero"`
}

// Apart tells what is named alike apart: by the page on which it begins, or by its
// order among them.
type Apart struct {
	Page int `json:"page,omitempty"`
	Nth  int `json:"nth,omitempty"`
}

// String is how labels have it: "p 12"; "" where nothing else has the name.
func (a Apart) String() string {
	var parts []string
	if a.Page > 0 {
		parts = append(parts, "p "+strconv.Itoa(a.Page))
	}
	if a.Nth > 0 {
		parts = append(parts, strconv.Itoa(a.Nth))
	}
	return strings.Join(parts, ", ")
}

// Scheme tells what counts a passage.
type Scheme string

// The schemes.
const (
	SchemeParagraph Scheme = "paragraph" // the document's own numbers
	SchemeRecital   Scheme = "recital"   // those of a law's recitals
	SchemeFigure    Scheme = "figure"
	SchemeTable     Scheme = "table"
	SchemeHeading   Scheme = "heading"   // numbers that begin anew under a heading
	SchemeProvision Scheme = "provision" // paragraphs of a law's sections, articles or the like
	SchemeFront     Scheme = "front"     // a foreword, or what stands in its place
	SchemePage      Scheme = "page"      // a printed page
	SchemeFilePage  Scheme = "file-page" // a page of a file that prints no numbers
	SchemeBox       Scheme = "box"
	SchemeEntry     Scheme = "entry" // an organisation's entry
)

// Foreword is what a foreword is called, whatever its heading.
const Foreword = "Foreword"

// Label is how a person names the place: "para 79", "Conclusions, para 10", "Box
// “Firearms and Drugs”, para 2".
func (p Place) Label() string { return p.label(p.Name()) }

// LongLabel is the label without abbreviations: "Paragraph 79", "Page 38, para 2".
func (p Place) LongLabel() string {
	switch p.Scheme {
	case SchemeParagraph:
		return p.label("Paragraph")
	case SchemePage:
		return p.label("Page " + strconv.Itoa(p.Page))
	}
	return p.Label()
}

func (p Place) label(name string) string {
	switch {
	case p.ByNumber():
		return p.apart(name + " " + p.Number.String())
	case p.Scheme == SchemeProvision && p.Number != (Number{}):
		return p.apart(name + "(" + p.Number.String() + ")")
	case p.Number != (Number{}):
		return p.apart(name) + ", para " + p.Number.String()
	case p.Ordinal > 0:
		return p.apart(name) + ", para " + strconv.Itoa(p.Ordinal)
	}
	return p.apart(name)
}

// ByNumber reports whether the number alone names the place within its document: that
// of a paragraph of its own count, a recital, a figure or a table.
func (p Place) ByNumber() bool {
	return p.Scheme == SchemeParagraph || p.Scheme == SchemeRecital || p.Scheme == SchemeFigure || p.Scheme == SchemeTable
}

// Name is what the place is counted under, as labels have it: "Conclusions", "p 38",
// "Box “Firearms and Drugs”"; the word before the number of what is named by that:
// "para".
func (p Place) Name() string {
	switch p.Scheme {
	case SchemeParagraph:
		return "para"
	case SchemeRecital:
		return "recital"
	case SchemeFigure:
		return "Figure"
	case SchemeTable:
		return "Table"
	case SchemePage:
		return "p " + strconv.Itoa(p.Page)
	case SchemeFilePage:
		return "PDF p " + strconv.Itoa(p.Page)
	case SchemeBox:
		if p.Under == "" {
			return "Box on page " + strconv.Itoa(p.Page)
		}
		return "Box “" + p.Under + "”"
	}
	if p.In != "" {
		return p.In + ", " + p.Under
	}
	return p.Under
}

func (p Place) apart(name string) string {
	if p.Apart == (Apart{}) {
		return name
	}
	return name + " (" + p.Apart.String() + ")"
}

// IsOwn reports whether the place is a paragraph of the document's own count, which
// its number alone names.
func (p Place) IsOwn() bool { return p.Scheme == SchemeParagraph && p.Apart == (Apart{}) }

// OnPage reports whether only its page and its place there name a paragraph.
func (p Place) OnPage() bool { return p.Scheme == SchemePage || p.Scheme == SchemeFilePage }

// PrintLabels gives the passages of one document, in reading order, their labels, no
// two the same. What would be named alike is told apart by the pages on which it
// begins; where those are the same, or there are none, by its order.
func PrintLabels(passages []Passage) {
	apart := tellApart(passages)
	taken := map[string]bool{}
	for i := range passages {
		p := &passages[i]
		p.Place.Apart = apart[countedWith(passages, i)]
		for n := 2; taken[p.Place.Label()]; n++ {
			p.Place.Apart.Nth = n
		}
		p.Label = p.Place.Label()
		taken[p.Label] = true
	}
}

// counted is what has one name: a numbered passage, or all that is counted together.
type counted struct {
	name         string
	group, under string
	at           int // of a numbered passage, from 1
}

func countedWith(passages []Passage, i int) counted {
	p := passages[i].Place
	p.Apart = Apart{}
	if p.ByNumber() {
		return counted{name: p.Label(), at: i + 1}
	}
	return counted{name: p.Name(), group: p.Group, under: p.Under}
}

// tellApart returns what tells things of the same name apart.
func tellApart(passages []Passage) map[counted]Apart {
	namesakes := map[string][]counted{}
	page := map[counted]OptionalInt{} // on which it begins
	for i := range passages {
		c := countedWith(passages, i)
		if _, known := page[c]; !known {
			page[c] = passages[i].Page
			namesakes[c.name] = append(namesakes[c.name], c)
		}
	}
	apart := map[counted]Apart{}
	for _, same := range namesakes {
		if len(same) < 2 {
			continue
		}
		pages := map[OptionalInt]bool{}
		for _, c := range same {
			pages[page[c]] = true
		}
		for i, c := range same {
			apart[c] = Apart{Nth: i + 1}
			if len(pages) == len(same) && !pages[0] {
				apart[c] = Apart{Page: int(page[c])}
			}
		}
	}
	return apart
}
