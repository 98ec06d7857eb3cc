package web

import (
	"net/http"
	"slices"

	"github.com/goccy/go-yaml"

	"socsearch/cmd/server/ask"
	"socsearch/static"
)

// openAPIAPI answers GET /api/v1/openapi.json.
func (s *server) openAPIAPI(w http.ResponseWriter, _ *http.Request, x *snapshot) error {
	description, err := x.openAPI()
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	_, err = w.Write(description)
	return err
}

// openAPI is the description of the API as JSON, made of the YAML that people edit
// and of the list of facets with the values that they have here.
func (x *snapshot) openAPI() ([]byte, error) {
	var description yaml.MapSlice
	if err := yaml.UnmarshalWithOptions(static.OpenAPI(), &description, yaml.UseOrderedMap()); err != nil {
		return nil, err
	}
	return yaml.MarshalWithOptions(x.withFacets(description), yaml.JSON())
}

// facetsMark stands in the YAML's lists of parameters where those of the facets are
// to come.
const facetsMark = "x-facets"

// withFacets puts the parameters of facets where the YAML has their mark.
func (x *snapshot) withFacets(node any) any {
	switch node := node.(type) {
	case yaml.MapSlice:
		for i := range node {
			node[i].Value = x.withFacets(node[i].Value)
		}
	case []any:
		list := []any{}
		for _, item := range node {
			if m, ok := item.(yaml.MapSlice); ok && len(m) == 1 && m[0].Key == facetsMark {
				list = append(list, x.facetParameters()...)
				continue
			}
			list = append(list, x.withFacets(item))
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
		items := yaml.MapSlice{{Key: "type", Value: "string"}}
		var values []any
		for _, v := range x.Values(f.Name) {
			if !slices.Contains(values, any(v.Value)) { // two documents may each have an Annex A
				values = append(values, v.Value)
			}
		}
		if len(values) > 0 {
			items = append(items, yaml.MapItem{Key: "enum", Value: values})
		}
		for _, prefixed := range []struct{ prefix, asks string }{{"", ""}, {ask.PrefixAll, ": every one"}, {ask.PrefixReject, ": none"}} {
			list = append(list, yaml.MapSlice{
				{Key: "name", Value: prefixed.prefix + f.Name},
				{Key: "in", Value: "query"},
				{Key: "description", Value: f.Parameter + prefixed.asks},
				{Key: "schema", Value: yaml.MapSlice{{Key: "type", Value: "array"}, {Key: "items", Value: items}}},
			})
		}
	}
	return list
}
