package document

import (
	"encoding/json"
	"fmt"
	"path"
	"strings"
)

// LeastManifest is the manifest of a file when only its name is known.
func LeastManifest(file string) *Manifest {
	name := path.Base(file)
	m := &Manifest{File: name, Slug: Slug(strings.TrimSuffix(name, path.Ext(name)))}
	if m.Slug == "" {
		m.Slug = "document"
	}
	return m
}

// ManifestWriter writes a manifest line by line.
type ManifestWriter struct{ strings.Builder }

// Line writes a line, formatted as by fmt.Sprintf.
func (w *ManifestWriter) Line(format string, args ...any) { fmt.Fprintf(w, format+"\n", args...) }

// Comment writes a comment of one line, whatever its arguments hold.
func (w *ManifestWriter) Comment(format string, args ...any) {
	w.Line("# %s", strings.ReplaceAll(fmt.Sprintf(format, args...), "\n", " "))
}

// QuoteYAML returns a string in quotation marks, as YAML and JSON have it in common.
func QuoteYAML(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		return `""`
	}
	return strings.TrimSpace(b.String())
}
