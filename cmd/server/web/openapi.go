package web

import (
	"net/http"
	"slices"

	"github.com/goccy/go-yaml"

	"socsearch/cmd/server/ask"
	"socsearch/index/engine"
	"socsearch/sources/cite"
	"socsearch/static"
)

// openAPIAPI answers GET /api/v1/openapi.json.
func (s *server) openAPIAPI(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	if err := noParameters(r); err != nil {
		return err
	}
	description, err := x.openAPI()
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	_, err = w.Write(description)
	return err
}

// openAPI is the description of the API as JSON, made of the YAML that people edit
// and of the lists that it has marks for.
func (x *snapshot) openAPI() ([]byte, error) {
	var description yaml.MapSlice
	if err := yaml.UnmarshalWithOptions(static.OpenAPI(), &description, yaml.UseOrderedMap()); err != nil {
		return nil, err
	}
	return yaml.MarshalWithOptions(x.fillMarks(description), yaml.JSON())
}

// marks are the keys of items that stand in lists of the YAML where what a list in
// the code has is to come.
var marks = map[string]func(*snapshot) []any{
	"x-facets":          (*snapshot).facetParameters,
	"x-register-fields": (*snapshot).registerParameters,
	"x-styles":          func(*snapshot) []any { return anyOf(cite.Styles) },
	"x-fields":          func(*snapshot) []any { return anyOf(ask.ResultMembers) },
}

func anyOf[T ~string](list []T) []any {
	var values []any
	for _, v := range list {
		values = append(values, string(v))
	}
	return values
}

// fillMarks puts what belongs there in the place of the marks.
func (x *snapshot) fillMarks(node any) any {
	switch node := node.(type) {
	case yaml.MapSlice:
		for i := range node {
			node[i].Value = x.fillMarks(node[i].Value)
		}
	case []any:
		list := []any{}
		for _, item := range node {
			if m, ok := item.(yaml.MapSlice); ok && len(m) == 1 {
				if fill := marks[m[0].Key.(string)]; fill != nil {
					list = append(list, fill(x)...)
					continue
				}
			}
			list = append(list, x.fillMarks(item))
		}
		return list
	}
	return node
}

// facetParameters describes the parameters of every facet: the plain one and those
// with a prefix.
func (x *snapshot) facetParameters() []any {
	var list []any
	for _, f := range ask.Facets {
		list = append(list, filterParameters(f.Name, f.Parameter, stringItems(x.Values(f.Name)))...)
	}
	return list
}

// registerParameters describes those of the fields that commitments have and
// passages haven't.
func (x *snapshot) registerParameters() []any {
	var list []any
	for _, f := range ask.RegisterFields {
		if !f.OfCommitments() {
			continue
		}
		items := stringItems(x.RegisterValues(f))
		if f.Name == ask.ParamBy {
			items = yaml.MapSlice{{Key: "type", Value: "integer"}, {Key: "minimum", Value: ask.MinYear}, {Key: "maximum", Value: ask.MaxYear}}
		}
		list = append(list, filterParameters(f.Name, f.Parameter, items)...)
	}
	return list
}

// stringItems is the schema of one value of a filter; without values any may be.
func stringItems(values []engine.FacetValue) yaml.MapSlice {
	items := yaml.MapSlice{{Key: "type", Value: "string"}}
	var enum []any
	for _, v := range values {
		if !slices.Contains(enum, any(v.Value)) { // two documents may each have an Annex A
			enum = append(enum, v.Value)
		}
	}
	if len(enum) > 0 {
		items = append(items, yaml.MapItem{Key: "enum", Value: enum})
	}
	return items
}

// filterParameters describes a filter's three parameters.
func filterParameters(name, asks string, items yaml.MapSlice) []any {
	var list []any
	for _, prefixed := range []struct{ prefix, asks string }{{"", ""}, {ask.PrefixAll, ": every one"}, {ask.PrefixReject, ": none"}} {
		parameter := yaml.MapSlice{{Key: "name", Value: prefixed.prefix + name}, {Key: "in", Value: "query"}, {Key: "description", Value: asks + prefixed.asks}}
		if len(items) > 1 { // not any string
			parameter = append(parameter, yaml.MapItem{Key: "allowEmptyValue", Value: true})
		}
		schema := yaml.MapSlice{{Key: "type", Value: "array"}, {Key: "items", Value: items}}
		list = append(list, append(parameter, yaml.MapItem{Key: "schema", Value: schema}))
	}
	return list
}
