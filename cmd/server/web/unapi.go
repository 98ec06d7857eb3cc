package web

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"

	"socsearch/cmd/server/ask"
	"socsearch/sources/cite"
	"socsearch/sources/document"
)

// unAPIFormats are the records that reference managers can have, RIS first: Zotero
// takes the first that it reads, and RIS says number, type, author and language.
var unAPIFormats = []string{"ris", "bibtex", "csl-json"}

// The elements of unAPI, version 1.
type unAPIList struct {
	XMLName xml.Name      `xml:"formats"`
	ID      string        `xml:"id,attr,omitempty"`
	Formats []unAPIFormat `xml:"format"`
}

type unAPIFormat struct {
	Name string `xml:"name,attr"`
	Type string `xml:"type,attr"`
}

// The statuses that unAPI wants beside 200 and 404: the formats of an object are
// choices, and a format that there isn't is not acceptable.
var errUnAPIFormat = &httpError{status: http.StatusNotAcceptable, title: "No such format",
	detail: "Records can be had as " + strings.Join(unAPIFormats, ", ") + "."}

// unAPI answers GET /unapi: the formats that there are, those of an object (?id=), or
// the object in one of them (?id= and &format=). An id is that of a passage, a range
// or list of them, or a document.
func (s *server) unAPI(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	p := ask.Read(r.URL.Query())
	id, name := p.Get("id"), p.Get(ask.ParamFormat)
	if err := p.Err(); err != nil {
		return err
	}
	if id == "" {
		if name != "" {
			return &httpError{status: http.StatusBadRequest, title: "Which object?", detail: "id is missing: it is a document’s, or a passage’s as in its address."}
		}
		return writeUnAPIList(w, http.StatusOK, "")
	}
	works, err := x.unAPIWorks(id)
	switch {
	case err != nil:
		return err
	case name == "":
		return writeUnAPIList(w, http.StatusMultipleChoices, id)
	case !slices.Contains(unAPIFormats, name):
		return errUnAPIFormat
	}
	formatByName(name).setContentType(w.Header())
	w.Header().Del("Content-Disposition") // a program reads it
	switch name {
	case "bibtex":
		return writeText(w, cite.BibTeX(works, today()))
	case "csl-json":
		return writeText(w, cite.CSLJSON(works, today()))
	}
	return writeText(w, cite.RIS(works, today()))
}

// unAPIWorks are the document that an id names, with the pinpoints of its passages.
func (x *snapshot) unAPIWorks(id string) ([]cite.Work, error) {
	slug, anchor, hasAnchor := strings.Cut(id, "/")
	d := x.Document(slug)
	if d == nil {
		return nil, &httpError{status: http.StatusNotFound, title: "No such object", detail: fmt.Sprintf("There is no document %q here.", slug)}
	}
	var passages []*document.Passage
	if hasAnchor {
		var err error
		if passages, _, err = x.ReadPassages(slug, anchor); err != nil {
			return nil, err
		}
	}
	return []cite.Work{{Manifest: &d.Manifest, Pins: cite.Passages(passages...)}}, nil
}

func writeUnAPIList(w http.ResponseWriter, status int, id string) error {
	list := unAPIList{ID: id}
	for _, name := range unAPIFormats {
		list.Formats = append(list.Formats, unAPIFormat{name, formatByName(name).mediaType})
	}
	w.Header().Set("Content-Type", "application/xml")
	w.WriteHeader(status)
	_, err := io.WriteString(w, xml.Header)
	return errors.Join(err, xml.NewEncoder(w).Encode(list))
}
