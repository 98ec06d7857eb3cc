package browsertest

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"socsearch/sources"
)

// TestPaper prints pages to PDF: a paragraph fits one page, without its neighbours and
// the site's menus; a briefing begins on its first.
func TestPaper(t *testing.T) {
	b := open(t)
	for _, test := range []struct {
		path    string
		most    int // pages
		first   []string
		without []string
	}{
		{
			path: "/strategy/79", most: 1,
			first:   []string{"Paragraph 79", "Our programme to tackle cyber crime is underpinned", "para 79.", "superseded", "Crown copyright"},
			without: []string{"Organisations", "Before:", "After:", "Copy citation", "Privacy"},
		},
		{path: "/briefing?ids=strategy/79,strategy/148,roles/gchq&title=On+witnesses", most: 3, first: []string{"On witnesses", "Paragraph 79"}, without: []string{"Remove", "Heading and note", "Save as"}},
		{path: "/briefing?ids=strategy/79-100", most: 9, first: []string{"Briefing", "Paragraphs 79–100", "Our programme to tackle cyber crime"}},
	} {
		b.visit(test.path)
		pages := b.print()
		if len(pages) > test.most {
			t.Errorf("%s prints on %d pages, want %d at most", test.path, len(pages), test.most)
		}
		for _, want := range test.first {
			if !strings.Contains(pages[0], want) {
				t.Errorf("%s: the first page lacks %q: %s", test.path, want, pages[0])
			}
		}
		for _, not := range test.without {
			if strings.Contains(strings.Join(pages, ""), not) {
				t.Errorf("%s prints %q", test.path, not)
			}
		}
	}
}

// TestPaperHasEveryWord compares what stands on paper with the passages' texts: words that
// can be pressed on the screen, as abbreviations and the heads of a table, stand there,
// too.
func TestPaperHasEveryWord(t *testing.T) {
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	b := open(t)
	b.media("print")
	words := func(s string) string { return strings.Join(strings.Fields(strings.ReplaceAll(s, "•", "")), "") }
	for i, p := range corpus.Passages {
		if i%12 != 0 && p.Table == nil && p.Number != "79" && p.Number != "134" {
			continue
		}
		b.visit(p.URL)
		b.until(`document.documentElement.classList.contains('folded')`)
		printed := ""
		b.script(`(() => { document.querySelectorAll('sup.mark, .here .number').forEach(e => e.remove());
return [...document.querySelectorAll('.here :is(.text, table, .below)')].map(e => e.innerText).join(' '); })()`, &printed)
		if p.Table == nil {
			if got, want := words(printed), words(p.Text); got != want {
				t.Errorf("%s is printed as\n%s\nwant\n%s", p.ID, printed, p.Text)
			}
			continue
		}
		for _, cell := range append(slices.Concat(p.Table.Rows...), p.Table.Columns...) {
			if !strings.Contains(words(printed), words(cell)) {
				t.Errorf("%s is printed without %q", p.ID, cell)
			}
		}
	}
	b.quiet()
}

// print prints the page on A4 and returns the text of each sheet.
func (b *tab) print() []string {
	b.t.Helper()
	read, err := exec.LookPath("pdftotext")
	if err != nil {
		unavailable(b.t, "no pdftotext: install it with apt-get install poppler-utils")
	}
	var pdf []byte
	b.run(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		pdf, _, err = page.PrintToPDF().WithPaperWidth(8.27).WithPaperHeight(11.69).WithPreferCSSPageSize(true).Do(ctx) // inches
		return err
	}))
	path := filepath.Join(b.t.TempDir(), "page.pdf")
	if err := os.WriteFile(path, pdf, 0o644); err != nil {
		b.t.Fatal(err)
	}
	text, err := exec.Command(read, "-layout", path, "-").Output()
	if err != nil {
		b.t.Fatal(err)
	}
	return strings.Split(string(bytes.TrimRight(text, "\f")), "\f")
}
