package split

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"socsearch/sources/document"
)

var update = flag.Bool("update", false, "rewrite the wanted output in testdata/*.txtar")

// TestSplit splits small documents: each archive holds a manifest, a text with
// "⍽" for a no-break space, and what is wanted of them.
func TestSplit(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test archives: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := splitArchive(t, archive)
			want := archive.Files[len(archive.Files)-1]
			if *update {
				archive.Files[len(archive.Files)-1].Data = got
				if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if !bytes.Equal(got, want.Data) {
				t.Errorf("%s gives\n%s\nwant\n%s", file, got, want.Data)
			}
		})
	}
}

func splitArchive(t *testing.T, archive *txtar.Archive) []byte {
	t.Helper()
	m, err := document.ParseManifest("manifest.yaml", archive.Files[0].Data)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(string(archive.Files[1].Data), "⍽", "\u00a0")
	r, err := Split(m, text)
	if err != nil {
		return []byte("error: " + err.Error() + "\n")
	}
	var out bytes.Buffer
	for _, p := range r.Passages {
		out.WriteString(p.ID + " p" + pageString(p.Page) + "-" + pageString(p.PageEnd) + " [" + strings.Join(p.Section, " > ") + "]\n")
		for _, l := range strings.Split(p.Text, "\n") {
			out.WriteString("\t" + l + "\n")
		}
		for _, n := range p.Footnotes {
			note, err := json.Marshal(n)
			if err != nil {
				t.Fatal(err)
			}
			out.WriteString("\t" + string(note) + "\n")
		}
	}
	return out.Bytes()
}
