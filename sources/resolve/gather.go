package resolve

import (
	"net/url"
	"slices"
	"strings"
)

// What was read → a reference.

// reference gathers what was chosen.
func (r *reading) reference() *Reference {
	ref := &Reference{Document: r.manifest.Slug, Kind: KindDocument, URL: "/" + r.manifest.Slug, Note: r.note()}
	var chosen []int
	var named []*segment
	for _, s := range r.segments {
		if !s.empty() {
			named = append(named, s)
			chosen = append(chosen, s.chosen(r)...)
		}
	}
	if len(named) > 0 {
		ref.Kind = named[0].kind()
	} else {
		for i := range r.passages {
			chosen = append(chosen, i)
		}
	}
	slices.Sort(chosen)
	chosen = slices.Compact(chosen)
	for _, i := range chosen {
		ref.Passages = append(ref.Passages, r.passages[i].ID)
	}
	switch {
	case len(named) == 1 && named[0].bare() && !named[0].apart():
		ref.URL = named[0].url(r)
	case len(named) == 1 && named[0].wholeThing():
		ref.URL = r.passages[chosen[0]].URL
	case len(named) > 0:
		ref.URL = r.address(chosen) + noteFragment(named)
	}
	return ref
}

// note says how what was left open was taken: an end, or which paper.
func (r *reading) note() string {
	var notes []string
	if r.backed && r.named == levelNone {
		notes = append(notes, "The author isn’t named: this is taken to be "+r.fullName()+", which "+r.manifest.Publisher+" published.")
	}
	if r.open {
		notes = append(notes, "“ff” names no end: what is named is shown, and what follows stands after it.")
	}
	return strings.Join(notes, " ")
}

// noteFragment leads to the first footnote that is named; "" where none is.
func noteFragment(segments []*segment) string {
	for _, s := range segments {
		for _, p := range s.pieces {
			if len(p.notes) > 0 {
				return "#fn-" + p.notes[0]
			}
		}
	}
	return ""
}

// apart reports whether the segment is several pages that don't follow each other.
func (s *segment) apart() bool {
	return slices.ContainsFunc(s.limits, func(l *limit) bool { return l.apart })
}

// wholeThing reports whether the segment is all of a box, a foreword or an entry: its
// address is where it begins.
func (s *segment) wholeThing() bool {
	return len(s.pieces) == 1 && s.pieces[0].thing != nil && s.pieces[0].positions == nil && s.pieces[0].notes == nil
}

// url is the address of a segment that names no passages. A part or an objective
// has no page of its own: the search page lists it.
func (s *segment) url(r *reading) string {
	if slices.ContainsFunc(s.limits, func(l *limit) bool { return l.kind == KindSection }) {
		return r.address(s.chosen(r))
	}
	values := url.Values{"document": {r.manifest.Slug}}
	for _, l := range s.limits {
		if l.kind == KindPage {
			return "/" + r.manifest.Slug + "/page/" + l.values[0]
		}
		for _, v := range l.values {
			values.Add(string(l.kind), v)
		}
	}
	return "/?" + values.Encode()
}

// longestList is how many passages an address may name at once.
const longestList = 100

// address is the one address that shows all of some passages, given in reading
// order: "/strategy/79-82,85,figure-7". Of more than it can hold it shows the first.
func (r *reading) address(chosen []int) string {
	first := r.passages[chosen[0]]
	if len(chosen) > longestList {
		return first.URL
	}
	var parts []string
	for i := 0; i < len(chosen); {
		p := r.passages[chosen[i]]
		part := p.Anchor()
		length := r.run(chosen[i:])
		if length > 1 {
			part += "-" + r.passages[chosen[i+length-1]].Number
		}
		parts = append(parts, part)
		i += length
	}
	return strings.TrimSuffix(first.URL, first.Anchor()) + strings.Join(parts, ",")
}

// run is how many of the first passages follow each other in the document's own
// count of paragraphs; 1 where the first is none of them.
func (r *reading) run(chosen []int) int {
	first := r.passages[chosen[0]].Number
	at := slices.Index(r.reader.numbers, first)
	if at < 0 || !slices.Equal(r.byNumber[first], chosen[:1]) {
		return 1
	}
	n := 1
	for n < len(chosen) && at+n < len(r.reader.numbers) && slices.Equal(r.byNumber[r.reader.numbers[at+n]], chosen[n:n+1]) {
		n++
	}
	return n
}
