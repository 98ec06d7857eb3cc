package layout

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"socsearch/sources/document"
	"socsearch/sources/pdf"
	"socsearch/sources/pdf/pdftest"
	"socsearch/sources/split"
)

// press sets papers in Helvetica, as other papers than the real ones are set, on
// pages of 600 by 800 points. In its texts ^12^ is a raised mark.
type press struct {
	left, evenLeft float64 // left edge of odd and even pages
	measure        float64 // width of a column
	columns        int
	head           func(page int) string // running head
	foot           func(page int) string // running foot, "" for none

	pages  []string
	page   strings.Builder
	column int
	y      float64
	notes  []string // of the column under way
	any    bool
}

const (
	pressTop    = 730.0
	pressBottom = 80.0
	pressSize   = 11.0
	pressPitch  = 13.5
	noteSize    = 8.5
	notePitch   = 10.0
	gutterWidth = 24.0
)

func newPress() *press {
	p := &press{left: 72, evenLeft: 72, measure: 440, columns: 1}
	p.foot = func(page int) string { return fmt.Sprint(page) }
	p.y = pressTop
	return p
}

func (p *press) number() int { return len(p.pages) + 1 }

func (p *press) x() float64 {
	left := p.left
	if p.number()%2 == 0 {
		left = p.evenLeft
	}
	return left + float64(p.column)*(p.measure+gutterWidth)
}

// letters are the widths of Helvetica, in thousandths of its size.
func width(s string, size float64) float64 {
	w := 0.0
	for _, c := range s {
		switch {
		case strings.ContainsRune("ijl'’,.:;| tfI!()-/", c):
			w += 270
		case strings.ContainsRune("mwMW—", c):
			w += 800
		case c >= 'A' && c <= 'Z':
			w += 690
		default:
			w += 540
		}
	}
	return w * size / 1000
}

// set draws a text at a place, with its marks raised.
func (p *press) set(font string, size, x, y float64, text string) {
	for i, s := range strings.Split(text, "^") {
		fontSize, rise := size, 0.0
		if i%2 == 1 {
			fontSize, rise = 0.6*size, 0.35*size
		}
		if s == "" {
			continue
		}
		s = strings.NewReplacer("(", `\(`, ")", `\)`, "•", `\225`, "’", `\222`, "–", `\226`, "£", `\243`, "“", `\223`, "”", `\224`).Replace(s)
		fmt.Fprintf(&p.page, "BT /%s %.1f Tf %.1f %.1f Td (%s) Tj ET\n", font, fontSize, x, y+rise, s)
		x += realWidth(s, fontSize)
	}
}

// realWidth errs on the narrow side, so that marks stand close to their words.
func realWidth(s string, size float64) float64 { return 0.93 * width(s, size) }

func wrap(text string, size, measure float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && width(line+" "+word, size) > measure {
			lines = append(lines, line)
			line = ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return append(lines, line)
}

// noteHeight is how much room the notes of the column take.
func (p *press) noteHeight(more ...string) float64 {
	h := 0.0
	for _, n := range append(append([]string{}, p.notes...), more...) {
		h += notePitch * float64(len(wrap(n, noteSize, p.measure)))
	}
	return h
}

// need begins a new column if there is no room.
func (p *press) need(height float64, notes ...string) {
	if p.y-height < pressBottom+12+p.noteHeight(notes...) && p.any {
		p.endColumn()
	}
	p.any = true
}

func (p *press) endColumn() {
	y := pressBottom + p.noteHeight() - notePitch
	for _, n := range p.notes {
		for i, l := range wrap(n, noteSize, p.measure) {
			if i == 0 {
				label, rest, _ := strings.Cut(l, " ")
				l = "^" + label + "^ " + rest
			}
			p.set("F1", noteSize, p.x(), y, l)
			y -= notePitch
		}
	}
	p.notes, p.y, p.any = nil, pressTop, false
	if p.column++; p.column == p.columns {
		p.endPage()
	}
}

func (p *press) endPage() {
	p.column = 0
	if p.head != nil {
		p.set("F1", 9, p.x(), 765, p.head(p.number()))
	}
	if foot := p.foot(p.number()); foot != "" {
		p.set("F1", 9, p.x()+200, 40, foot)
	}
	p.pages = append(p.pages, p.page.String())
	p.page.Reset()
}

// lines sets a text at an indent; the first line hangs, and carries the notes.
func (p *press) lines(font string, size, indent, hang, gap float64, text string, notes ...string) {
	p.y -= gap
	for i, l := range wrap(text, size, p.measure-indent) {
		var mine []string
		for _, n := range notes {
			label, _, _ := strings.Cut(n, " ")
			if strings.Contains(l, "^"+label+"^") {
				mine = append(mine, n)
			}
		}
		pitch := max(pressPitch, 1.2*size)
		p.need(pitch, mine...)
		x := p.x() + indent
		if i == 0 {
			x -= hang
		}
		p.y -= pitch
		p.set(font, size, x, p.y, l)
		p.notes = append(p.notes, mine...)
	}
}

func (p *press) heading(size float64, text string) {
	p.y -= 14
	p.need(60)
	for _, l := range strings.Split(text, "\n") {
		p.y -= 1.2 * size
		p.set("F2", size, p.x(), p.y, l)
	}
}

func (p *press) para(number, text string, notes ...string) {
	p.lines("F1", pressSize, 28, 28, 8, number+"   "+text, notes...)
}

func (p *press) plain(text string, notes ...string) {
	p.lines("F1", pressSize, 0, 0, 8, text, notes...)
}

func (p *press) bullet(text string) { p.lines("F1", pressSize, 42, 14, 4, "•  "+text) }

// document reads what was set.
func (p *press) document(t *testing.T) *pdf.Document {
	t.Helper()
	p.endColumn()
	for p.column != 0 {
		p.endColumn()
	}
	path := pdftest.Write(t, "paper.pdf", pdftest.Pages(p.pages...))
	d, err := pdf.Read(context.Background(), path, pdf.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// finish returns the passages of what was set.
func (p *press) finish(t *testing.T, m *document.Manifest) *fixture {
	t.Helper()
	d := p.document(t)
	var err error
	if m == nil {
		m = &document.Manifest{Slug: "p", Title: "Paper", File: "paper.pdf"}
	}
	f := &fixture{document: d, byID: map[string]*document.Passage{}}
	if f.result, err = Split(m, d); err != nil {
		t.Fatal(err)
	}
	for i := range f.result.Passages {
		f.byID[f.result.Passages[i].ID] = &f.result.Passages[i]
	}
	checkConserved(t, d, f.result)
	return f
}

// ids lists the ids of the passages, without the document.
func ids(r *split.Result) []string {
	var list []string
	for i := range r.Passages {
		list = append(list, r.Passages[i].Anchor())
	}
	return list
}

// prose is a paragraph of about so many words, another for each seed.
func prose(seed, words int) string {
	vocabulary := strings.Fields("the of and to in crime organised groups threat serious police response agencies partners national local public support victims prevent protect pursue prepare data risk harm border drugs fraud money evidence government strategy community offenders")
	var list []string
	for i := range words {
		list = append(list, vocabulary[(seed*7+i*(3+seed%5))%len(vocabulary)])
	}
	list[0] = strings.ToUpper(list[0][:1]) + list[0][1:]
	return fmt.Sprintf("%s%d %s.", list[0], seed, strings.Join(list[1:], " "))
}
