package pdf

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"socsearch/sources/pdf/pdftest"
)

var update = flag.Bool("update", false, "rewrite what the txtar files want")

// TestLayout reads small PDFs. Each file of testdata holds a page's contents as a
// PDF spells them, what else the PDF needs ("resources", "page" and "catalogue"
// are added to these dictionaries; object-6 and so on are objects), and the lines
// wanted of it.
func TestLayout(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no testdata: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d, err := Read(context.Background(), pdftest.Write(t, "paper.pdf", fromArchive(archive)), Limits{})
			if err != nil {
				t.Fatal(err)
			}
			last := &archive.Files[len(archive.Files)-1]
			got := describe(d)
			if *update {
				last.Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(last.Data), got); diff != "" {
				t.Errorf("lines differ (-want +got):\n%s", diff)
			}
		})
	}
}

func fromArchive(a *txtar.Archive) []byte {
	parts := map[string]string{}
	var further []string
	for _, f := range a.Files {
		data := strings.TrimSuffix(string(f.Data), "\n")
		if dict, body, ok := strings.Cut(data, "\nstream\n"); ok && strings.HasPrefix(f.Name, "object-") {
			data = pdftest.Stream(dict, body)
		}
		if strings.HasPrefix(f.Name, "object-") {
			further = append(further, data)
		}
		parts[f.Name] = data
	}
	o := append(pdftest.Objects(parts["resources"], parts["contents"]), further...)
	o[pdftest.Catalogue-1] = strings.Replace(o[pdftest.Catalogue-1], ">>", parts["catalogue"]+" >>", 1)
	o[pdftest.FirstPage-1] = strings.Replace(o[pdftest.FirstPage-1], ">>", parts["page"]+" >>", 1)
	return pdftest.Assemble("", o...)
}

// describe writes a document's lines: column, left edge, size, and the runs in
// brackets with b for bold, i for italic, ^ for raised and their tag.
func describe(d *Document) string {
	var b strings.Builder
	for _, p := range d.Pages {
		if p.Label != "" {
			fmt.Fprintf(&b, "page %s\n", p.Label)
		}
		for _, l := range p.Lines {
			fmt.Fprintf(&b, "%d %3.0f %2.0f ", l.Column, l.X0, l.Size)
			for _, r := range l.Runs {
				b.WriteString("[" + marks(r) + r.Text + "]")
			}
			b.WriteString("\n")
		}
		for _, reason := range slices.Sorted(maps.Keys(p.LeftOut)) {
			fmt.Fprintf(&b, "left out: %d %s\n", p.LeftOut[reason], reason)
		}
	}
	return b.String()
}

func marks(r Run) string {
	s := ""
	for _, m := range []struct {
		on   bool
		sign string
	}{{r.Bold, "b"}, {r.Italic, "i"}, {r.Raised, "^"}, {r.Tag != "", r.Tag}} {
		if m.on {
			s += m.sign
		}
	}
	if s != "" {
		s += "|"
	}
	return s
}
