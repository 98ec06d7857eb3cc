package web

import (
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"

	"socsearch/index"
	"socsearch/index/draft"
	"socsearch/sources/blocks"
	"socsearch/sources/cite"
)

// The parameters of a check.
const (
	paramStyle    = "style"
	paramDocument = "document"
	paramName     = "name"
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
func (s *server) checkAPI(w http.ResponseWriter, r *http.Request, x *index.Index) error {
	_, report, err := checkRequest(r, x)
	if err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "no-store")
	return writeJSON(w, report)
}

// checkRequest reads the draft of a request and checks it.
func checkRequest(r *http.Request, x *index.Index) (*given, *draft.Report, error) {
	o, err := checkOptions(r, x)
	if err != nil {
		return nil, nil, err
	}
	d, err := readDraft(r)
	if err != nil {
		return nil, nil, err
	}
	report, err := checkDraft(r, x, d, o)
	return d, report, err
}

// checkOptions reads the address of a check.
func checkOptions(r *http.Request, x *index.Index) (draft.Options, error) {
	values := r.URL.Query()
	var wrong []fieldError
	for name, list := range values {
		switch {
		case !slices.Contains([]string{paramStyle, paramDocument, paramName}, name):
			wrong = append(wrong, fieldError{Parameter: name, Detail: "is unknown"})
		case len(list) > 1:
			wrong = append(wrong, fieldError{Parameter: name, Detail: "takes one value"})
		}
	}
	o := draft.Options{Style: cite.Style(values.Get(paramStyle)), Document: strings.ToLower(values.Get(paramDocument)), Name: values.Get(paramName), Accessed: today()}
	if o.Style != "" && !slices.Contains(cite.Styles, o.Style) {
		var names []string
		for _, style := range cite.Styles {
			names = append(names, string(style))
		}
		wrong = append(wrong, fieldError{Parameter: paramStyle, Detail: "must be one of " + strings.Join(names, ", ")})
	}
	if o.Document != "" && x.Document(o.Document) == nil {
		wrong = append(wrong, fieldError{Parameter: paramDocument, Detail: "there is no document “" + o.Document + "” here"})
	}
	if wrong != nil {
		slices.SortFunc(wrong, func(a, b fieldError) int { return strings.Compare(a.Parameter, b.Parameter) })
		return o, &httpError{status: http.StatusBadRequest, title: "Bad request", detail: "The parameters named can’t be used as they are.", fields: wrong}
	}
	return o, nil
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
		case name == paramStyle && slices.Contains(cite.Styles, cite.Style(data)):
			d.style = cite.Style(data)
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
	return &httpError{status: http.StatusBadRequest, title: "The draft can’t be read", detail: upperFirst(detail) + "."}
}

// checkDraft reads and checks a draft.
func checkDraft(r *http.Request, x *index.Index, d *given, o draft.Options) (*draft.Report, error) {
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
	o.Format = string(d.format)
	return checker.Check(r.Context(), doc, o)
}

// posted answers POST, and what next answers for the methods that read; nil for
// nothing. The body may be as long as a draft.
func (s *server) posted(h indexHandler, writeError errorWriter, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var err error
		switch {
		case r.Method == http.MethodPost:
			if err = errors.Join(limitBody(w, r, maxDraftBody), checkQuery(r.URL.RawQuery)); err == nil {
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
