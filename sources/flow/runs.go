package flow

import (
	"fmt"
	"slices"
	"strings"

	"socsearch/sources/document"
	"socsearch/sources/numbering"
)

// run is paragraphs that are numbered from 1, or nearly.
type run struct {
	items     []*item
	gaps      []string
	anchor    string // "" of the document's own numbers
	heading   string // under which it begins anew
	byHeading bool   // one of many that begin anew under headings
}

func (r *run) last() document.Number { return r.items[len(r.items)-1].number.Number }

// How a row of numbers is told from a list.
const (
	leastNumbers  = 2
	leastRestarts = 3    // runs that begin anew under headings
	leastShare    = 0.15 // of the paragraphs of a text, if the row isn't long
	longRun       = 12
	shortItems    = 0.4 // the part of items of a few words, at most
	shortWords    = 12
)

// findNumbers finds the numbered paragraphs: of all that count alike, those that make
// the longest row.
func (d *doc) findNumbers() {
	groups := d.groups()
	var best []*run
	most := 0
	for _, g := range groups {
		runs := d.sequences(g)
		if n := count(runs); n > most && d.areParagraphs(runs) {
			best, most = runs, n
		}
	}
	if best == nil {
		return
	}
	if over := d.paragraphsOver(best, groups); over != nil {
		best = over
	}
	d.runs = best
	for _, g := range groups {
		d.addOthers(d.sequences(g))
	}
	d.mendGaps()
	d.goOn()
	for _, r := range d.runs {
		for _, i := range r.items {
			i.run = r
		}
		r.findGaps()
	}
	slices.SortStableFunc(d.runs, func(a, b *run) int { return a.items[0].at - b.items[0].at })
}

func count(runs []*run) int {
	n := 0
	for _, r := range runs {
		n += len(r.items)
	}
	return n
}

// groups parts what may be numbered paragraphs by what counts them and how their
// numbers are printed.
func (d *doc) groups() [][]*item {
	var keys []string
	by := map[string][]*item{}
	add := func(key string, i *item) {
		if by[key] == nil {
			keys = append(keys, key)
		}
		by[key] = append(by[key], i)
	}
	for _, i := range d.items {
		if !i.candidate {
			continue
		}
		counted := i.Count
		if i.inText {
			counted = ""
		}
		add(string(i.number.Style)+" "+counted, i)
		// Typed numbers and those of lists may follow one another.
		if i.inText || counted == "ol" {
			add(string(i.number.Style)+" typed or listed", i)
		}
		if i.number.Style == numbering.Plain || i.number.Style == numbering.Stop {
			add("whatever counts", i)
		}
		if i.number.Style == numbering.Chapter {
			add("chapter", i)
		}
	}
	var list [][]*item
	for _, key := range keys {
		list = append(list, by[key])
	}
	return list
}

// sequences returns the runs of a group: one row that may begin anew, or one for each
// heading if those hold more numbers.
func (d *doc) sequences(group []*item) []*run {
	runs := d.sequence(group)
	byHeading := d.sequenceByHeading(group)
	more := count(byHeading) - count(runs)
	if len(byHeading) >= leastRestarts && (more > 0 || more == 0 && group[0].number.Style == numbering.Round) {
		return byHeading
	}
	return runs
}

// sequence takes from a group those that make runs. A list within a paragraph, after
// which the numbers go on, makes none.
func (d *doc) sequence(group []*item) []*run {
	var runs []*run
	var current *run
	numbers := make([]document.Number, len(group))
	for i, c := range group {
		numbers[i] = c.number.Number
	}
	for i, c := range group {
		n, later := numbers[i], numbers[i+1:]
		switch {
		case current != nil && numbering.Follows(current.last(), n) && !numbering.GoesOnWithout(current.last(), n, later):
			current.items = append(current.items, c)
		case current != nil && (numbering.Skips(current.last(), n, later) || c.isGiven() && n.Compare(current.last()) > 0 && !slices.ContainsFunc(later, func(l document.Number) bool { return current.last().Precedes(l) })):
			current.items = append(current.items, c)
		case current != nil && len(current.items) == 1 && c.number.Int() == 1 && isName(current.items[0]) && !isName(c):
			current.items[0] = c // the first was a heading's
		case c.number.Int() == 1 && !d.introduced(c) && (current == nil || numbering.Restarts(current.last(), numbers[i:])),
			current == nil && c.number.Int() <= numbering.WidestGap && numbering.GoesOn(numbers[i:]):
			current = &run{items: []*item{c}}
			runs = append(runs, current)
		}
	}
	return slices.DeleteFunc(runs, func(r *run) bool { return len(r.items) < leastNumbers })
}

// introduced reports whether an item belongs to the sentence before it, as those of a
// list do.
func (d *doc) introduced(i *item) bool {
	if i.at == 0 {
		return false
	}
	before := d.items[i.at-1]
	return !before.isHeading() && strings.HasSuffix(before.text, ":")
}

// sequenceByHeading takes from a group the runs that begin with 1 directly below a
// heading, each up to the next that does. A run may have one number.
func (d *doc) sequenceByHeading(group []*item) []*run {
	var runs []*run
	var current *run
	for _, c := range group {
		switch {
		case c.number.Int() == 1 && c.at > 0 && d.items[c.at-1].isHeading():
			current = &run{items: []*item{c}, byHeading: true}
			runs = append(runs, current)
		case current != nil && numbering.Follows(current.last(), c.number.Number):
			current.items = append(current.items, c)
		}
	}
	return runs
}

// areParagraphs reports whether runs are numbered paragraphs and no lists: most are
// longer than a few words, and they are many or most of the text.
func (d *doc) areParagraphs(runs []*run) bool {
	short, all, longest := 0.0, count(runs), 0
	for _, r := range runs {
		longest = max(longest, len(r.items))
		short += r.short()
		for _, i := range r.items {
			// (1) is a list's unless it counts what stands under headings.
			if (i.number.Style == numbering.Round) && len(r.items) < longRun && !r.byHeading {
				return false
			}
		}
	}
	if all >= leastNumbers && runs[0].items[0].isGiven() {
		return true
	}
	if all < leastNumbers || short > shortItems*float64(all) {
		return false
	}
	others := 0
	for _, i := range d.items {
		if i.isText() && i.Box == 0 && i.Depth == 0 {
			others++
		}
	}
	return longest >= longRun || float64(all) >= leastShare*float64(others)
}

// addOthers adds runs that stand apart from those that were found: of another scheme
// before or after them, as an annex's.
func (d *doc) addOthers(runs []*run) {
	const many = 4
	for _, r := range runs {
		if r.byHeading || len(r.items) < many || !d.areParagraphs([]*run{r}) {
			continue
		}
		first, last := r.items[0].at, r.items[len(r.items)-1].at
		apart := !slices.ContainsFunc(d.runs, func(o *run) bool {
			from, to := o.items[0].at, o.items[len(o.items)-1].at
			return first <= to && last >= from
		})
		// Below a numbered paragraph it is a list, unless a heading stands between.
		if apart && d.hasHeadingBefore(first) {
			d.runs = append(d.runs, r)
		}
	}
	slices.SortStableFunc(d.runs, func(a, b *run) int { return a.items[0].at - b.items[0].at })
}

// hasHeadingBefore reports whether a heading stands between an item and the last
// numbered paragraph before it, or no such paragraph does.
func (d *doc) hasHeadingBefore(at int) bool {
	for i := at - 1; i >= 0; i-- {
		if d.items[i].isHeading() {
			return true
		}
		for _, r := range d.runs {
			if slices.Contains(r.items, d.items[i]) {
				return false
			}
		}
	}
	return true
}

// mendGaps looks for missing numbers among those that something else counts.
func (d *doc) mendGaps() {
	for _, r := range d.runs {
		for i := 1; i < len(r.items); i++ {
			a, b := r.items[i-1], r.items[i]
			if numbering.Follows(a.number.Number, b.number.Number) {
				continue
			}
			for _, c := range d.items[a.at+1 : b.at] {
				if c.candidate && a.number.Precedes(c.number.Number) && c.number.Style != numbering.Round {
					r.items = slices.Insert(r.items, i, c)
					break
				}
			}
		}
	}
}

// findGaps lists what is missing from a run.
func (r *run) findGaps() {
	if first := r.items[0].number; first.Int() != 1 {
		r.gaps = append(r.gaps, fmt.Sprintf("numbers begin with %s", first))
	}
	for i := 1; i < len(r.items); i++ {
		if a, b := r.items[i-1].number, r.items[i].number; !numbering.Follows(a.Number, b.Number) {
			r.gaps = append(r.gaps, fmt.Sprintf("%s is followed by %s", a, b))
		}
	}
}

// main returns the run whose paragraphs have plain ids: the first that is at least
// half as long as the longest.
func (d *doc) main() *run {
	if len(d.runs) == 0 {
		return nil
	}
	longest := slices.MaxFunc(d.runs, func(a, b *run) int { return len(a.items) - len(b.items) })
	for _, r := range d.runs {
		if 2*len(r.items) >= len(longest.items) && r.items[0].number.Style != numbering.Round {
			return r
		}
	}
	return longest
}
