package web

import (
	"net/http"
	"slices"
	"strings"

	"github.com/gorilla/mux"

	"socsearch/cmd/server/ask"
	"socsearch/index/library"
	"socsearch/index/query"
	"socsearch/index/snippet"
	"socsearch/sources/document"
)

// passageView is the page of a passage, or of a range of them.
type passageView struct {
	view
	Passages      []passageText
	Document      *library.Document
	Section       []linkView
	Label, Pages  string
	PageLinks     []linkView
	Before, After *passageText
	Cite          citeView
	Collected     collectedView
	Explained     []explainedView
	Meta          metadata
	About         aboutPassage
	Undertakes    []registerRow  // what the passages undertake, and expect of others
	OnlyExpects   bool           // all of that is expected of others
	Similar       []similarView  // other passages
	Nav           *resultNavView // among the results of a search; nil where it wasn't opened from one
	Marked        bool           // words of the search stand in the passages
	Unmarked      string         // the address without the words of the search
	Carried       string         // the search as it stands in addresses
}

// collectedView is what the button puts into the briefing: a run of paragraphs as one.
type collectedView struct{ ID, Label string }

// aboutPassage is what is known of the passages besides their words.
type aboutPassage struct {
	Named, Implied []linkView
	Threats        []linkView
	Strands        []linkView
	Fingerprint    string // of the text
	Link           string // absolute
}

// passagePage answers GET /{document}/{anchor}.
func (s *server) passagePage(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	passages, _, err := x.ReadPassages(mux.Vars(r)["document"], mux.Vars(r)["anchor"])
	if err != nil {
		return err
	}
	first, last := passages[0], passages[len(passages)-1]
	d := x.Document(first.Document)
	v := passageView{
		view:     s.view(rangeLabel(passages), r),
		Document: d,
		Section:  sectionLinks(d, commonSection(passages)),
		Label:    rangeLabel(passages),
		Pages:    pagesLabel(first.Page, last.PageEnd),
		About:    x.newAboutPassage(passages),
		Unmarked: r.URL.Path,
	}
	v.About.Link = s.absolute(r, r.URL.Path)
	if asked, err := x.ReadSearch(r.URL.Query(), false); err == nil { // values that can't be read are no search
		v.Query, v.Carried = asked.Request.Query.Raw, asked.Address.ToPage(1).String()
		if v.Nav, err = x.newResultNav(r.Context(), asked, first.ID); err != nil {
			return err
		}
	}
	v.Explained = x.explained(passages)
	for _, p := range passages {
		v.Undertakes = append(v.Undertakes, x.undertakings(p)...)
	}
	v.OnlyExpects = !slices.ContainsFunc(v.Undertakes, func(row registerRow) bool { return row.Of == "" })
	if v.Similar, err = x.similar(r.Context(), passages); err != nil {
		return err
	}
	v.Collected = collectedView{strings.Join(briefingIDs(passages), ","), v.Label}
	cited, link := passages, v.About.Link
	if words := r.URL.Query().Get(paramQuote); words != "" {
		if cited, err = excerpt(passages, words); err != nil {
			return err
		}
		link += wordsFragment(words)
	}
	v.Cite = x.newCiteView(cited, link)
	if v.Meta, err = newMetadata(d, passages, x.Opening(first), s.base(r)); err != nil {
		return err
	}
	for n := first.Page; n > 0 && n <= last.PageEnd; n++ {
		v.PageLinks = append(v.PageLinks, *pageLink(d, int(n)))
	}
	marks := x.Highlighter(query.Parse(v.Query))
	v.Passages = layRun(passages, marks)
	v.Marked = slices.ContainsFunc(v.Passages, passageText.marked)
	headChanges(v.Passages, len(v.Section))
	if v.Before, err = x.neighbour(string(first.Previous), marks); err != nil {
		return err
	}
	if v.After, err = x.neighbour(string(last.Next), marks); err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, "passage", v)
}

// undertakings lays out what a passage undertakes and expects of others.
func (x *snapshot) undertakings(p *document.Passage) []registerRow {
	var rows []registerRow
	for i := range p.Commitments {
		rows = append(rows, x.newRegisterRow(ask.Line{Passage: p, Commitment: &p.Commitments[i]}))
	}
	for i := range p.Expectations {
		rows = append(rows, x.newRegisterRow(ask.Line{Passage: p, Expectation: &p.Expectations[i]}))
	}
	return rows
}

// commonSection is the headings that stand over all of some passages.
func commonSection(passages []*document.Passage) []string {
	common := passages[0].Section
	for _, p := range passages {
		n := 0
		for n < min(len(common), len(p.Section)) && common[n] == p.Section[n] {
			n++
		}
		common = common[:n]
	}
	return common
}

// headChanges puts the headings below the common ones over the passages of a
// range, where they change.
func headChanges(passages []passageText, common int) {
	for i := range passages {
		if under := passages[i].Section[common:]; i == 0 || !slices.Equal(under, passages[i-1].Section[common:]) {
			passages[i].Under = under
		}
	}
}

// neighbour lays out a neighbouring passage; nil if there is none.
func (x *snapshot) neighbour(id string, marks *snippet.Highlighter) (*passageText, error) {
	if id == "" {
		return nil, nil
	}
	p, err := x.Passage(id)
	if err != nil {
		return nil, err
	}
	v := newContextText(p, marks)
	return &v, nil
}

// newAboutPassage gathers the tags of passages, each once.
func (x *snapshot) newAboutPassage(passages []*document.Passage) aboutPassage {
	var a aboutPassage
	seen := map[string]bool{}
	add := func(list *[]linkView, key, label, link string) {
		if !seen[key] {
			seen[key] = true
			*list = append(*list, linkView{Label: label, Link: link})
		}
	}
	var fingerprints []string
	for _, p := range passages {
		for _, m := range p.Organisations {
			add(&a.Named, "organisation "+m.Slug, m.Name, "/organisations/"+m.Slug)
		}
		for _, t := range p.Threats {
			add(&a.Threats, "threat "+t, x.Label("threat", t), "/?threat="+t)
		}
		for _, t := range p.Strands {
			add(&a.Strands, "strand "+t, x.Label("strand", t), "/?strand="+t)
		}
		fingerprints = append(fingerprints, p.Fingerprint())
	}
	for _, p := range passages {
		for _, m := range p.Implied {
			add(&a.Implied, "organisation "+m.Slug, m.Name, "/organisations/"+m.Slug)
		}
	}
	a.Fingerprint = strings.Join(fingerprints, " ")
	return a
}
