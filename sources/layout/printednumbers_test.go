package layout

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"socsearch/sources/document"
	"socsearch/sources/pdf"
)

// TestPrintedNumbers checks that every printed number that is read in real papers
// parses, prints the same and stands in reading order within its run, which is what
// its label counts it under; and that no two passages of a paper have one label.
func TestPrintedNumbers(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "pdfs", "*.pdf"))
	if len(files) == 0 {
		t.Skip("no ../shared/pdfs beside the project")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			d, err := pdf.Read(context.Background(), file, pdf.Limits{})
			if err != nil {
				t.Skip(err)
			}
			r, err := Split(&document.Manifest{Slug: "p", Title: "A paper", File: filepath.Base(file)}, d)
			if err != nil {
				t.Skip(err)
			}
			labels := map[string]string{}
			last := map[string]document.Number{} // of each run of numbers
			numbered := 0
			document.PrintLabels(r.Passages)
			for i := range r.Passages {
				p := &r.Passages[i]
				if was := labels[p.Label]; was != "" {
					t.Errorf("%s and %s are both %q", was, p.ID, p.Label)
				}
				labels[p.Label] = p.ID
				if p.Number == "" {
					continue
				}
				numbered++
				n, ok := document.ParseNumber(p.Number)
				if !ok || n.String() != p.Number {
					t.Errorf("%s: %q parses as %q, %v", p.ID, p.Number, n, ok)
					continue
				}
				if p.Place.Number != n {
					t.Errorf("%s: its place has the number %q, want %q", p.ID, p.Place.Number, n)
				}
				run := fmt.Sprint(p.Place.Scheme, p.Place.Group)
				if strings.Contains(p.Number, ".") {
					run += "by chapter" // beside the plain numbers of an introduction
				}
				if before, ok := last[run]; ok && before.Compare(n) >= 0 {
					t.Errorf("%s: %s stands after %s in %q", p.ID, n, before, run)
				}
				last[run] = n
			}
			t.Logf("%d numbered passages in %d runs", numbered, len(last))
		})
	}
}
