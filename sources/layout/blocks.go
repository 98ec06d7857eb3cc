package layout

import (
	"strings"

	"socsearch/sources/document"
	"socsearch/sources/split"
)

// blocks writes the document down for package split.
func (r *reader) blocks(parts []*part) split.Layout {
	var all split.Layout
	for _, p := range parts {
		all = append(all, r.block(p))
	}
	for _, n := range r.notes {
		s := split.Block{Type: split.BlockNote, Number: n.label}
		for i, l := range n.lines {
			sl := split.Line{Text: l.text, Page: l.page.printed, Full: l.full, Begins: i > 0 && l.isBullet()}
			if i == 0 {
				sl.Number = n.taken
			}
			s.Lines = append(s.Lines, sl)
		}
		all = append(all, s)
	}
	for _, p := range r.pages {
		for _, l := range p.lines {
			if l.role == roleLeftOut {
				all = append(all, split.Block{Type: split.BlockLeftOut, Reason: l.reason, Lines: []split.Line{{Text: l.text, Page: p.printed}}})
			}
		}
	}
	return all
}

func (r *reader) block(p *part) split.Block {
	s := split.Block{Kind: p.kind, Number: p.number, Anchor: p.anchor, Place: p.place, Title: p.title, Level: p.level, Reason: p.reason}
	switch {
	case p.box:
		s.Type = split.BlockTitle
	case p.heading:
		s.Type = split.BlockHeading
	case p.reason != "":
		s.Type = split.BlockLeftOut
	}
	for i, l := range p.lines {
		if l.role == roleCell {
			if i == 0 || p.lines[i-1].role != roleCell {
				s.Lines = append(s.Lines, r.rowsOf(p.grid)...)
			}
			continue
		}
		sl := split.Line{Text: l.text, Page: l.page.printed, Full: l.full}
		if l.role == roleNumber {
			sl.Number = l.number.length
		}
		if i > 0 && !p.heading {
			sl.Begins = r.beginsLine(p.lines, i)
		}
		if s.Type != split.BlockLeftOut {
			for _, m := range r.marks(l) {
				sl.Marks = append(sl.Marks, split.Mark{From: m.from, To: m.to, Note: r.noteIndex(m.note)})
			}
		}
		s.Lines = append(s.Lines, sl)
	}
	if p.kind == document.KindFigure {
		s.Title = p.words(roleCaption)
		if p.grid != nil {
			s.Table = r.table(p.grid)
		}
	}
	return s
}

// words returns the text of a part's lines of a role, without marks.
func (p *part) words(of role) string {
	var words []string
	for _, l := range p.lines {
		if l.role != of {
			continue
		}
		for _, r := range l.runs {
			if !r.Raised {
				words = append(words, string([]rune(l.text)[r.from:r.to]))
			}
		}
		words = append(words, " ")
	}
	return strings.Join(strings.Fields(strings.Join(words, "")), " ")
}
