package quotation

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// place is where an alignment's words stand.
func (m *matching) place(steps []step) Place {
	var p Place
	first, last := int32(-1), int32(-1)
	var lastUnit int32 = -1
	for _, s := range steps {
		if !agrees(s) {
			continue
		}
		if first < 0 {
			first = s.j
		}
		last = s.j
		u := m.places[s.j].unit
		if id := m.Passages[m.units[u].passage].ID; u != lastUnit && !slices.Contains(p.Passages, id) {
			p.Passages = append(p.Passages, id)
		}
		lastUnit = u
	}
	u := &m.units[m.places[first].unit]
	p.Footnote = u.footnote
	p.Start, p.End = -1, -1
	if !u.heading {
		end := int(m.places[last].end)
		if m.places[last].unit != m.places[first].unit {
			end = len(u.text)
		}
		p.Start = utf8.RuneCountInString(u.text[:m.places[first].start])
		p.End = p.Start + utf8.RuneCountInString(u.text[m.places[first].start:end])
	}
	p.Printed = m.printed(steps)
	return p
}

// printed is the words as the document has them, with the quotation's omissions.
func (m *matching) printed(steps []step) string {
	var b strings.Builder
	from, to := int32(-1), int32(-1)
	flush := func() {
		if from >= 0 {
			if b.Len() > 0 {
				b.WriteString(" … ")
			}
			b.WriteString(m.between(from, to))
		}
		from = -1
	}
	for k, s := range steps {
		switch {
		case s.op == opMark && m.q[s.i].kind == kindGap:
			flush()
		case s.op == opHidden && m.q[s.i].kind == kindGap, s.op == opExtra, s.op == opMark:
		case s.op == opMissing && k == 0:
		default:
			if from < 0 {
				from = s.j
			}
			to = s.j
		}
	}
	flush()
	return b.String()
}

// between is the text from one place to another, its lines joined.
func (m *matching) between(from, to int32) string {
	var parts []string
	for from <= to {
		u := &m.units[m.places[from].unit]
		last := min(to, u.last-1)
		parts = append(parts, u.text[m.places[from].start:m.places[last].end])
		from = last + 1
	}
	return strings.Join(parts, "\n")
}
