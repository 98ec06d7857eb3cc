package resolve

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"socsearch/sources/document"
)

// limit is a page, part or objective: what is meant where nothing narrower is
// named, else where that must stand.
type limit struct {
	kind   Kind
	ofFile bool                           // the page is the file's own, since none is printed
	apart  bool                           // it is several pages that don't follow each other
	values []string                       // page number, objectives or slugs of parts
	what   string                         // "on page 31"
	where  func(*document.Passage) string // the same of a passage, for messages
	holds  func(p *document.Passage) bool // whether a passage stands there, wholly or in part
}

func (r *reading) addLimit(l *limit) {
	s := r.segment()
	s.limits = append(s.limits, l)
}

// limitToPages checks that the pages exist and that something stands on them.
func (r *reading) limitToPages(spans []span) *MissingError {
	if r.lastPage == 0 {
		return r.limitToFilePage(spans)
	}
	known := fmt.Sprintf("printed pages %d to %d", r.firstPage, r.lastPage)
	var wanted []int
	for _, s := range spans {
		from, errFrom := strconv.Atoi(s.from)
		to, errTo := strconv.Atoi(s.to)
		switch {
		case errFrom != nil || from < r.firstPage || from > r.lastPage:
			return r.missing("page "+s.from, known)
		case errTo != nil || to < from || to > r.lastPage:
			return r.missing("page "+s.to, known)
		}
		for page := from; page <= to; page++ {
			wanted = append(wanted, page)
		}
	}
	holds := func(p *document.Passage) bool {
		return slices.ContainsFunc(wanted, func(page int) bool { return standsOn(p, page) })
	}
	if !slices.ContainsFunc(r.passages, holds) {
		return r.missing("passage on page "+spans[0].from, known+", some of them blank")
	}
	r.addLimit(&limit{kind: KindPage, apart: len(spans) > 1, values: []string{strconv.Itoa(wanted[0])}, what: "on page " + spanText(spans), where: onPage, holds: holds})
	return nil
}

// limitToFilePage takes a page of a file whose pages have no printed numbers, if
// paragraphs are counted on it.
func (r *reading) limitToFilePage(spans []span) *MissingError {
	t := r.byPage["pdf "+spans[0].from]
	if t == nil || len(spans) > 1 || spans[0].to != spans[0].from {
		known := "no printed pages"
		if r.lastPage > 0 {
			known = fmt.Sprintf("printed pages %d to %d", r.firstPage, r.lastPage)
		}
		return r.missing("page "+spans[0].from, known)
	}
	var ids []string
	for _, i := range t.passages {
		ids = append(ids, r.passages[i].ID)
	}
	r.addLimit(&limit{kind: KindPage, ofFile: true, values: []string{spans[0].from}, what: "on " + t.label,
		where: func(*document.Passage) string { return "elsewhere" },
		holds: func(p *document.Passage) bool { return slices.Contains(ids, p.ID) },
	})
	return nil
}

// holdsNote tells whether one of the named footnotes of a passage is printed on the
// page that is meant: a passage may run over several.
func (l *limit) holdsNote(p *document.Passage, notes []string) bool {
	if l.kind != KindPage {
		return true
	}
	for _, f := range p.Footnotes {
		if slices.Contains(notes, f.Number) && (f.Page == 0 || l.holds(&document.Passage{Page: f.Page, PageEnd: f.Page})) {
			return true
		}
	}
	return false
}

// noteOnPage says on which page a passage's footnote is printed; "" if that isn't
// known.
func noteOnPage(p *document.Passage, number string) string {
	for _, f := range p.Footnotes {
		if f.Number == number && f.Page > 0 {
			return fmt.Sprintf(", on page %d", f.Page)
		}
	}
	return ""
}

func standsOn(p *document.Passage, page int) bool {
	return int(p.Page) <= page && page <= int(max(p.Page, p.PageEnd))
}

func onPage(p *document.Passage) string {
	if p.PageEnd > p.Page {
		return fmt.Sprintf("on pages %d to %d", p.Page, p.PageEnd)
	}
	return fmt.Sprintf("on page %d", p.Page)
}

func spanText(spans []span) string {
	var parts []string
	for _, s := range spans {
		if s.to != s.from {
			parts = append(parts, s.from+" to "+s.to)
		} else {
			parts = append(parts, s.from)
		}
	}
	return strings.Join(parts, ", ")
}

func (r *reading) readObjectives() (bool, *MissingError) {
	if small(r.peek(1)) == 0 && !usable(r.peek(1)) || !r.next(objectiveWords...) {
		return false, nil
	}
	var known []string
	for _, p := range r.passages {
		if o := strconv.Itoa(int(p.Objective)); p.Objective > 0 && !slices.Contains(known, o) {
			known = append(known, o)
		}
	}
	slices.Sort(known)
	values, unknown := r.severalOf(objectiveWords, func(word string) string {
		return strconv.Itoa(small(word))
	}, known)
	if unknown != "" {
		return true, r.missing("Objective "+unknown, describe("objective", known))
	}
	r.addLimit(&limit{
		kind: KindObjective, values: values, what: "under Objective " + list(values),
		holds: func(p *document.Passage) bool { return slices.Contains(values, strconv.Itoa(int(p.Objective))) },
		where: func(p *document.Passage) string {
			if p.Objective == 0 {
				return "outside the objectives"
			}
			return fmt.Sprintf("under Objective %d", p.Objective)
		},
	})
	return true, nil
}

// severalOf takes what is named by a small number, one or a list ("Objectives 1 and
// 2", "Parts One to Three"), whose first word stands next. unknown is the first that
// there isn't.
func (r *reading) severalOf(label []string, value func(word string) string, known []string) (values []string, unknown string) {
	add := func(v, word string) {
		if !slices.Contains(known, v) && unknown == "" {
			unknown = word
		}
		if !slices.Contains(values, v) {
			values = append(values, v)
		}
	}
	add(value(r.peek(0)), r.peek(0))
	r.at++
	r.skipHeading()
	for {
		start := r.at
		joint := r.peek(0)
		if !r.next("and", "to", "-", "through") && (small(r.peek(0)) == 0 || !usable(r.peek(0))) {
			return values, unknown
		}
		r.next(label...)
		n := small(r.peek(0))
		if n == 0 {
			r.at = start
			return values, unknown
		}
		if joint != "and" && start != r.at && unknown == "" {
			for from := small(r.words[start-1]) + 1; from < n; from++ {
				add(value(strconv.Itoa(from)), strconv.Itoa(from))
			}
		}
		add(value(r.peek(0)), r.peek(0))
		r.at++
	}
}

// partPrefix begins the slug of a numbered part: "part-three".
const partPrefix = "part-"

// readPart takes a numbered part or one that has a name, such as the executive
// summary. The foreword and annexes have rules of their own.
func (r *reading) readPart() (bool, *MissingError) {
	if small(r.peek(1)) > 0 && r.next(partWords...) {
		slugOf := func(word string) string { return partPrefix + numberWords[small(word)-1] }
		slugs, unknown := r.severalOf(partWords, slugOf, r.parts())
		if unknown != "" {
			return true, r.missing(partName(slugOf(unknown)), r.knownParts())
		}
		r.limitToParts(slugs...)
		return true, nil
	}
	for _, slug := range r.parts() {
		if words := tokens(slug); !strings.HasPrefix(slug, partPrefix) && r.has(words) {
			r.at += len(words)
			r.limitToParts(slug)
			return true, nil
		}
	}
	return false, nil
}

func (r *reading) parts() []string {
	var slugs []string
	for _, p := range r.passages {
		if p.Part != "" && !slices.Contains(slugs, p.Part) {
			slugs = append(slugs, p.Part)
		}
	}
	return slugs
}

func (r *reading) knownParts() string {
	var names []string
	for _, slug := range r.parts() {
		if strings.HasPrefix(slug, partPrefix) {
			names = append(names, partName(slug))
		}
	}
	if len(names) == 0 {
		return "no parts"
	}
	return list(names)
}

// partName spells a slug as a heading: "Part Three".
func partName(slug string) string {
	words := strings.Split(slug, "-")
	for i, w := range words {
		if w != "" {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, " ")
}

func (r *reading) limitToParts(slugs ...string) {
	var names []string
	for _, slug := range slugs {
		names = append(names, partName(slug))
	}
	r.addLimit(&limit{
		kind: KindPart, values: slugs, what: "in " + list(names),
		holds: func(p *document.Passage) bool { return slices.Contains(slugs, p.Part) },
		where: func(p *document.Passage) string { return "in " + partName(p.Part) },
	})
}

// limitToAnnex means all of an annex: the part in which its entries stand.
func (r *reading) limitToAnnex(annex []string) {
	r.segment().inAnnex = true
	r.limitToParts(r.passages[r.entriesOf(annex)[0].passages[0]].Part)
}
