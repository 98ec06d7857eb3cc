package web

import (
	"fmt"
	"net/http"

	"github.com/gorilla/mux"

	"socsearch/index"
	"socsearch/index/query"
	"socsearch/sources/cite"
	"socsearch/sources/document"
)

// passageView is the page of a passage, or of a range of them.
type passageView struct {
	view
	Passages       []passageText
	Document       *index.Document
	Section        []string
	Label, Pages   string
	Citation       cite.Citation
	Previous, Next *neighbour
}

// passageText is a passage as it is read.
type passageText struct {
	*document.Passage
	Blocks    []block
	Footnotes []footnoteView
}

type neighbour struct{ Label, Link string }

// passagePage answers GET /{document}/{anchor}.
func (s *server) passagePage(w http.ResponseWriter, r *http.Request, x *index.Index) error {
	passages, _, err := readPassages(x, mux.Vars(r)["document"], mux.Vars(r)["anchor"])
	if err != nil {
		return err
	}
	first, last := passages[0], passages[len(passages)-1]
	d := x.Document(first.Document)
	v := passageView{
		view:     s.view(first.Label, r),
		Document: d,
		Section:  first.Section,
		Label:    first.Label,
		Pages:    pagesLabel(first.Page, last.PageEnd),
		Citation: cite.OSCOLA(&d.Manifest, first),
	}
	marks := x.Marks(query.Parse(v.Query))
	for _, p := range passages {
		v.Passages = append(v.Passages, newPassageText(p, marks))
	}
	if v.Previous, err = s.neighbour(x, string(first.Previous)); err != nil {
		return err
	}
	if v.Next, err = s.neighbour(x, string(last.Next)); err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, "passage", v)
}

func (s *server) neighbour(x *index.Index, id string) (*neighbour, error) {
	if id == "" {
		return nil, nil
	}
	p, err := x.Passage(id)
	if err != nil {
		return nil, err
	}
	return &neighbour{p.Label, p.URL}, nil
}

// pagesLabel writes printed pages: "p 31", "pp 31–32", "" for none.
func pagesLabel(from, to document.OptionalInt) string {
	switch {
	case from == 0:
		return ""
	case from == to:
		return fmt.Sprintf("p %d", from)
	}
	return fmt.Sprintf("pp %d–%d", from, to)
}
