package split

import (
	"fmt"
	"strconv"

	"socsearch/sources/document"
)

// result makes passages of the units and closes the account.
func (s *splitter) result(units []*unit) (*Result, error) {
	r := &Result{Contents: []*document.Heading{}}
	for _, h := range s.outline {
		if h.parent == nil {
			r.Contents = append(r.Contents, h.node)
		}
	}
	seen := map[string]int{} // passages by anchor without its -2, -3
	for _, u := range units {
		p, err := s.passage(u, seen)
		if err != nil {
			return nil, err
		}
		for h := u.under; h != nil; h = h.parent {
			if h.node.First == "" {
				h.node.First = p.ID
			}
		}
		r.Passages = append(r.Passages, p)
	}
	setPlaces(units, r.Passages)
	var err error
	r.Account, err = s.ledger.close()
	r.Read = string(s.ledger.text)
	return r, err
}

// checkCounts checks that every footnote is cited and that there are as many
// entries as the manifest says.
func (s *splitter) checkCounts(r *Result, units []*unit) error {
	cited := 0
	for i := range r.Passages {
		cited += len(r.Passages[i].Footnotes)
	}
	if cited != len(s.notes) {
		return fmt.Errorf("%d footnotes were read, but passages cite %d", len(s.notes), cited)
	}
	if e := s.manifest.Entries; e != nil && e.Last > 0 {
		if n := entryCount(units, e.Kind); n != e.Last {
			return fmt.Errorf("found %d entries, but the manifest has entries.last %d", n, e.Last)
		}
	}
	return nil
}

func entryCount(units []*unit, kind document.Kind) int {
	groups := map[string]bool{}
	for _, u := range units {
		if u.kind == kind {
			groups[u.group] = true
		}
	}
	return len(groups)
}

func (s *splitter) passage(u *unit, seen map[string]int) (document.Passage, error) {
	p := document.Passage{
		Document: s.manifest.Slug,
		Kind:     u.kind,
		Number:   u.number,
		Title:    u.title,
		Remark:   u.remark,
		Part:     u.under.part(),
		Section:  u.under.path(),

		Objective:     document.OptionalInt(u.under.objective()),
		Organisations: []document.Mention{},
		Implied:       []document.Mention{},
		Strands:       []string{},
		Threats:       []string{},
		Footnotes:     []document.Footnote{},
	}
	if s.manifest.Section != "" && u.under == nil {
		p.Section = []string{s.manifest.Section}
	}
	if err := s.fill(&p, u); err != nil {
		return p, err
	}
	if u.kind == document.KindAnnex || u.kind == document.KindRole {
		p.Organisations = append(p.Organisations, document.Mention{Slug: u.group, Name: u.title})
	}
	p.ID = p.Document + "/" + u.uniqueAnchor(seen)
	p.URL = "/" + p.ID
	return p, nil
}

// uniqueAnchor returns the unit's anchor, with a number for a further paragraph of
// the same box or entry, and for each of a foreword. seen counts the anchors so
// far.
func (u *unit) uniqueAnchor(seen map[string]int) string {
	base := u.anchor()
	seen[base]++
	n := seen[base]
	if n == 1 && (u.kind != document.KindForeword || u.own != "") {
		return base
	}
	anchor := base + "-" + strconv.Itoa(n)
	for ; seen[anchor] > 0; n++ { // the anchor of another unit
		anchor = base + "-" + strconv.Itoa(n+1)
	}
	seen[anchor]++
	return anchor
}

// fill composes the passage's text and gives it its pages, notes and table.
func (s *splitter) fill(p *document.Passage, u *unit) error {
	if u.figure != nil && u.figure.Transcription != "" {
		p.Text = u.title + "\n" + trimLines(u.figure.Transcription)
		p.Page = document.OptionalInt(u.figure.Page)
		p.PageEnd = p.Page
		p.Remark = u.figure.Remark
		return nil
	}
	if len(u.pieces) == 0 {
		return fmt.Errorf("%s %q (%s) has no text", u.kind, u.title+u.group, s.manifest.Slug)
	}
	if u.figure != nil {
		p.Remark = u.figure.Remark
	}
	if u.figure != nil && u.figure.Table != nil && u.figure.Table.Cells == nil {
		u.pieces, p.Table = s.readTable(u.pieces, u.figure.Table)
		if want := u.figure.Table.Rows; want > 0 && len(p.Table.Rows) != want {
			return fmt.Errorf("%q has %d rows, but the manifest's table.rows is %d", u.title, len(p.Table.Rows), want)
		}
	}
	var notes []document.Footnote
	if u.table != nil {
		p.Table = u.table
	}
	p.Text, notes = s.compose(u.pieces, InPassage, nil)
	p.Footnotes = append(p.Footnotes, notes...)
	p.Page = document.OptionalInt(u.pieces[0].page)
	p.PageEnd = document.OptionalInt(u.pieces[len(u.pieces)-1].page)
	if u.figure != nil && u.figure.Table != nil && u.figure.Table.Cells != nil {
		p.Table = &document.Table{Columns: u.figure.Table.Columns, Rows: u.figure.Table.Cells}
		return checkCells(p)
	}
	return nil
}

// anchor returns the unit's part of an id, without the -2 of a further
// paragraph of the same box or entry.
func (u *unit) anchor() string {
	if u.own != "" {
		return u.own
	}
	switch u.kind {
	case document.KindParagraph:
		return u.number
	case document.KindFigure:
		return "figure-" + u.number
	case document.KindBox:
		return "box-" + u.group
	case document.KindAnnex:
		return "annex-" + u.group
	case document.KindRole:
		return u.group
	}
	return string(u.kind)
}
