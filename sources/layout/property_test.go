package layout

import (
	"slices"
	"testing"
	"unicode"

	"socsearch/sources/document"
	"socsearch/sources/pdf"
	"socsearch/sources/pdf/pdftest"
	"socsearch/sources/split"
)

// TestNothingLost checks that every character of a document's lines is in a
// passage, a footnote, a heading or a mark, or is left out for a reason, once;
// and that the passages hold no character that the document lacks.
func TestNothingLost(t *testing.T) {
	for _, name := range pdftest.Fixtures {
		t.Run(name, func(t *testing.T) {
			f := open(t, "x", name)
			checkConserved(t, f.document, f.result)
		})
	}
}

func checkConserved(t *testing.T, d *pdf.Document, r *split.Result) {
	t.Helper()
	drawn := map[rune]int{}
	total := 0
	for _, p := range d.Pages {
		for i := range p.Lines {
			for _, c := range p.Lines[i].Text() {
				if !unicode.IsSpace(c) && c != softHyphen {
					drawn[folded(c)]++
					total++
				}
			}
		}
	}
	account := r.Account.Total - softHyphens(d)
	if account != total {
		t.Errorf("%d characters are accounted for, and the lines have %d", account, total)
	}
	passages, notes, headings := texts(r)
	checkCount(t, r, split.InPassage, passages)
	checkCount(t, r, split.InFootnote, notes)
	checkCount(t, r, split.InHeading, headings)
	for _, c := range passages + notes + headings {
		if !unicode.IsSpace(c) {
			drawn[folded(c)]--
		}
	}
	for c, n := range drawn {
		if n < 0 {
			t.Errorf("%q is in the passages %d times more than in the document", c, -n)
		}
	}
}

// folded makes one of all bullets, and digits of raised ones.
func folded(c rune) rune {
	if at := slices.Index(superscripts, c); at >= 0 {
		return '0' + rune(at)
	}
	if c == superscriptMinus {
		c = '-'
	}
	for _, b := range bullets + fontBullets {
		if c == b {
			return '•'
		}
	}
	return c
}

// softHyphens counts those that the account holds: at ends of lines.
func softHyphens(d *pdf.Document) int {
	_, lines := linesOf(d)
	n := 0
	for _, l := range lines {
		for _, c := range l.text {
			if c == softHyphen {
				n++
			}
		}
	}
	return n
}

func texts(r *split.Result) (passages, notes, heads string) {
	seen := map[document.Footnote]bool{}
	box := ""
	for _, p := range r.Passages {
		if p.Kind == document.KindBox && p.Title != box {
			heads += p.Title
			box = p.Title
		}
		passages += p.Text
		for _, n := range p.Footnotes {
			n.At = 0
			if !seen[n] {
				notes += n.Text
			}
			seen[n] = true
		}
	}
	for _, h := range headings(r.Contents) {
		heads += h
	}
	return passages, notes, heads
}

func checkCount(t *testing.T, r *split.Result, reason, text string) {
	t.Helper()
	n := 0
	for _, c := range text {
		if !unicode.IsSpace(c) {
			n++
		}
	}
	if n != r.Account.Count[reason] {
		t.Errorf("texts under %q have %d characters, the account has %d", reason, n, r.Account.Count[reason])
	}
}
