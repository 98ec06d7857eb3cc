// Package static holds what a browser gets: the templates of the pages, which
// the server fills in, and the style and script beside them.
package static

import (
	"embed"
	"io/fs"
)

//go:embed templates/*.html
var templates embed.FS

//go:embed css js favicon.svg
var files embed.FS

//go:embed favicon.svg
var favicon []byte

//go:embed openapi.yaml
var openAPI []byte

// Favicon returns the site's icon, an SVG.
func Favicon() []byte { return favicon }

// OpenAPI returns the description of the API, OpenAPI 3.1 as YAML.
func OpenAPI() []byte { return openAPI }

// Templates returns the page templates.
func Templates() fs.FS {
	dir, err := fs.Sub(templates, "templates")
	if err != nil {
		panic(err) // the name is a constant
	}
	return dir
}

// Files returns what is served below /static/.
func Files() fs.FS { return files }
