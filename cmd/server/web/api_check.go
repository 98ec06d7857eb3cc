package web

import (
	"errors"
	"io"
	"net/http"
	"strings"

	"socsearch/cmd/server/ask"
	"socsearch/index/draft"
	"socsearch/sources/blocks"
	"socsearch/sources/cite"
)

// given is a draft as it came.
type given struct {
	data   []byte
	name   string
	format draft.Format
	style  cite.Style // of a form, "" for none
}

// errDraftType answers a draft in a form that isn't read.
var errDraftType = &httpError{status: http.StatusUnsupportedMediaType, title: "Unsupported media type",
	detail: "Drafts are read as text/plain, text/markdown, text/html, .docx and .odt by their media types, or as multipart/form-data with “file”."}

// checkAPI answers POST /api/v1/check.
func (s *server) checkAPI(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	_, report, err := x.checkRequest(r)
	if err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "no-store")
	return writeJSON(w, report)
}

// checkRequest reads the draft of a request and checks it.
func (x *snapshot) checkRequest(r *http.Request) (*given, *draft.Report, error) {
	o, err := x.ReadCheck(r.URL.Query())
	if err != nil {
		return nil, nil, err
	}
	d, err := readDraft(r)
	if err != nil {
		return nil, nil, err
	}
	report, err := x.checkDraft(r, d, o)
	return d, report, err
}

// readDraft takes the draft from the body: itself, or a form with "file" or
// "text". It stays in memory.
func readDraft(r *http.Request) (*given, error) {
	mediaType := r.Header.Get("Content-Type")
	if strings.HasPrefix(mediaType, "multipart/form-data") {
		return readForm(r)
	}
	d := &given{}
	var ok bool
	if d.format, ok = draft.FormatOf(mediaType, ""); !ok || mediaType == "" {
		return nil, errDraftType
	}
	var err error
	d.data, err = io.ReadAll(r.Body)
	return d, err
}

func readForm(r *http.Request) (*given, error) {
	reader, err := r.MultipartReader()
	if err != nil {
		return nil, badDraft("the form can’t be read: " + err.Error())
	}
	d := &given{}
	found := false
	for {
		part, err := reader.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, formError(err)
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return nil, formError(err)
		}
		switch name := part.FormName(); {
		case name == "file" && (len(data) > 0 || part.FileName() != ""):
			var ok bool
			if d.format, ok = draft.FormatOf(part.Header.Get("Content-Type"), part.FileName()); !ok {
				return nil, errDraftType
			}
			d.data, d.name, found = data, part.FileName(), true
		case name == ask.ParamStyle:
			if d.style, err = ask.ReadStyle(string(data)); err != nil {
				return nil, err
			}
		case name == "text" && !found && len(data) > 0:
			d.data, d.format, found = data, draft.FormatText, true
		}
	}
	if !found {
		return nil, badDraft("the form has neither “file” nor “text”")
	}
	return d, nil
}

// formError tells a form that is too long from one that is broken.
func formError(err error) error {
	if errors.As(err, new(*http.MaxBytesError)) {
		return err
	}
	return badDraft("the form can’t be read: it is cut off or broken")
}

func badDraft(detail string) *httpError {
	return &httpError{status: http.StatusBadRequest, title: "The draft can’t be read", detail: ask.Capitalise(detail) + "."}
}

// checkDraft reads and checks a draft.
func (x *snapshot) checkDraft(r *http.Request, d *given, o draft.Options) (*draft.Report, error) {
	doc, err := draft.Read(d.data, d.format)
	if detail, ok := blocks.Detail(err); ok {
		return nil, badDraft(detail)
	}
	if err != nil {
		return nil, err
	}
	checker, err := x.Checker()
	if err != nil {
		return nil, err
	}
	if d.name != "" {
		o.Name = d.name
	}
	if d.style != "" {
		o.Style = d.style
	}
	o.Format, o.Accessed = string(d.format), today()
	return checker.Check(r.Context(), doc, o)
}

// posted answers POST, and what next answers for the methods that read; nil for
// nothing. The body may be as long as a draft.
func (s *server) posted(h indexHandler, writeError errorWriter, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var err error
		switch {
		case r.Method == http.MethodPost:
			if err = errors.Join(limitBody(w, r, maxDraftBody), ask.CheckQuery(r.URL.RawQuery)); err == nil {
				err = s.withIndex(h)(w, r)
			}
		case next != nil:
			next.ServeHTTP(w, r)
			return
		case r.Method == http.MethodOptions:
			w.Header().Set("Allow", postMethods)
			w.WriteHeader(http.StatusNoContent)
		default:
			w.Header().Set("Allow", postMethods)
			err = &httpError{status: http.StatusMethodNotAllowed, title: "Method not allowed", detail: "Send the draft with POST."}
		}
		if err != nil {
			s.fail(w, r, err, writeError)
		}
	})
}

const postMethods = "POST, OPTIONS"
