package web

import (
	"net/http"
	"strings"

	"github.com/goccy/go-yaml"

	"socsearch/sources/document"
)

// apiDescription is what the page about the API shows of its description.
type apiDescription struct {
	Info struct {
		Description string `yaml:"description"`
	} `yaml:"info"`
	Paths yaml.MapSlice `yaml:"paths"`
}

// apiRoute is one address of the API as a reader needs it.
type apiRoute struct {
	ID                   string // in the page
	Method               string // "GET" or "POST"
	Path, Example        string // Example is an address to try, "" for what is posted
	Summary, Description string
	Parameters           []apiParameter
}

type apiParameter struct {
	Name, In, Description, Values string
	Required                      bool
}

type apiView struct {
	view
	Description string
	Routes      []apiRoute
}

// apiRoutes reads the routes out of the description: the page and the
// machine-readable form can't drift apart.
func (x *snapshot) apiRoutes() (apiView, error) {
	description, err := x.openAPI()
	if err != nil {
		return apiView{}, err
	}
	var d apiDescription
	var whole map[string]any
	if err := yaml.Unmarshal(description, &d); err != nil { // JSON is YAML
		return apiView{}, err
	}
	if err := yaml.Unmarshal(description, &whole); err != nil {
		return apiView{}, err
	}
	v := apiView{Description: d.Info.Description}
	for _, p := range d.Paths {
		path := p.Key.(string)
		r := apiRoute{Method: http.MethodGet, Path: path, Example: path}
		get := at(whole, "paths", path, "get")
		if get == nil {
			get = at(whole, "paths", path, "post")
			r.Method = http.MethodPost
		}
		r.Summary, r.Description = text(get, "summary"), text(get, "description")
		r.ID = document.Slug(path)
		list, _ := get["parameters"].([]any)
		for _, item := range list {
			r.addParameter(whole, item.(map[string]any))
		}
		if r.Method == http.MethodPost {
			r.Example = ""
		}
		v.Routes = append(v.Routes, r)
	}
	return v, nil
}

// addParameter adds a parameter, following a reference to a shared one, and its
// example to the example address.
func (r *apiRoute) addParameter(whole, p map[string]any) {
	if ref := text(p, "$ref"); ref != "" {
		p = at(whole, strings.Split(strings.TrimPrefix(ref, "#/"), "/")...)
	}
	schema, _ := p["schema"].(map[string]any)
	if items, ok := schema["items"].(map[string]any); ok {
		schema = items
	}
	a := apiParameter{Name: text(p, "name"), In: text(p, "in"), Description: text(p, "description")}
	a.Required, _ = p["required"].(bool)
	values, _ := schema["enum"].([]any)
	for _, v := range values {
		a.Values = strings.TrimPrefix(a.Values+", "+v.(string), ", ")
	}
	if example := text(p, "example"); example != "" && a.In == "path" {
		r.Example = strings.Replace(r.Example, "{"+a.Name+"}", example, 1)
	} else if example != "" {
		r.Example += "?" + a.Name + "=" + strings.ReplaceAll(example, " ", "+")
	}
	r.Parameters = append(r.Parameters, a)
}

// at follows keys into nested maps; nil where one is missing.
func at(m map[string]any, keys ...string) map[string]any {
	for _, k := range keys {
		m, _ = m[k].(map[string]any)
	}
	return m
}

func text(m map[string]any, key string) string {
	s, _ := m[key].(string)
	return strings.TrimSpace(s)
}

// apiPage answers GET /api: the API for people.
func (s *server) apiPage(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	v, err := x.apiRoutes()
	if err != nil {
		return err
	}
	v.view = s.view("The API", r)
	return s.render(w, r, http.StatusOK, "api", v)
}
