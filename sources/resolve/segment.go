package resolve

import (
	"slices"
	"strconv"

	"socsearch/sources/document"
)

// segment is what stands between two semicolons: things named, and the page, part
// or objective in which they stand.
type segment struct {
	pieces []*piece
	limits []*limit

	inAnnex bool // a limit is an annex: an entry's name is its entry there
}

// piece is one thing named: counted passages, or a box, foreword or entry.
type piece struct {
	kind      Kind
	passages  []int
	thing     *thing
	anyBox    bool     // a box that only its page tells
	positions []span   // paragraphs of the thing, counted from 1; none for all
	notes     []string // footnotes of it
	besides   bool     // it is meant as well as they are: "paras 91, 93 and n 44"
	count     *count   // all that is numbered under its heading is meant so far
	placed    bool     // its page told which of several of its name is meant
}

func (s *segment) add(p *piece) { s.pieces = append(s.pieces, p) }

func (s *segment) empty() bool { return len(s.pieces) == 0 && len(s.limits) == 0 }

// bare tells whether no thing was named yet.
func (s *segment) bare() bool { return len(s.pieces) == 0 }

func (s *segment) last() *piece {
	if len(s.pieces) == 0 {
		return nil
	}
	return s.pieces[len(s.pieces)-1]
}

func (p *piece) takesPositions() bool {
	return (p.thing != nil || p.anyBox) && p.positions == nil
}

// choose fills in the passages of every piece, or finds that there are none.
func (r *reading) choose() error {
	for _, s := range r.segments {
		for _, p := range s.pieces {
			if err := r.fill(s, p); err != nil {
				return err
			}
		}
		if !s.empty() && len(s.chosen(r)) == 0 {
			return &MissingError{Document: r.manifest.Slug, What: "passage " + s.limitText(), Known: r.name() + " has none there"}
		}
	}
	return nil
}

func (s *segment) limitText() string {
	var parts []string
	for _, l := range s.limits {
		parts = append(parts, l.what)
	}
	return list(parts)
}

func (r *reading) fill(s *segment, p *piece) error {
	if p.anyBox {
		box, err := r.boxByPage(s)
		if err != nil {
			return err
		}
		p.thing = box
	}
	if p.thing != nil {
		if err := r.fillThings(p, s.limits); err != nil {
			return err
		}
		if len(p.positions) == 0 { // "Foreword, p 3": what of it stands there
			p.passages = slices.Clone(p.passages)
			for _, l := range s.limits {
				if there := slices.DeleteFunc(slices.Clone(p.passages), func(i int) bool { return !l.holds(r.passages[i]) }); len(there) > 0 {
					p.passages = there
				}
			}
		}
	}
	if p.thing == nil && p.kind != KindFootnote { // of two Figures 1 that which stands there
		if held := r.held(p.passages, s.limits); len(held) > 0 && r.fitsSeveral(p.passages) {
			p.passages = held
		}
	}
	if p.kind != KindFootnote && len(p.notes) > 0 {
		if err := r.fillNotes(p); err != nil {
			return err
		}
	}
	if p.placed {
		return nil // its paragraph may stand on the next page
	}
	for _, i := range p.passages {
		for _, l := range s.limits {
			passage := r.passages[i]
			if l.holds(passage) && (p.kind != KindFootnote || l.holdsNote(passage, p.notes)) {
				continue
			}
			missing := &MissingError{Document: r.manifest.Slug, What: passage.Label + " " + l.what, Known: r.name() + " has it " + l.where(passage)}
			if r.ordinal && l.kind == KindPage { // "page 23, second paragraph"
				missing.What = "count of paragraphs " + l.what
				missing.Known = "paragraphs are numbered through " + r.name() + ", and " + passage.Label + " stands " + l.where(passage)
			}
			if p.kind == KindFootnote {
				missing.What = "footnote " + p.notes[0] + " " + l.what
				missing.Known = r.name() + " has it in " + passage.Label + noteOnPage(passage, p.notes[0])
			}
			return missing
		}
	}
	return nil
}

// boxByPage finds the box on a page, one without a title first.
func (r *reading) boxByPage(s *segment) (*thing, error) {
	at := slices.IndexFunc(s.limits, func(l *limit) bool { return l.kind == KindPage })
	if at < 0 {
		return nil, ErrNotReference
	}
	var found *thing
	for _, b := range r.boxes {
		if s.limits[at].holds(r.passages[b.passages[0]]) && (found == nil || len(b.names) == 0) {
			found = b
		}
	}
	if found == nil {
		return nil, r.missing("box "+s.limits[at].what, "the boxes "+list(quoted(r.boxes)))
	}
	return found, nil
}

// held are those of some passages that stand where limits say.
func (r *reading) held(passages []int, limits []*limit) []int {
	return slices.DeleteFunc(slices.Clone(passages), func(i int) bool {
		return slices.ContainsFunc(limits, func(l *limit) bool { return !l.holds(r.passages[i]) })
	})
}

// fitsSeveral reports whether one number names several of some passages.
func (r *reading) fitsSeveral(passages []int) bool {
	return slices.ContainsFunc(passages, func(i int) bool { return r.passages[i].Place.Apart != (document.Apart{}) })
}

// fillThings fills in the passages of a thing and of those that have its name, of
// which those count that stand where limits say, if any do.
func (r *reading) fillThings(p *piece, limits []*limit) error {
	if len(p.thing.namesakes) == 0 {
		return r.fillThing(p)
	}
	things := append([]*thing{p.thing}, p.thing.namesakes...)
	there := slices.DeleteFunc(slices.Clone(things), func(t *thing) bool { return len(r.held(t.passages, limits)) == 0 })
	if len(there) > 0 {
		things = there
		p.placed = len(limits) > 0
	}
	var all []int
	var missing error
	for _, t := range things {
		one := *p
		one.thing = t
		if err := r.fillThing(&one); err != nil {
			missing = err
			continue
		}
		all = append(all, one.passages...)
	}
	if p.passages = all; len(all) == 0 {
		return missing
	}
	return nil
}

func (r *reading) fillThing(p *piece) error {
	p.passages = p.thing.passages
	if len(p.positions) == 0 {
		return nil
	}
	var order []string
	for i := range p.thing.passages {
		order = append(order, strconv.Itoa(i+1))
	}
	numbers, missing := between("paragraph", p.positions, order, func(what, known string) *MissingError {
		return &MissingError{Document: r.manifest.Slug, What: what + " in " + p.thing.label, Known: "it has " + known}
	})
	p.passages = nil
	for _, n := range numbers {
		i, _ := strconv.Atoi(n) // order holds numbers
		p.passages = append(p.passages, p.thing.passages[i-1])
	}
	if missing != nil {
		return missing
	}
	return nil
}

// fillNotes keeps the passages that have the footnotes named of them.
func (r *reading) fillNotes(p *piece) error {
	var kept []int
	for _, n := range p.notes {
		found := false
		for _, i := range r.byNote[n] {
			if slices.Contains(p.passages, i) {
				kept, found = append(kept, i), true
			}
		}
		if !found {
			return &MissingError{Document: r.manifest.Slug, What: "footnote " + n + " there",
				Known: r.name() + " has it in " + r.passages[r.byNote[n][0]].Label}
		}
	}
	if !p.besides {
		p.passages, p.kind = kept, KindFootnote
	}
	return nil
}

func (s *segment) chosen(r *reading) []int {
	var chosen []int
	for _, p := range s.pieces {
		chosen = append(chosen, p.passages...)
	}
	if len(s.pieces) > 0 || len(s.limits) == 0 {
		return chosen
	}
	for i, p := range r.passages {
		if !slices.ContainsFunc(s.limits, func(l *limit) bool { return !l.holds(p) }) {
			chosen = append(chosen, i)
		}
	}
	return chosen
}

func (s *segment) kind() Kind {
	if len(s.pieces) > 0 {
		return s.pieces[0].kind
	}
	return s.limits[len(s.limits)-1].kind
}
