package web

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"net/http"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/google/go-cmp/cmp"

	"socsearch/cmd/server/ask"
)

// closeSchemas makes the schemas of a description allow no members but those that they name.
func closeSchemas(doc *openapi3.T) {
	for _, s := range doc.Components.Schemas {
		for _, part := range s.Value.AllOf { // each part would refuse the others' members
			for name, p := range part.Value.Properties {
				if s.Value.Properties == nil {
					s.Value.Properties = openapi3.Schemas{}
				}
				s.Value.Properties[name] = p
			}
			s.Value.Required = append(s.Value.Required, part.Value.Required...)
		}
		s.Value.AllOf = nil
		if no := false; len(s.Value.Properties) > 0 {
			s.Value.AdditionalProperties.Has = &no
		}
	}
}

// TestResultMembers holds the list that fields= chooses from against results, among
// them some that are near and say why.
func TestResultMembers(t *testing.T) {
	served := map[string]any{}
	for _, words := range []string{"smuggling", "smugglers"} { // the documents print the first
		var answer struct{ Results, Near []map[string]any }
		body := get(t, http.MethodGet, "/api/v1/search?q="+words, nil).Body.Bytes()
		if err := json.Unmarshal(body, &answer); err != nil || len(answer.Results)+len(answer.Near) == 0 {
			t.Fatalf("%s: %d results, %v", words, len(answer.Results), err)
		}
		for _, r := range slices.Concat(answer.Results, answer.Near) {
			maps.Copy(served, r)
		}
	}
	if diff := cmp.Diff(slices.Sorted(maps.Keys(served)), slices.Sorted(slices.Values(ask.ResultMembers))); diff != "" {
		t.Errorf("members of results (-served +listed):\n%s", diff)
	}
}

// enums are members with the values that they may have, and the types in the code whose constants they are.
var enums = []struct{ schema, member, folder, name string }{
	{"PassageKind", "", "sources/document", "Kind"},
	{"CommitmentKind", "", "sources/document", "CommitmentKind"},
	{"CommitmentStrength", "", "sources/document", "Strength"},
	{"Result", "match", "index/engine", "Match"},
	{"Expansion", "relation", "index/plan", "Relation"},
	{"Suggestion", "kind", "index", "SuggestionKind"},
	{"DraftRead", "format", "index/draft", "Format"},
	{"CheckFinding", "type", "index/draft", "Type"},
	{"CheckFinding", "words", "index/quotation", "Verdict"},
	{"CheckFinding", "verdict", "index/draft", "Verdict"},
	{"CheckedReference", "verdict", "index/draft", "Verdict"},
}

// TestEnums holds the values that a member is described to have against the constants
// of its type.
func TestEnums(t *testing.T) {
	schemas := description(t).Components.Schemas
	for _, e := range enums {
		s := schemas[e.schema].Value
		if e.member != "" {
			s = s.Properties[e.member].Value
		}
		var described []string
		for _, v := range s.Enum {
			described = append(described, v.(string))
		}
		slices.Sort(described)
		if diff := cmp.Diff(constants(t, e.folder, e.name), described); diff != "" {
			t.Errorf("%s.%s (-constants of %s.%s +described):\n%s", e.schema, e.member, e.folder, e.name, diff)
		}
	}
}

// constants reads the values of the constants of a type in a folder of the project.
func constants(t *testing.T, folder, name string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("../../..", folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var values []string
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Values) > 0 {
				of, isName := spec.Type.(*ast.Ident)
				value, isLiteral := spec.Values[0].(*ast.BasicLit)
				if isName && isLiteral && of.Name == name {
					text, _ := strconv.Unquote(value.Value)
					values = append(values, text)
				}
			}
			return true
		})
	}
	slices.Sort(values)
	return values
}
