package web

import (
	"errors"
	"log/slog"
	"net/http"
	"strings"

	"github.com/gorilla/mux"

	"socsearch/cmd/server/ask"
	"socsearch/cmd/server/watch"
	"socsearch/index"
	"socsearch/index/lru"
	"socsearch/static"
)

// Options are what a server may be told.
type Options struct {
	BaseURL string // before every address that must be absolute; "" leaves them relative
	Log     *slog.Logger
	// LogQueries puts what people look for into the log.
	LogQueries bool
	Limits     Limits
	Metrics    *Metrics // nil: its own
	// Folder tells of the folder that papers are dropped into; nil where none is
	// watched.
	Folder func() watch.State
	// Tools answers POST /mcp, for language models; nil for none.
	Tools http.Handler
}

// server holds what handlers share.
type server struct {
	Options
	live    *index.Live
	pages   *pages
	answers *lru.Cache[request, *answer]
	assets  *assets
	metrics *Metrics
	limiter *limiter
	results *results
	mount   mount
	router  http.Handler // the routes alone
}

// New returns the handler of the whole site over an index that may be swapped
// while it serves.
func New(live *index.Live, o Options) (http.Handler, error) {
	s, err := newServer(live, o)
	if err != nil {
		return nil, err
	}
	return s.withSnapshot(s.observe(s.routes())), nil
}

// newServer gets ready what handlers share.
func newServer(live *index.Live, o Options) (*server, error) {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	o.BaseURL = strings.TrimRight(o.BaseURL, "/")
	mount, err := newMount(o.BaseURL)
	if err != nil {
		return nil, err
	}
	assets, err := newAssets(static.Files())
	if err != nil {
		return nil, err
	}
	pages, err := parsePages(static.Templates(), assets)
	if err != nil {
		return nil, err
	}
	limiter, err := newLimiter(o.Limits)
	if err != nil {
		return nil, err
	}
	if o.Metrics == nil {
		o.Metrics = NewMetrics(live)
	}
	return &server{Options: o, live: live, pages: pages, answers: newAnswers(), assets: assets, metrics: o.Metrics, limiter: limiter, results: newResults(), mount: mount}, nil
}

// routes puts the addresses together, in groups that answer errors, limits and
// other sites' scripts each in their own way. The first that fits answers, and the
// pages' fit nearly everything.
func (s *server) routes() *mux.Router {
	r := mux.NewRouter()
	r.Use(rememberRoute)
	s.apiRoutes(r.PathPrefix("/api/").Subrouter())
	s.operatorRoutes(r.NewRoute().Subrouter())
	s.pageRoutes(r.NewRoute().Subrouter())
	r.NotFoundHandler = s.survive(s.writeErrorPage)(s.limit(refusePlainly)(s.answer(noAddress, s.writeErrorPage)))
	s.router = r
	return r
}

// apiRoutes lists the addresses of the API: what is wrong is said in problem
// documents, and other sites' scripts may read all of it.
func (s *server) apiRoutes(r *mux.Router) {
	r.Use(allowOrigins, s.survive(s.writeProblem), s.limit(s.writeProblem))
	r.Handle("/v1/search", s.api(s.searchAPI))                         // results and facets
	r.Handle("/v1/passages/{document}/{anchor}", s.api(s.passageAPI))  // a passage, or a range of them
	r.Handle("/v1/organisations", s.api(s.organisationsAPI))           // who is in the documents
	r.Handle("/v1/organisations/{slug}", s.api(s.organisationAPI))     // one organisation
	r.Handle("/v1/commitments", s.api(s.commitmentsAPI))               // the register of commitments
	r.Handle("/v1/suggest", s.api(s.suggestAPI))                       // completions
	r.Handle("/v1/documents", s.fresh(s.documentsAPI, s.writeProblem)) // what is searched
	r.Handle("/v1/documents/{document}", s.api(s.documentAPI))         // one document with its contents
	r.Handle("/v1/resolve", s.api(s.resolveAPI))                       // what a reference means
	r.Handle("/v1/check", s.posted(s.checkAPI, s.writeProblem, nil))   // quotations and references of a draft
	r.Handle("/v1/openapi.json", s.api(s.openAPIAPI))                  // the description of all these
	r.PathPrefix("/").Handler(s.answer(noAddress, s.writeProblem))
}

// operatorRoutes lists what those who look after the server ask for. It answers
// under any load.
func (s *server) operatorRoutes(r *mux.Router) {
	r.Use(s.survive(s.writeProblem), s.timed)
	r.Handle("/healthz", s.answer(s.healthz, s.writeProblem)) // does a query work
	r.Handle("/readyz", s.answer(s.readyz, s.writeProblem))   // is the index loaded
	r.Handle("/metrics", s.answer(s.figures, s.writeProblem)) // figures for Prometheus
}

// pageRoutes lists the pages and what belongs to them: what is wrong is said on a
// page.
func (s *server) pageRoutes(r *mux.Router) {
	r.Use(s.survive(s.writeErrorPage), s.limit(refusePlainly))

	// What a browser gets besides pages.
	r.PathPrefix("/static/").Handler(s.answer(s.assets.serve, s.writeErrorPage))

	// What machines ask for by well-known names.
	r.Handle("/robots.txt", s.page(s.robots))
	r.Handle("/sitemap.xml", s.page(s.sitemap))
	r.Handle("/opensearch.xml", s.page(s.openSearch))
	r.Handle("/llms.txt", s.page(s.llms))
	r.Handle("/unapi", s.page(s.unAPI))
	r.Handle("/favicon.svg", s.page(s.favicon))
	if s.Tools != nil {
		r.Handle("/mcp", s.draftsTo(s.Tools)) // tools for language models
	}

	// The pages.
	r.Handle("/", s.page(s.goTo(s.searchPage)))                                        // search
	r.Handle("/organisations", s.page(s.organisationsPage))                            // organisations by objective or threat
	r.Handle("/organisations/{slug}", s.page(s.organisationPage))                      // one organisation
	r.Handle("/terms", s.page(s.termsPage))                                            // terms counted by section
	r.Handle("/commitments", s.page(s.commitmentsPage))                                // who undertook what
	r.Handle("/documents", s.fresh(s.documentsPage, s.writeErrorPage))                 // the documents with their state
	r.Handle("/api", s.page(s.apiPage))                                                // the API, for people
	r.Handle("/help", s.page(s.helpPage))                                              // how to search
	r.Handle("/about", s.page(s.aboutPage))                                            // what is searched and how
	r.Handle("/check", s.posted(s.checkReport, s.writeErrorPage, s.page(s.checkPage))) // a draft, checked
	r.Handle("/briefing", s.page(s.briefingPage))                                      // passages that were collected
	r.Handle("/{document}", s.page(s.documentPage))                                    // a document, whole
	r.Handle("/{document}/page/{page}", s.page(s.printedPage))                         // a printed page of it
	r.Handle("/{document}/{anchor}", s.page(s.passagePage))                            // a passage, or a range of them
}

// handler answers a request, or returns why it can't.
type handler func(w http.ResponseWriter, r *http.Request) error

// indexHandler answers a request from the index in use.
type indexHandler func(w http.ResponseWriter, r *http.Request, x *snapshot) error

// api and page answer from the index, and errors each in their own way.
func (s *server) api(h indexHandler) http.Handler {
	return s.answer(s.withIndex(s.kept(h)), s.writeProblem)
}
func (s *server) page(h indexHandler) http.Handler {
	return s.answer(s.withIndex(s.kept(h)), s.writeErrorPage)
}

// fresh answers from the index, and from what becomes of a watched folder, which
// changes before the index does: nothing is kept where there is one.
func (s *server) fresh(h indexHandler, writeError func(http.ResponseWriter, *http.Request, *httpError)) http.Handler {
	if s.Folder == nil {
		h = s.kept(h)
	}
	return s.answer(s.withIndex(h), writeError)
}

// allowOrigins lets scripts of other sites read the API (the Fetch standard's
// CORS): it holds nothing that is not public. Its answers depend on Accept.
func allowOrigins(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		addVary(h, "Accept")
		h.Set("Access-Control-Allow-Origin", "*")
		h.Set("Access-Control-Expose-Headers", "ETag, Link, Retry-After")
		if r.Method == http.MethodOptions {
			h.Set("Access-Control-Allow-Methods", readMethods)
			h.Set("Access-Control-Allow-Headers", "Accept, If-None-Match")
			h.Set("Access-Control-Max-Age", "86400") // seconds: a day
		}
		next.ServeHTTP(w, r)
	})
}

// withIndex hands the request's index to a handler.
func (s *server) withIndex(h indexHandler) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		x := snapshotOf(r)
		if x == nil {
			return index.ErrNotReady
		}
		return h(w, r, x)
	}
}

// draftsTo hands requests with bodies as long as a draft to a handler.
func (s *server) draftsTo(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := limitBody(w, r, maxDraftBody); err != nil {
			s.fail(w, r, err, refusePlainly)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func noAddress(http.ResponseWriter, *http.Request) error { return errNoAddress }

// answer calls a handler for the methods that read, and writes its error.
func (s *server) answer(h handler, writeError errorWriter) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := error(nil)
		switch r.Method {
		case http.MethodGet, http.MethodHead:
			if err = errors.Join(limitBody(w, r, s.limiter.MaxBody), ask.CheckQuery(r.URL.RawQuery)); err == nil {
				err = h(w, r)
			}
		case http.MethodOptions:
			w.Header().Set("Allow", readMethods)
			w.WriteHeader(http.StatusNoContent)
		default:
			w.Header().Set("Allow", readMethods)
			err = errMethod
		}
		if err != nil {
			if toHTTP(err).status == http.StatusNotFound && s.tidied(w, r) {
				return
			}
			s.fail(w, r, err, writeError)
		}
	})
}

// readMethods are the methods that every address answers.
const readMethods = "GET, HEAD, OPTIONS"
