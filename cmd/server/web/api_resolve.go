package web

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"socsearch/index"
	"socsearch/sources/document"
	"socsearch/sources/resolve"
)

const paramRef = "ref"

// resolveAPI answers GET /api/v1/resolve.
func (s *server) resolveAPI(w http.ResponseWriter, r *http.Request, x *index.Index) error {
	p := &paramReader{values: r.URL.Query()}
	p.refuseUnknown([]string{paramRef})
	ref := strings.TrimSpace(p.values.Get(paramRef))
	if ref == "" {
		p.add(paramRef, "is missing: write what a person would, as in ref=para+79")
	}
	if err := p.error(); err != nil {
		return err
	}
	found, err := x.Resolve(ref)
	var missing *resolve.MissingError
	switch {
	case errors.As(err, &missing):
		return s.missing(x, missing)
	case errors.Is(err, resolve.ErrNotReference):
		return &httpError{status: http.StatusNotFound, title: "Not a reference",
			detail: fmt.Sprintf("“%s” is not a reference to a passage, as “para 79”, “p 31” or “Annex A, NCA” would be.", ref)}
	case err != nil:
		return err
	}
	return writeJSON(w, map[string]any{"ref": ref, "passages": found.Passages, "url": found.URL, "others": notNil(found.Others), "note": found.Note})
}

// missing says what there is instead of what was asked for.
func (s *server) missing(x *index.Index, m *resolve.MissingError) error {
	e := &httpError{status: http.StatusNotFound, title: "There is no such place", detail: upperFirst(m.Error()) + "."}
	if number, isParagraph := strings.CutPrefix(m.What, string(document.KindParagraph)+" "); isParagraph && m.Document != "" {
		nearest, err := x.Nearest(m.Document, number)
		if err != nil {
			return err
		}
		e.nearest = nearest
	}
	return e
}

// hasPlace tells whether a reference has one address that shows all it names. A
// document's name is a reference only with a number in it: "strategy" is a word.
func hasPlace(found *resolve.Reference, text string) bool {
	switch {
	case len(found.Others) > 0:
		return false
	case found.Kind == resolve.KindDocument:
		return strings.ContainsAny(text, "0123456789")
	}
	first, _, _ := strings.Cut(found.URL, "#")
	return len(found.Passages) == 1 || first != "/"+found.Passages[0]
}

func upperFirst(s string) string {
	return strings.ToUpper(s[:1]) + s[1:]
}

// goTo sends a search that is a reference and nothing else to its place: "para
// 79", "79-82", "Figure 7", "Cm 9718". Everything else goes on, and so does a
// reference that may be to several documents, or to passages that have no address
// together.
func (s *server) goTo(next indexHandler) indexHandler {
	return func(w http.ResponseWriter, r *http.Request, x *index.Index) error {
		values := r.URL.Query()
		if len(values) == 1 && values.Get(paramQuery) != "" {
			found, err := x.Resolve(values.Get(paramQuery))
			if err == nil && hasPlace(found, values.Get(paramQuery)) {
				s.mount.redirect(w, found.URL, http.StatusSeeOther)
				return nil
			}
		}
		return next(w, r, x)
	}
}
