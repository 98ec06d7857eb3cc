package web

import (
	"errors"
	"net/http"

	"github.com/gorilla/mux"

	"socsearch/cmd/server/ask"
	"socsearch/index"
	"socsearch/sources/document"
)

// organisationJSON is the JSON of an organisation in the list.
type organisationJSON struct {
	Slug         string         `json:"slug"`
	Name         string         `json:"name"`
	Abbreviation string         `json:"abbreviation"`
	Kind         string         `json:"kind"`
	Aliases      []string       `json:"aliases"`
	Parent       string         `json:"parent"` // slug, or ""
	Defined      string         `json:"defined"`
	Count        int            `json:"count"`
	Implied      int            `json:"implied"`
	Objectives   map[string]int `json:"objectives"`
	Threats      map[string]int `json:"threats"`
	URL          string         `json:"url"`
}

// organisationsAnswer is the JSON of all organisations.
type organisationsAnswer struct {
	Organisations []organisationJSON `json:"organisations"`
}

// organisationAnswer is the JSON of one organisation.
type organisationAnswer struct {
	organisationJSON
	Units    []string            `json:"units"`
	Entries  []*document.Passage `json:"entries"`
	Passages []string            `json:"passages"`
	// ImpliedPassages imply the organisation and don't name it.
	ImpliedPassages []string `json:"implied_passages"`
}

func newOrganisation(o index.OrganisationSummary) organisationJSON {
	return organisationJSON{
		Slug: o.Slug, Name: o.Name, Abbreviation: o.Abbreviation, Kind: o.Kind,
		Aliases: o.Aliases(), Parent: o.Parent, Defined: o.Defined,
		Count: o.Count, Implied: o.Implied, Objectives: o.Objectives, Threats: o.Threats,
		URL: organisationURL(o.Slug),
	}
}

func organisationURL(slug string) string { return "/organisations/" + slug }

// organisationsAPI answers GET /api/v1/organisations.
func (s *server) organisationsAPI(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	if err := noParameters(r); err != nil {
		return err
	}
	answer := organisationsAnswer{[]organisationJSON{}}
	for _, o := range x.OrganisationList() {
		answer.Organisations = append(answer.Organisations, newOrganisation(o))
	}
	return writeJSON(w, answer)
}

// organisationAPI answers GET /api/v1/organisations/{slug}.
func (s *server) organisationAPI(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	if err := noParameters(r); err != nil {
		return err
	}
	o, err := x.findOrganisation(mux.Vars(r)["slug"])
	if err != nil {
		return err
	}
	answer := organisationAnswer{
		organisationJSON: newOrganisation(o.OrganisationSummary),
		Units:            []string{},
		Entries:          o.Entries,
		Passages:         passageIDs(o.Passages),
		ImpliedPassages:  passageIDs(o.ImpliedPassages),
	}
	if answer.Entries == nil {
		answer.Entries = []*document.Passage{}
	}
	for _, u := range o.Units {
		answer.Units = append(answer.Units, u.Slug)
	}
	return writeJSON(w, answer)
}

func (x *snapshot) findOrganisation(slug string) (*index.OrganisationDetail, error) {
	o, err := x.Organisation(slug)
	if errors.Is(err, index.ErrNotFound) {
		return nil, &httpError{status: http.StatusNotFound, title: "There is no such organisation",
			detail: "The documents name no organisation with the slug “" + slug + "”. See /organisations for those that they name."}
	}
	return o, err
}

func passageIDs(passages []*document.Passage) []string {
	ids := []string{}
	for _, p := range passages {
		ids = append(ids, p.ID)
	}
	return ids
}

// noParameters refuses parameters at an address that takes none.
func noParameters(r *http.Request) error {
	p := ask.Read(r.URL.Query())
	p.Only()
	return p.Err()
}
