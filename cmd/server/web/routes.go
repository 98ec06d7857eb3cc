package web

import (
	"io/fs"
	"log/slog"
	"net/http"
	"strings"

	"github.com/gorilla/mux"

	"socsearch/index"
	"socsearch/static"
)

// Options are what a server may be told.
type Options struct {
	BaseURL string // before every address that must be absolute; "" leaves them relative
	Log     *slog.Logger
}

// server holds what handlers share.
type server struct {
	Options
	live  *index.Live
	pages *pages
}

// New returns the handler of the whole site over an index that may be swapped
// while it serves.
func New(live *index.Live, o Options) (http.Handler, error) {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	o.BaseURL = strings.TrimRight(o.BaseURL, "/")
	pages, err := parsePages(static.Templates())
	if err != nil {
		return nil, err
	}
	s := &server{Options: o, live: live, pages: pages}
	return s.routes(), nil
}

// routes lists every address of the site.
func (s *server) routes() http.Handler {
	r := mux.NewRouter()

	// The API.
	r.Handle("/api/v1/search", s.api(s.searchAPI))                        // results and facets
	r.Handle("/api/v1/passages/{document}/{anchor}", s.api(s.passageAPI)) // a passage, or a range of them
	r.PathPrefix("/api/").Handler(s.api(func(http.ResponseWriter, *http.Request) error { return errNoAddress }))

	// What a browser gets besides pages.
	r.PathPrefix("/static/").Handler(s.files(static.Files()))

	// The pages.
	r.Handle("/", s.page(s.searchPage))                     // search
	r.Handle("/{document}/{anchor}", s.page(s.passagePage)) // a passage, or a range of them

	r.NotFoundHandler = s.page(func(http.ResponseWriter, *http.Request) error { return errNoAddress })
	return s.guard(r)
}

// handler answers a request with an index, or returns why it can't.
type handler func(w http.ResponseWriter, r *http.Request) error

// api and page answer errors in their own ways.
func (s *server) api(h handler) http.Handler  { return s.answer(h, s.writeProblem) }
func (s *server) page(h handler) http.Handler { return s.answer(h, s.writeErrorPage) }

// answer calls a handler for the methods that read, and writes its error.
func (s *server) answer(h handler, writeError func(http.ResponseWriter, *http.Request, *httpError)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := error(nil)
		switch r.Method {
		case http.MethodGet, http.MethodHead:
			err = h(w, r)
		case http.MethodOptions:
			w.Header().Set("Allow", readMethods)
			w.WriteHeader(http.StatusNoContent)
		default:
			w.Header().Set("Allow", readMethods)
			err = errMethod
		}
		if err != nil {
			s.fail(w, r, err, writeError)
		}
	})
}

// readMethods are the methods that every address answers.
const readMethods = "GET, HEAD, OPTIONS"

// files serves the files below /static/.
func (s *server) files(files fs.FS) http.Handler {
	serve := http.StripPrefix("/static/", http.FileServerFS(files))
	return s.answer(func(w http.ResponseWriter, r *http.Request) error {
		if strings.HasSuffix(r.URL.Path, "/") {
			return errNoAddress
		}
		if _, err := fs.Stat(files, strings.TrimPrefix(r.URL.Path, "/static/")); err != nil {
			return errNoAddress
		}
		serve.ServeHTTP(w, r)
		return nil
	}, s.writeErrorPage)
}
