package web

import (
	"cmp"
	"context"
	"errors"
	"net/http"

	"socsearch/cmd/server/ask"
	"socsearch/index"
)

// httpError is an error that a client may see.
type httpError struct {
	status  int
	title   string
	detail  string
	fields  []ask.FieldError
	nearest string // id of a passage that may have been meant
	called  string // what a page calls it; "" for the id
}

func (e *httpError) Error() string { return e.title }

// The errors that have nothing of their own to say.
var (
	errNoAddress  = &httpError{status: http.StatusNotFound, title: "Page not found", detail: "There is nothing at this address."}
	errMethod     = &httpError{status: http.StatusMethodNotAllowed, title: "Method not allowed", detail: "This address can only be read: use GET."}
	errNotReady   = &httpError{status: http.StatusServiceUnavailable, title: "Not ready yet", detail: "The index is being opened. Try again in a moment."}
	errTimeout    = &httpError{status: http.StatusServiceUnavailable, title: "This took too long", detail: "Ask for less: fewer words, fewer beginnings of words."}
	errTooLarge   = &httpError{status: http.StatusRequestEntityTooLarge, title: "Request too large", detail: "The body is longer than this server reads."}
	errTooMany    = &httpError{status: http.StatusTooManyRequests, title: "Too many requests", detail: "Wait for as many seconds as Retry-After says."}
	errOverloaded = &httpError{status: http.StatusServiceUnavailable, title: "Too busy", detail: "The server has more to do than it can. Try again in a moment."}
	errEngine     = &httpError{status: http.StatusServiceUnavailable, title: "The search is down", detail: "What the index is kept in doesn't answer. Try again in a moment."}
	errInternal   = &httpError{status: http.StatusInternalServerError, title: "Something went wrong", detail: "The fault is ours and has been logged. Try again later."}
)

// toHTTP finds what a client may see of an error: this table is the only place
// where errors become statuses.
func toHTTP(err error) *httpError {
	var known *httpError
	var asked *ask.Error
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &asked):
		e := &httpError{http.StatusBadRequest, asked.Title, asked.Detail, asked.Fields, asked.Nearest, asked.Called}
		if asked.Missing {
			e.status = http.StatusNotFound
		}
		return e
	case errors.Is(err, index.ErrNotReady):
		return errNotReady
	case errors.Is(err, index.ErrUnavailable):
		return errEngine
	case errors.Is(err, index.ErrNotFound):
		return errNoAddress
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled): // nobody reads the answer to the latter
		return errTimeout
	case errors.As(err, new(*http.MaxBytesError)):
		return errTooLarge
	}
	return errInternal
}

// errorWriter answers with an error in the way of an address: as a problem document
// or as a page.
type errorWriter func(http.ResponseWriter, *http.Request, *httpError)

func (s *server) fail(w http.ResponseWriter, r *http.Request, err error, write errorWriter) {
	e := toHTTP(err)
	if e == errInternal || e == errEngine {
		s.Log.Error("request failed", "path", r.URL.Path, "error", err)
	}
	write(w, r, e)
}

// problem is an error as RFC 9457 has it.
type problem struct {
	Type    string           `json:"type"`
	Title   string           `json:"title"`
	Status  int              `json:"status"`
	Detail  string           `json:"detail,omitempty"`
	Errors  []ask.FieldError `json:"errors,omitempty"`
	Nearest string           `json:"nearest,omitempty"`
}

func (s *server) writeProblem(w http.ResponseWriter, _ *http.Request, e *httpError) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(e.status)
	encodeJSON(w, problem{"about:blank", e.title, e.status, e.detail, e.fields, e.nearest})
}

func (s *server) writeErrorPage(w http.ResponseWriter, r *http.Request, e *httpError) {
	s.render(w, r, e.status, "error", errorView{
		view:    s.view(e.title, r),
		Status:  e.status,
		Detail:  e.detail,
		Fields:  e.fields,
		Nearest: e.nearest,
		Called:  cmp.Or(e.called, e.nearest),
	})
}

type errorView struct {
	view
	Status  int
	Detail  string
	Fields  []ask.FieldError
	Nearest string
	Called  string
}

func writeJSON(w http.ResponseWriter, v any) error {
	w.Header().Set("Content-Type", "application/json")
	return encodeJSON(w, v)
}
