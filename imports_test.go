// Package socsearch has no code of its own: this test holds the packages to the
// way in which the data flows.
package socsearch

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestImports checks that imports run cmd → index → sources and never back, that
// the engine's package alone knows of bleve, and that package ask knows neither HTTP
// nor those who use it.
func TestImports(t *testing.T) {
	forbidden := map[string][]string{ // folder → what nothing below it may import
		"sources": {"socsearch/index", "socsearch/cmd", "socsearch/static", "github.com/blevesearch", "net/http"},
		"index":   {"socsearch/cmd", "socsearch/static"},
		"static":  {"socsearch/", "github.com/blevesearch"},
		"cmd":     {"github.com/blevesearch"},
	}
	eachImport(t, func(file, name string) {
		folder, _, _ := strings.Cut(filepath.ToSlash(file), "/")
		if path.Dir(filepath.ToSlash(file)) == "cmd/server/ask" && (name == "net/http" || strings.HasPrefix(name, "socsearch/cmd")) {
			t.Errorf("%s imports %s: what is asked and said is the same for pages, API and tools", file, name)
		}
		for _, banned := range forbidden[folder] {
			if strings.HasPrefix(name, banned) {
				t.Errorf("%s imports %s", file, name)
			}
		}
	})
}

// rooms are the packages below index, from the bottom up, with those of them that
// each may import besides query, analysis and lru.
var rooms = map[string][]string{
	"schema":  {},
	"engine":  {"schema", "plan", "meaning"},
	"words":   {"schema", "thesaurus", "morphology"},
	"plan":    {"schema", "words", "thesaurus", "morphology"},
	"match":   {"schema", "words", "plan", "engine", "meaning"},
	"snippet": {"words", "plan"},
	"library": {"schema", "engine"},
	"local":   {"schema", "words", "plan", "engine", "match", "library", "meaning"},
	"cluster": {"schema", "words", "plan", "engine", "match", "library", "meaning"},
	"query":   {},
	"lru":     {},

	"engine/enginetest": {"schema", "words", "plan", "engine", "match", "snippet", "library"},
	"analysis":          {"morphology"},
	"meaning":           {},
	"morphology":        {},
	"thesaurus":         {},
	"generate":          {},
	"quotation":         {},
	"draft":             {"quotation"},
}

// TestRooms checks who imports whom below index: a room knows those below it, and
// none knows the face.
func TestRooms(t *testing.T) {
	const face, bleve = "socsearch/index", "github.com/blevesearch/bleve"
	eachImport(t, func(file, name string) {
		room, inIndex := strings.CutPrefix(path.Dir(filepath.ToSlash(file)), "index/")
		if room != "engine/enginetest" {
			room, _, _ = strings.Cut(room, "/")
		}
		if inIndex && strings.HasPrefix(name, "net/http") && room != "cluster" {
			t.Errorf("%s imports %s: package cluster alone speaks HTTP", file, name)
		}
		if strings.HasPrefix(name, bleve) && room != "local" && room != "benchmark" {
			t.Errorf("%s imports %s: package local alone knows of bleve", file, name)
		}
		allowed, isRoom := rooms[room]
		if !inIndex || !isRoom || strings.HasSuffix(file, "_test.go") {
			return
		}
		other, ours := strings.CutPrefix(name, face+"/")
		other, _, _ = strings.Cut(other, "/")
		switch {
		case name == face:
			t.Errorf("%s imports the face of the index", file)
		case ours && other != room && !slices.Contains([]string{"query", "analysis", "lru"}, other) && !slices.Contains(allowed, other):
			t.Errorf("%s imports %s: %s may import %q", file, name, room, allowed)
		}
	})
}

// eachImport calls visit for each import of a file of the project.
func eachImport(t *testing.T, visit func(file, name string)) {
	t.Helper()
	for _, folder := range []string{"cmd", "index", "sources", "static"} {
		err := filepath.WalkDir(folder, func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(file, ".go") {
				return err
			}
			f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
			if err != nil {
				return err
			}
			for _, i := range f.Imports {
				name, _ := strconv.Unquote(i.Path.Value)
				visit(file, name)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}
