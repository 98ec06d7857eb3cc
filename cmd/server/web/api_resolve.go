package web

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"socsearch/cmd/server/ask"
	"socsearch/sources/document"
	"socsearch/sources/resolve"
)

const paramRef = "ref"

// resolveAnswer is the JSON of what a reference means.
type resolveAnswer struct {
	Ref      string   `json:"ref"`
	Passages []string `json:"passages"` // ids
	URL      string   `json:"url"`
	Others   []string `json:"others"` // ids in other documents that it fits as well
	Note     string   `json:"note"`   // what it left open, and how it was taken
}

// resolveAPI answers GET /api/v1/resolve.
func (s *server) resolveAPI(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	p := ask.Read(r.URL.Query())
	p.Only(paramRef)
	ref := strings.TrimSpace(p.Get(paramRef))
	if ref == "" {
		p.Wrong(paramRef, "is missing: write what a person would, as in ref=para+79")
	}
	if err := p.Err(); err != nil {
		return err
	}
	found, err := x.Resolve(ref)
	var missing *resolve.MissingError
	switch {
	case errors.As(err, &missing):
		return x.missing(missing)
	case errors.Is(err, resolve.ErrNotReference):
		return &httpError{status: http.StatusNotFound, title: "Not a reference",
			detail: fmt.Sprintf("“%s” is not a reference to a passage, as “para 79”, “p 31” or “Annex A, NCA” would be.", ref)}
	case err != nil:
		return err
	}
	return writeJSON(w, resolveAnswer{ref, notNil(found.Passages), found.URL, notNil(found.Others), found.Note})
}

// missing says what there is instead of what was asked for.
func (x *snapshot) missing(m *resolve.MissingError) error {
	e := &httpError{status: http.StatusNotFound, title: "There is no such place", detail: ask.Capitalise(m.Error()) + "."}
	if number, isParagraph := strings.CutPrefix(m.What, string(document.KindParagraph)+" "); isParagraph && m.Document != "" {
		nearest, err := x.Nearest(m.Document, number)
		if err != nil {
			return err
		}
		e.nearest = nearest
	}
	return e
}

// goTo sends a search that is a reference and nothing else to its place: "para
// 79", "79-82", "Figure 7", "Cm 9718". Everything else goes on, and so does a
// reference that may be to several documents, or to passages that have no address
// together.
func (s *server) goTo(next indexHandler) indexHandler {
	return func(w http.ResponseWriter, r *http.Request, x *snapshot) error {
		values := r.URL.Query()
		if len(values) == 1 && values.Get(ask.ParamQuery) != "" {
			found, err := x.Resolve(values.Get(ask.ParamQuery))
			if err == nil && ask.HasPlace(found, values.Get(ask.ParamQuery)) {
				s.mount.redirect(w, found.URL, http.StatusSeeOther)
				return nil
			}
		}
		return next(w, r, x)
	}
}
