package web

import (
	_ "embed"
	"encoding/json"
	"net/http"

	"socsearch/index/library"
	"socsearch/sources/split"
)

//go:embed figures.json
var figuresFile []byte

// figures are what was measured of searching and tagging, and on which index.
// A test compares them with the README and makes them anew with -update.
type figures struct {
	Fingerprint string     `json:"fingerprint"`
	Queries     int        `json:"queries"`
	NDCG        string     `json:"ndcg_at_10"`
	Recall      string     `json:"recall_at_10"`
	MRR         string     `json:"mrr"`
	Tags        []tagScore `json:"tags"`
	Register    []tagScore `json:"commitments"` // how well the register does
	Median      string     `json:"median_ms"`   // of a search, in milliseconds
	Slow        string     `json:"p95_ms"`
}

// tagScore is how well the tagger does on passages that people labelled.
type tagScore struct {
	What      string `json:"what"`
	Labels    int    `json:"labels"`
	Precision string `json:"precision"`
	Recall    string `json:"recall,omitempty"`
}

// aboutView is the page that says what this is.
type aboutView struct {
	view
	Documents   []aboutDocument
	Passages    int
	Figures     figures
	Fingerprint string // of the index in use
	Current     bool   // the figures were measured on it
	Built       string
}

type aboutDocument struct {
	*library.Document
	Characters, Kept int // of its file, without white space
	Facts            []factView
}

// aboutPage answers GET /about.
func (s *server) aboutPage(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	v := aboutView{
		view:        s.view("About", r),
		Passages:    x.Manifest.Passages,
		Fingerprint: x.Manifest.Fingerprint(),
		Built:       x.Manifest.Built.UTC().Format("2 January 2006, 15:04 UTC"),
	}
	if err := json.Unmarshal(figuresFile, &v.Figures); err != nil {
		return err
	}
	v.Current = v.Figures.Fingerprint == v.Fingerprint
	for i := range x.Documents {
		d := &x.Documents[i]
		count := d.Account.Count
		kept := count[split.InPassage] + count[split.InFootnote] + count[split.InMark] + count[split.InHeading]
		v.Documents = append(v.Documents, aboutDocument{d, d.Account.Total, kept, documentFacts(d)})
	}
	return s.render(w, r, http.StatusOK, "about", v)
}
