package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/google/go-cmp/cmp"
	"github.com/gorilla/mux"

	"socsearch/cmd/server/ask"
	"socsearch/index"
)

// methods are those that an address may be asked with. HEAD and OPTIONS, which every
// address answers, are told in no description.
var methods = []string{http.MethodGet, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete}

// TestRoutesDescribed holds the routes of the API against its description: the same
// addresses, and of each the methods that it answers.
func TestRoutesDescribed(t *testing.T) {
	s, err := newServer(new(index.Live), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var routes []string
	err = s.routes().Walk(func(route *mux.Route, _ *mux.Router, _ []*mux.Route) error {
		if path, err := route.GetPathTemplate(); err == nil && strings.HasPrefix(path, "/api/v1/") {
			routes = append(routes, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	doc := description(t)
	described := doc.Paths.Keys()
	slices.Sort(described)
	slices.Sort(routes)
	if diff := cmp.Diff(routes, described); diff != "" {
		t.Errorf("addresses (-routes +described):\n%s", diff)
	}
	for path, item := range doc.Paths.Map() {
		for _, method := range methods {
			answered := get(t, method, exampleOf(path, item), nil).Code != http.StatusMethodNotAllowed
			if described := item.GetOperation(method) != nil; answered != described {
				t.Errorf("%s %s: answered %v, described %v", method, path, answered, described)
			}
		}
	}
}

// exampleOf is the address of a path with the examples of its parameters.
func exampleOf(path string, item *openapi3.PathItem) string {
	for _, o := range item.Operations() {
		for _, p := range o.Parameters {
			if p.Value.In == "path" {
				path = strings.Replace(path, "{"+p.Value.Name+"}", fmt.Sprint(p.Value.Example), 1)
			}
		}
	}
	return path
}

// eachOperation calls visit with every operation that is described, and a function
// that asks it with some values and returns the status and the parameters that it
// finds wrong.
func eachOperation(t *testing.T, visit func(name string, o *openapi3.Operation, ask func(url.Values) (int, []ask.FieldError))) {
	t.Helper()
	for path, item := range description(t).Paths.Map() {
		for method, o := range item.Operations() {
			visit(method+" "+path, o, func(values url.Values) (int, []ask.FieldError) {
				for _, p := range o.Parameters { // what is needed
					if p.Value.In == "query" && p.Value.Required && !values.Has(p.Value.Name) {
						values.Set(p.Value.Name, fmt.Sprint(p.Value.Example))
					}
				}
				r := httptest.NewRequest(method, exampleOf(path, item)+"?"+values.Encode(), strings.NewReader("x"))
				r.Header.Set("Content-Type", "text/plain")
				w := httptest.NewRecorder()
				site(t).ServeHTTP(w, r)
				var said problem
				if w.Code != http.StatusOK {
					if err := json.Unmarshal(w.Body.Bytes(), &said); err != nil {
						t.Fatalf("%s: %v", r.URL, err)
					}
				}
				return w.Code, said.Errors
			})
		}
	}
}

// TestParametersDescribed holds the parameters that every handler takes, as it tells
// who sends another, against the description.
func TestParametersDescribed(t *testing.T) {
	const other = "colour"
	eachOperation(t, func(name string, o *openapi3.Operation, asked func(url.Values) (int, []ask.FieldError)) {
		status, wrong := asked(url.Values{other: {"red"}})
		if status != http.StatusBadRequest || len(wrong) != 1 || wrong[0].Parameter != other {
			t.Errorf("%s doesn't refuse the parameter %s: status %d, %v", name, other, status, wrong)
			return
		}
		var takes, described []string
		_, list, _ := strings.Cut(wrong[0].Detail, "takes ")
		if list != "none" {
			takes = strings.Split(list, ", ")
		}
		for _, p := range o.Parameters {
			if p.Value.In == "query" {
				described = append(described, p.Value.Name)
			}
		}
		slices.Sort(takes)
		slices.Sort(described)
		if diff := cmp.Diff(takes, described); diff != "" {
			t.Errorf("%s: parameters (-taken +described):\n%s", name, diff)
		}
	})
}

// TestValuesDescribed holds the values that handlers take against those that are
// described: each of a list and no other, a number's least and most and none beyond,
// one value or several.
func TestValuesDescribed(t *testing.T) {
	eachOperation(t, func(name string, o *openapi3.Operation, asked func(url.Values) (int, []ask.FieldError)) {
		for _, p := range o.Parameters {
			if p.Value.In != "query" {
				continue
			}
			schema, several := p.Value.Schema.Value, p.Value.Schema.Value.Type.Is("array")
			if several {
				schema = schema.Items.Value
			}
			right, wrong := values(schema)
			for _, v := range right {
				if status, said := asked(url.Values{p.Value.Name: {v}}); status != http.StatusOK {
					t.Errorf("%s: %s=%s is described, and has status %d: %v", name, p.Value.Name, v, status, said)
				}
			}
			for _, v := range wrong {
				status, said := asked(url.Values{p.Value.Name: {v}})
				if !refuses(status, said, p.Value.Name) {
					t.Errorf("%s: %s=%s isn't described, and has status %d: %v", name, p.Value.Name, v, status, said)
				} else if len(schema.Enum) > 0 {
					if diff := cmp.Diff(told(said[0].Detail), slices.Sorted(slices.Values(right))); diff != "" {
						t.Errorf("%s: values of %s (-taken +described):\n%s", name, p.Value.Name, diff)
					}
				}
			}
			twice := "1999"
			if len(right) > 0 {
				twice = right[0]
			}
			status, said := asked(url.Values{p.Value.Name: {twice, twice}})
			if refused := refuses(status, said, p.Value.Name); refused == several {
				t.Errorf("%s: %s given twice has status %d, and is described as taking several: %v", name, p.Value.Name, status, several)
			}
		}
	})
}

// told are the values that a refusal says there are: "must be a, b or c".
func told(detail string) []string {
	_, list, _ := strings.Cut(detail, "must be ")
	values := strings.Split(strings.Replace(strings.TrimPrefix(list, "of "), " or ", ", ", 1), ", ")
	slices.Sort(values)
	return values
}

func refuses(status int, wrong []ask.FieldError, parameter string) bool {
	return status == http.StatusBadRequest && slices.ContainsFunc(wrong, func(f ask.FieldError) bool { return f.Parameter == parameter })
}

// values lists values that a schema allows and values that it doesn't.
func values(schema *openapi3.Schema) (right, wrong []string) {
	for _, v := range schema.Enum {
		right = append(right, fmt.Sprint(v))
	}
	if len(right) > 0 {
		wrong = append(wrong, "colour")
	}
	if schema.Min != nil {
		right, wrong = append(right, number(*schema.Min)), append(wrong, number(*schema.Min-1))
	}
	if schema.Max != nil {
		wrong = append(wrong, number(*schema.Max+1))
	}
	if schema.MaxLength != nil {
		right, wrong = append(right, strings.Repeat("a", int(*schema.MaxLength))), append(wrong, strings.Repeat("a", int(*schema.MaxLength)+1))
	}
	return right, wrong
}

func number(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
