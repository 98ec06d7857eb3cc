package web

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

// pages are the templates, one set for each page, each with the layout.
type pages struct{ byName map[string]*template.Template }

const layoutName = "layout.html"

func parsePages(files fs.FS, a *assets) (*pages, error) {
	names, err := fs.Glob(files, "*.html")
	if err != nil {
		return nil, err
	}
	p := &pages{map[string]*template.Template{}}
	for _, name := range names {
		if name == layoutName {
			continue
		}
		t, err := template.New(layoutName).Funcs(templateFuncs).Funcs(template.FuncMap{"asset": a.link}).ParseFS(files, layoutName, name)
		if err != nil {
			return nil, fmt.Errorf("template %s: %w", name, err)
		}
		p.byName[strings.TrimSuffix(name, path.Ext(name))] = t
	}
	return p, nil
}

var templateFuncs = template.FuncMap{
	"pages": pagesLabel,
}

// view is what every page has.
type view struct {
	Title string
	Query string // what stands in the search box
}

func (s *server) view(title string, r *http.Request) view {
	return view{Title: title, Query: r.URL.Query().Get(paramQuery)}
}

// render writes a page whole, or an error and nothing of it.
func (s *server) render(w http.ResponseWriter, r *http.Request, status int, name string, data any) error {
	var page bytes.Buffer
	if err := s.pages.byName[name].ExecuteTemplate(&page, layoutName, data); err != nil {
		s.Log.Error("template failed", "page", name, "path", r.URL.Path, "error", err)
		http.Error(w, errInternal.title, http.StatusInternalServerError)
		return nil
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, err := page.WriteTo(w)
	return err
}
