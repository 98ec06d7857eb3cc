package layout

import (
	"slices"
	"strings"
	"testing"

	"socsearch/sources/document"
	"socsearch/sources/pdf"
)

// TestWithoutTags takes the tags off tagged documents: their typography alone
// must give the same paragraphs, notes and pages.
func TestWithoutTags(t *testing.T) {
	for _, name := range []string{whitePaper, committee, guidelines} {
		t.Run(name, func(t *testing.T) {
			f := open(t, "x", name)
			r, err := Split(&document.Manifest{Slug: "x", Title: "x", File: name}, withoutTags(f.document))
			if err != nil {
				t.Fatal(err)
			}
			checkConserved(t, f.document, r)
			for _, want := range f.result.Passages {
				if want.Number == "" {
					continue
				}
				i := slices.IndexFunc(r.Passages, func(p document.Passage) bool { return p.ID == want.ID })
				if i < 0 {
					t.Errorf("there is no %s", want.ID)
					continue
				}
				got := r.Passages[i]
				first, _, _ := strings.Cut(got.Text, "\n") // what follows may be boxes then
				wantFirst, _, _ := strings.Cut(want.Text, "\n")
				// A heading that looks like text goes on with it once it has no tag.
				if got.Page != want.Page || !strings.HasPrefix(first, wantFirst) {
					t.Errorf("%s is on page %d:\n%s\nwant page %d:\n%s", want.ID, got.Page, first, want.Page, wantFirst)
				}
				if got.Text == want.Text && notesOf(&got) != notesOf(&want) {
					t.Errorf("%s has footnotes %q, want %q", want.ID, notesOf(&got), notesOf(&want))
				}
			}
		})
	}
}

func withoutTags(d *pdf.Document) *pdf.Document {
	bare := &pdf.Document{Title: d.Title}
	for _, p := range d.Pages {
		q := *p
		q.Label, q.Lines = "", slices.Clone(p.Lines)
		for i := range q.Lines {
			q.Lines[i].Runs = slices.Clone(q.Lines[i].Runs)
			for j := range q.Lines[i].Runs {
				q.Lines[i].Runs[j].Tag = ""
			}
		}
		bare.Pages = append(bare.Pages, &q)
	}
	return bare
}
