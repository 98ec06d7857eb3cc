package web

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"

	"socsearch/cmd/server/ask"
)

// pages are the templates, one set for each page, each with the layout and the
// parts that pages share.
type pages struct{ byName map[string]*template.Template }

const layoutName = "layout.html"

// sharedTemplates are the files that every page is parsed with.
var sharedTemplates = []string{layoutName, "parts.html"}

func parsePages(files fs.FS, a *assets) (*pages, error) {
	names, err := fs.Glob(files, "*.html")
	if err != nil {
		return nil, err
	}
	p := &pages{map[string]*template.Template{}}
	for _, name := range names {
		if slices.Contains(sharedTemplates, name) {
			continue
		}
		t, err := template.New(layoutName).Funcs(templateFuncs).Funcs(template.FuncMap{"asset": a.link}).ParseFS(files, append(slices.Clone(sharedTemplates), name)...)
		if err != nil {
			return nil, fmt.Errorf("template %s: %w", name, err)
		}
		p.byName[strings.TrimSuffix(name, path.Ext(name))] = t
	}
	return p, nil
}

var templateFuncs = template.FuncMap{
	"pages":     pagesLabel,
	"longname":  longLabel,
	"count":     ask.CountPassages,
	"sentence":  ask.Capitalise,
	"beginning": beginning,
	"stopped":   func(s string) string { return strings.TrimSuffix(s, ".") + "." },
}

// view is what every page has.
type view struct {
	Title   string
	Query   string // what stands in the search box
	Address string // absolute, for print
	Site    siteView
	Notices []noticeView
}

// view makes what every page has. While no index is open the page has neither
// documents nor their notices.
func (s *server) view(title string, r *http.Request) view {
	v := view{Title: title, Query: r.URL.Query().Get(ask.ParamQuery), Address: s.absolute(r, r.URL.RequestURI())}
	x := snapshotOf(r)
	v.Site = x.newSiteView(r.URL.Path)
	v.Site.Root = string(s.mount)
	if x != nil {
		v.Notices = x.notices(r.URL.Path)
	}
	return v
}

// absolute returns the whole address of a path of this site.
func (s *server) absolute(r *http.Request, path string) string {
	return s.base(r) + path
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
	_, err := w.Write(s.mount.html(page.Bytes()))
	return err
}
