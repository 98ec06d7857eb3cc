// Package socsearch has no code of its own: this test holds the packages to the
// way in which the data flows.
package socsearch

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestImports checks that imports run cmd → index → sources and never back, and
// that package index alone knows of bleve.
func TestImports(t *testing.T) {
	forbidden := map[string][]string{ // folder → what nothing below it may import
		"sources": {"socsearch/index", "socsearch/cmd", "socsearch/static", "github.com/blevesearch", "net/http"},
		"index":   {"socsearch/cmd", "socsearch/static", "net/http"},
		"static":  {"socsearch/", "github.com/blevesearch"},
		"cmd":     {"github.com/blevesearch"},
	}
	for folder, banned := range forbidden {
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
				return err
			}
			f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
			if err != nil {
				return err
			}
			for _, i := range f.Imports {
				name, _ := strconv.Unquote(i.Path.Value)
				for _, b := range banned {
					if strings.HasPrefix(name, b) {
						t.Errorf("%s imports %s", path, name)
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}
