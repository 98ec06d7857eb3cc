package cite

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"socsearch/sources/document"
)

// words is how a style speaks of places in a document.
type words struct {
	para, paras     string // before one number and before several, with the space
	figure, figures string
	note, notes     string // what joins a footnote's number to its passage
	noteApart       string // the same after what isn't a number; "" if it makes no difference
	notesApart      string
	page, pages     string
	foreword        string
	bracketed       bool                         // what a page is named for stands in brackets after it
	entry           string                       // after an organisation's name
	lower           bool                         // annexes are written small
	elide           func(from, to string) string // the end of a range
	box             func(w *words, g *group) string
	ending          func(w *words, g *group) string // after each group; may be nil
}

// pinpoint names the places of a work. Semicolons part its groups in every style,
// since commas stand inside them: "paras 3, 79–82; Figure 7; Annex A, National
// Crime Agency".
func (w *words) pinpoint(pins []Pin) string {
	var parts []string
	for _, g := range gather(pins) {
		s := w.place(g)
		s += w.footnotes(g, s)
		if w.ending != nil && !g.place.OnPage() {
			s += w.ending(w, g)
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "; ")
}

func (w *words) place(g *group) string {
	switch g.kind {
	case document.KindParagraph:
		return w.paragraphs(g)
	case document.KindFigure:
		if g.place.Scheme == document.SchemeTable {
			return w.count("Table ", "Tables ", g.numbers) + g.apart()
		}
		return w.count(w.figure, w.figures, g.numbers) + g.apart()
	case document.KindForeword:
		return w.withPage(g, w.forewordName(g)+g.apart()+w.inside(g))
	case document.KindBox:
		return w.box(w, g)
	case document.KindAnnex:
		return w.annex(g.place.In) + g.name + g.apart() + w.inside(g)
	}
	return g.name + g.apart() + w.entry + w.inside(g)
}

// paragraphs names numbered paragraphs; before those of another count than the
// document's own stands what they are counted under: "Conclusions, para 10".
func (w *words) paragraphs(g *group) string {
	switch g.place.Scheme {
	case document.SchemeParagraph:
		return w.count(w.para, w.paras, g.numbers) + g.apart()
	case document.SchemeRecital: // no style calls it a paragraph
		return w.count("recital ", "recitals ", g.numbers) + g.apart()
	case document.SchemeProvision:
		return w.provision(g)
	case document.SchemePage:
		return w.page + strconv.Itoa(g.place.Page) + g.apart() + w.inside(g)
	}
	return g.place.Name() + g.apart() + w.inside(g)
}

// provision names paragraphs of a section or an article, as every style for laws does:
// "section 2(1), (3)–(5)".
func (w *words) provision(g *group) string {
	if len(g.numbers) == 0 {
		return g.place.Name() + g.apart()
	}
	return g.place.Name() + inBrackets.ReplaceAllString(fold(g.numbers, w.elide), "($0)") + g.apart()
}

var inBrackets = regexp.MustCompile(`[\w.]+`)

// apart tells what is named from others of its document that are named alike; "" where
// there are none.
func (g *group) apart() string {
	a := g.place.Apart
	if g.kind == document.KindBox && len(g.pages) > 0 {
		a.Page = 0 // every style prints a box's page
	}
	if a == (document.Apart{}) {
		return ""
	}
	return " (" + a.String() + ")"
}

// forewordName is the style's word for a foreword, or the heading of what stands
// in its place: "Summary".
func (w *words) forewordName(g *group) string {
	if g.place.Under == document.Foreword {
		return w.foreword
	}
	return g.place.Under
}

// withPage puts the printed page before a place whose number is ours, since the paper
// has none there: readers of the paper find it by the page. OSCOLA (3.1.3) and
// Chicago cite by the page whatever has no number; Cite Them Right and APA (8.13)
// give the page too.
func (w *words) withPage(g *group, place string) string {
	pages := w.pageNumbers(g)
	switch {
	case pages == "" || w.ending != nil: // which has it
		return place
	case w.bracketed:
		return pages + " (" + place + ")"
	}
	return pages + ", " + place
}

func (w *words) annex(name string) string {
	if name == "" {
		return ""
	}
	if w.lower {
		name = strings.ToLower(name[:1]) + name[1:]
	}
	return name + ", "
}

// count writes numbers after the word for one or for several.
func (w *words) count(one, several string, numbers []string) string {
	s := fold(numbers, w.elide)
	if strings.ContainsAny(s, ",–") {
		return several + s
	}
	return one + s
}

// inside names the paragraphs of a box, a foreword or an entry that has several.
func (w *words) inside(g *group) string {
	if len(g.numbers) == 0 {
		return ""
	}
	return ", " + w.count(w.para, w.paras, g.numbers)
}

// footnotes names the footnotes of a place.
func (w *words) footnotes(g *group, place string) string {
	if len(g.notes) == 0 {
		return ""
	}
	if last := rune(place[len(place)-1]); w.noteApart != "" && !unicode.IsDigit(last) {
		return w.count(w.noteApart, w.notesApart, g.notes)
	}
	return w.count(w.note, w.notes, g.notes)
}

func (w *words) pageNumbers(g *group) string {
	if len(g.pages) == 0 {
		return ""
	}
	return w.count(w.page, w.pages, g.pages)
}

// titled writes a box with its title in quotation marks.
func titled(g *group, open, end string) string {
	if g.name == "" {
		return "box"
	}
	return "box " + open + g.name + end + g.apart()
}
