package web

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/google/go-cmp/cmp"

	"socsearch/cmd/server/ask"
	"socsearch/cmd/server/watch"
	"socsearch/index/draft"
	"socsearch/index/quotation"
	"socsearch/sources/cite"
	"socsearch/sources/document"
)

// searchAnswer is the whole JSON of a search, which is written in parts.
type searchAnswer struct {
	searchHead
	Results []hitJSON `json:"results"`
	Near    []hitJSON `json:"near"`
	searchTail
}

// hitJSON is a result with what the search says of it.
type hitJSON struct {
	resultJSON
	Score   float64 `json:"score"`
	Partial bool    `json:"partial"`
	Match   string  `json:"match"`
	Because string  `json:"because,omitempty"`
	Snippet string  `json:"snippet"`
}

// structs are the types that answers are encoded from, by the names of their schemas.
var structs = map[string]any{
	"CheckAnswer": draft.Report{}, "DraftRead": draft.Input{}, "CheckSummary": draft.Summary{}, "CheckFinding": draft.Finding{},
	"Stretch": draft.Span{}, "Difference": quotation.Diff{}, "CheckedReference": draft.Reference{}, "Correction": draft.Correction{},
	"Citation": cite.Citation{}, "Citations": map[cite.Style]cite.Citation{},
	"Passage": document.Passage{}, "Table": document.Table{}, "Footnote": document.Footnote{}, "Mention": document.Mention{},
	"MentionPlace": document.Why{}, "Place": document.Span{}, "Commitment": document.Commitment{}, "Expectation": document.Expectation{},
	"Heading": document.Heading{}, "Relation": document.Relation{}, "Licence": document.Licence{},
	"PassageAnswer": passageAnswer{}, "PassagesAnswer": passagesAnswer{},
	"SearchAnswer": searchAnswer{}, "Result": hitJSON{}, "FootnoteMark": footnoteMark{}, "QueryRead": queryJSON{}, "Expansion": expansionJSON{},
	"UnusedWord": unusedJSON{}, "PageLinks": linksJSON{}, "FacetCounts": facetJSON{}, "FacetValue": facetValueJSON{},
	"UnknownValue": ask.UnknownValue{}, "NothingFound": zeroResultsJSON{}, "FilterWithout": obstacleJSON{},
	"RegisterAnswer": registerAnswer{}, "CommitmentLine": commitmentLine{}, "ExpectationLine": expectationLine{},
	"SuggestAnswer": suggestAnswer{}, "Suggestion": suggestionJSON{}, "ResolveAnswer": resolveAnswer{},
	"DocumentsAnswer": documentsAnswer{}, "DocumentInList": documentInList{}, "DocumentAnswer": documentAnswer{}, "Document": documentJSON{},
	"DocumentState": documentStateJSON{}, "ReasonCount": reasonCount{}, "Folder": watch.State{}, "FolderFile": watch.File{},
	"OrganisationsAnswer": organisationsAnswer{}, "OrganisationAnswer": organisationAnswer{}, "Organisation": organisationJSON{},
	"Problem": problem{}, "ParameterError": ask.FieldError{},
}

// notEncoded are the schemas of what isn't encoded from a struct of its own: values,
// a list of several types, and what is read.
var notEncoded = []string{"PassageKind", "CommitmentKind", "CommitmentStrength", "OpenSearchSuggestions", "DraftForm"}

// TestSchemas holds the schemas against the types that answers are encoded from: the
// same members, of the same types, and those required that are always there.
func TestSchemas(t *testing.T) {
	schemas := description(t).Components.Schemas
	for name := range schemas {
		if _, ok := structs[name]; !ok && !slices.Contains(notEncoded, name) {
			t.Errorf("%s is described: which type is it of?", name)
		}
	}
	for name, value := range structs {
		if schemas[name] == nil {
			t.Errorf("%s isn't described", name)
			continue
		}
		h := holder{name == "Result"}
		for _, problem := range h.compare(name, schemas[name].Value, reflect.TypeOf(value)) {
			t.Error(problem)
		}
	}
}

// holder holds schemas against types. chosen: the members may be chosen by the
// request, and none is required.
type holder struct{ chosen bool }

// compare lists what differs between a schema and a type. Schemas that are referred
// to have their own turn.
func (h holder) compare(at string, s *openapi3.Schema, t reflect.Type) []string {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if some := orNull(s); some != nil {
		s = some
	}
	switch t.Kind() {
	case reflect.Struct:
		return h.compareStruct(at, s, t)
	case reflect.Slice:
		if !s.Type.Includes("array") || s.Items == nil {
			return []string{fmt.Sprintf("%s: %v isn't described as a list", at, t)}
		}
		return h.compareRef(at+"[]", s.Items, t.Elem())
	case reflect.Map:
		if !s.Type.Includes("object") || s.AdditionalProperties.Schema == nil {
			return []string{fmt.Sprintf("%s: %v isn't described as a map", at, t)}
		}
		return h.compareRef(at+"{}", s.AdditionalProperties.Schema, t.Elem())
	case reflect.Interface: // one of several
		return nil
	}
	if want := typeOf(t); !s.Type.Includes(want) || s.Type.Includes("null") != nullable(t) {
		return []string{fmt.Sprintf("%s: %v is described as %v", at, t, s.Type)}
	}
	return nil
}

// compareRef compares what is described in place, and the name of what is referred to.
func (h holder) compareRef(at string, ref *openapi3.SchemaRef, t reflect.Type) []string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	target := ref
	if list := ref.Value.OneOf; ref.Ref == "" && orNull(ref.Value) != nil {
		target = list[0]
	}
	name := strings.TrimPrefix(target.Ref, "#/components/schemas/")
	if value, ok := structs[name]; ok && name != "" {
		if of := reflect.TypeOf(value); of != t {
			return []string{fmt.Sprintf("%s: %v is described as %s, which is %v", at, t, name, of)}
		}
		return nil
	}
	return h.compare(at, target.Value, t)
}

// orNull is the schema beside "null"; nil where there isn't one.
func orNull(s *openapi3.Schema) *openapi3.Schema {
	if len(s.OneOf) == 2 && s.OneOf[1].Value.Type.Is("null") {
		return s.OneOf[0].Value
	}
	return nil
}

func (h holder) compareStruct(at string, s *openapi3.Schema, t reflect.Type) []string {
	properties, required := openapi3.Schemas{}, []string{}
	for _, part := range append(slices.Clone(s.AllOf), &openapi3.SchemaRef{Value: s}) {
		maps.Copy(properties, part.Value.Properties)
		required = append(required, part.Value.Required...)
	}
	var problems, names, always []string
	for _, f := range members(t) {
		names = append(names, f.name)
		if f.always && !h.chosen {
			always = append(always, f.name)
		}
		if p := properties[f.name]; p != nil {
			problems = append(problems, h.compareRef(at+"."+f.name, p, f.of)...)
		}
	}
	slices.Sort(names)
	slices.Sort(always)
	slices.Sort(required)
	if diff := cmp.Diff(names, slices.Sorted(maps.Keys(properties))); diff != "" {
		problems = append(problems, fmt.Sprintf("%s: members of %v (-encoded +described):\n%s", at, t, diff))
	}
	if diff := cmp.Diff(always, required, cmp.Transformer("empty", func(l []string) []string { return append([]string{}, l...) })); diff != "" && len(always)+len(required) > 0 {
		problems = append(problems, fmt.Sprintf("%s: members of %v that are always there (-encoded +required):\n%s", at, t, diff))
	}
	return problems
}

// member is a member of the JSON object that a struct becomes.
type member struct {
	name   string
	of     reflect.Type
	always bool
}

// members lists those of a struct and of the structs in it. A member further out
// takes the place of one further in (package json).
func members(t reflect.Type) []member {
	var list, inner []member
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "-":
		case f.Anonymous && name == "":
			inner = append(inner, members(f.Type)...)
		case f.IsExported():
			list = append(list, member{name, f.Type, !strings.Contains(options, "omit")})
		}
	}
	for _, m := range inner {
		if !slices.ContainsFunc(list, func(outer member) bool { return outer.name == m.name }) {
			list = append(list, m)
		}
	}
	return list
}

// typeOf is the type that JSON has for one of Go.
func typeOf(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Bool:
		return "boolean"
	case reflect.Int:
		return "integer"
	case reflect.Float64:
		return "number"
	}
	return "string"
}

// nullable reports whether a value without anything is null in JSON.
func nullable(t reflect.Type) bool {
	return t == reflect.TypeFor[document.OptionalInt]() || t == reflect.TypeFor[document.OptionalString]()
}
