package web

import (
	"net/http"

	"github.com/gorilla/mux"

	"socsearch/cmd/server/watch"
	"socsearch/index/library"
	"socsearch/sources/document"
)

// documentJSON is the JSON of a document in the list.
type documentJSON struct {
	Slug         string             `json:"slug"`
	Title        string             `json:"title"`
	Author       string             `json:"author"`
	Series       string             `json:"series"`
	SeriesType   string             `json:"series_type"`
	ISBN         string             `json:"isbn"`
	Published    string             `json:"published"`
	Publisher    string             `json:"publisher"`
	Presented    string             `json:"presented"`
	LandingPage  string             `json:"landing_page"`
	TextPage     string             `json:"text_page"` // that holds the text itself; "" where the landing page does
	Status       string             `json:"status"`    // "current" or "superseded"
	Supersedes   *document.Relation `json:"supersedes"`
	SupersededBy *document.Relation `json:"superseded_by"`
	BasedOn      *document.Relation `json:"based_on"`
	Licence      document.Licence   `json:"licence"`
	Passages     int                `json:"passages"`
	URL          string             `json:"url"`
}

// documentAnswer is the JSON of one document.
type documentAnswer struct {
	documentJSON
	Contents []*document.Heading `json:"contents"`
}

// documentsAnswer is the JSON of all documents.
type documentsAnswer struct {
	Documents []documentInList `json:"documents"`
	Folder    *watch.State     `json:"folder,omitempty"`
}

type documentInList struct {
	documentJSON
	documentStateJSON
}

func newDocument(d *library.Document) documentJSON {
	return documentJSON{
		Slug: d.Slug, Title: d.Title, Author: d.Author, Series: d.Series, SeriesType: d.SeriesType, ISBN: d.ISBN,
		Published: d.Published, Publisher: d.Publisher, Presented: d.Presented, LandingPage: d.LandingPage, TextPage: d.TextPage,
		Status: d.Status(), Supersedes: d.Supersedes, SupersededBy: d.SupersededBy, BasedOn: d.BasedOn,
		Licence: d.Licence, Passages: d.Passages, URL: "/" + d.Slug,
	}
}

// documentsAPI answers GET /api/v1/documents.
func (s *server) documentsAPI(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	if err := noParameters(r); err != nil {
		return err
	}
	answer := documentsAnswer{Documents: []documentInList{}}
	for i := range x.Documents {
		d := &x.Documents[i]
		answer.Documents = append(answer.Documents, documentInList{newDocument(d), newDocumentState(d)})
	}
	if s.Folder != nil {
		state := s.Folder()
		answer.Folder = &state
	}
	return writeJSON(w, answer)
}

// documentAPI answers GET /api/v1/documents/{document}.
func (s *server) documentAPI(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	if err := noParameters(r); err != nil {
		return err
	}
	d := x.Document(mux.Vars(r)["document"])
	if d == nil {
		return &httpError{status: http.StatusNotFound, title: "There is no such document",
			detail: "No document has the slug “" + mux.Vars(r)["document"] + "”. See /api/v1/documents for those that there are."}
	}
	answer := documentAnswer{newDocument(d), d.Contents}
	if answer.Contents == nil {
		answer.Contents = []*document.Heading{}
	}
	return writeJSON(w, answer)
}
