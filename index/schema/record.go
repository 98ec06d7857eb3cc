package schema

import (
	"encoding/json"
	"strings"

	"socsearch/sources/document"
)

// Record is what an engine indexes of a passage.
type Record struct {
	Text    string `json:"text"`
	Heading string `json:"heading"`
	Name    string `json:"name"`
	Note    string `json:"note"`

	ID           string   `json:"id"`
	Number       string   `json:"number"`
	NoteNumber   []string `json:"note_number"`
	Document     string   `json:"document"`
	Kind         string   `json:"kind"`
	Part         []string `json:"part"` // none is no value; "" would be one
	Objective    []string `json:"objective"`
	Organisation []string `json:"organisation"`
	Implied      []string `json:"implied"`
	Strand       []string `json:"strand"`
	Threat       []string `json:"threat"`
	Commitment   []string `json:"commitment"`
	Expectation  []string `json:"expectation"`

	Passage string `json:"passage"`
}

// stored is a passage as engines keep it: what the API answers with, and its place.
type stored struct {
	*document.Passage
	Place document.Place `json:"place"`
}

// ReadPassage reads a passage as a record holds it.
func ReadPassage(data []byte) (*document.Passage, error) {
	s := stored{Passage: new(document.Passage)}
	err := json.Unmarshal(data, &s)
	s.Passage.Place = s.Place
	return s.Passage, err
}

// ReadWords reads of a passage what it says: its kind, headings, title and text.
func ReadWords(data []byte) (*document.Passage, error) {
	var said struct {
		Kind    document.Kind `json:"kind"`
		Section []string      `json:"section"`
		Title   string        `json:"title"`
		Text    string        `json:"text"`
	}
	err := json.Unmarshal(data, &said)
	return &document.Passage{Kind: said.Kind, Section: said.Section, Title: said.Title, Text: said.Text}, err
}

// NewRecord returns what is indexed of a passage.
func NewRecord(p *document.Passage) (*Record, error) {
	passage, err := json.Marshal(stored{p, p.Place})
	if err != nil {
		return nil, err
	}
	r := &Record{
		Text:    p.Text,
		Heading: strings.Join(append(p.Section[:len(p.Section):len(p.Section)], p.Title), "\n"),
		ID:      p.ID,
		Implied: mentionSlugs(p.Implied),
		Passage: string(passage),
	}
	if p.Kind == document.KindParagraph {
		r.Number = p.Number
	}
	for _, m := range p.Organisations {
		r.Name += m.Name + " " + m.Abbreviation + "\n"
	}
	for _, n := range p.Footnotes {
		r.Note += n.Text + "\n"
		r.NoteNumber = append(r.NoteNumber, n.Number)
	}
	values := map[string][]string{}
	for _, f := range FacetFields {
		values[f.Name] = f.Values(p)
	}
	r.Document, r.Kind = p.Document, string(p.Kind)
	r.Part, r.Objective = values["part"], values["objective"]
	r.Organisation, r.Strand, r.Threat = values[FacetOrganisation], p.Strands, p.Threats
	r.Commitment = values[FacetCommitment]
	if len(p.Expectations) > 0 {
		r.Expectation = []string{Expected}
	}
	return r, nil
}

// Searched returns the texts of the fields that are searched, in the order of
// [Searched].
func (r *Record) Searched() []string { return []string{r.Text, r.Heading, r.Name, r.Note} }

// Keywords returns the values of the fields that are looked up whole.
func (r *Record) Keywords() map[string][]string {
	return map[string][]string{
		ID: {r.ID}, Number: {r.Number}, NoteNumber: r.NoteNumber,
		Implied: r.Implied, Expectation: r.Expectation,
		FacetOrganisation: r.Organisation, FacetDocument: {r.Document}, FacetCommitment: r.Commitment,
		"objective": r.Objective, "part": r.Part, "threat": r.Threat, "strand": r.Strand, "kind": {r.Kind},
	}
}
