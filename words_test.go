package socsearch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"socsearch/sources"
	"socsearch/sources/document"
)

// TestNothingOfOneDocument checks that no string in the code holds words of the
// embedded documents or of the vocabularies: they stand in manifests and in
// vocabularies alone, from which the test has its words.
func TestNothingOfOneDocument(t *testing.T) {
	words := documentWords(t)
	checked := 0
	for _, folder := range []string{"cmd", "index", "sources", "static"} {
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || isTest(path) {
				return err
			}
			files := token.NewFileSet()
			f, err := parser.ParseFile(files, path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(f, func(n ast.Node) bool {
				s, ok := n.(*ast.BasicLit)
				if !ok || s.Kind != token.STRING {
					return true
				}
				checked++
				text, _ := strconv.Unquote(s.Value)
				text = strings.ReplaceAll(text, `\b`, " ") // a word's border in patterns
				if w := words.FindString(text); w != "" && !allowed(filepath.Base(path), w) {
					t.Errorf("%s: %q is of one document: it belongs in a manifest or a vocabulary", files.Position(s.Pos()), w)
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if checked < 1000 {
		t.Errorf("%d strings were looked at: the code must have moved", checked)
	}
}

// isTest reports whether a file holds tests, or what tests have in common.
func isTest(path string) bool {
	return strings.HasSuffix(path, "_test.go") || strings.HasSuffix(filepath.Dir(path), "test") || strings.Contains(filepath.ToSlash(path), "/testdata/")
}

// notOfOne lists, by file, the words of the documents that are examples there for
// people who type, or words of another subject; nil stands for all.
var notOfOne = map[string][]string{
	"page_help.go":   nil, // the examples of the help page
	"api_resolve.go": {"NCA"},
	// Who publishes papers, as title pages of any name them.
	"frontmatter.go": {"Home Office", "HM Government", "Parliament", "United Nations", "united nations"},
	"phrases.go":     {"HM Government"},                            // how all papers of the government as a whole are cited
	"closed.go":      {"Roles page"},                               // the kinds of passages
	"facets.go":      {"Home Office", "launder", "the roles page"}, // examples in hints; the kinds of passages
}

func allowed(file, word string) bool {
	list, ok := notOfOne[file]
	return ok && (list == nil || slices.Contains(list, word))
}

// documentWords matches what the embedded documents and the vocabularies name.
func documentWords(t *testing.T) *regexp.Regexp {
	c, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	add := func(more ...string) { words = append(words, more...) }
	for _, d := range c.Documents {
		add(d.KnownAs, strings.TrimPrefix(d.KnownAs, "the "), d.Title, d.TitleSentence, d.Series, d.ISBN, d.Section)
		add(d.Author, strings.TrimSuffix(d.Author, " Limited"), d.Publisher)
		add(d.AuthorAlso...)
		var walk func([]*document.Outline)
		walk = func(list []*document.Outline) {
			for _, o := range list {
				add(o.Heading)
				walk(o.Children)
			}
		}
		walk(d.Outline)
		for _, b := range d.Boxes {
			add(b.Title)
		}
		for _, f := range d.Figures {
			add(f.Caption)
		}
		add(d.Organisations.Masks...)
	}
	for _, o := range c.Gazetteer.Organisations {
		add(o.Name, o.Abbreviation)
		add(o.Forms...)
	}
	for _, s := range c.Strands.List {
		add(s.Label)
	}
	add(c.Strands.All...)
	for _, th := range c.Threats.List {
		add(th.Label)
		add(th.Terms...)
	}
	var quoted []string
	for _, w := range words {
		switch p := regexp.QuoteMeta(strings.TrimSuffix(w, "*")); {
		case strings.Contains(w, " "): // patterns may have it in small letters
			quoted = append(quoted, "(?i:"+p+")")
		case len(w) > 1:
			quoted = append(quoted, p)
		}
	}
	slices.SortFunc(quoted, func(a, b string) int { return len(b) - len(a) })
	return regexp.MustCompile(`\b(?:` + strings.Join(slices.Compact(quoted), "|") + `)\b`)
}
