package layout

import (
	"slices"
	"strconv"
)

// numberPages gives every page its printed number: as the manifest says, else
// as most pages print it at their head or foot, else as the file labels it where
// some pages print that too. A document that prints none has none.
func (r *reader) numberPages() {
	if r.rules.PageOffset != nil {
		r.setOffset(*r.rules.PageOffset)
		return
	}
	if offset, ok := r.printedOffset(); ok {
		r.setOffset(offset)
		return
	}
	if r.labelled() && r.printsLabels() {
		for _, p := range r.pages {
			p.printed, _ = strconv.Atoi(p.Label)
		}
		r.offset, r.hasOffset = labelOffset(r.pages)
	}
}

func (r *reader) setOffset(offset int) {
	r.offset, r.hasOffset = offset, true
	for _, p := range r.pages {
		p.printed = max(0, p.Number-offset)
	}
}

// printedOffset returns what most pages that print a number agree on. Covers,
// blank pages and full-page pictures print none.
func (r *reader) printedOffset() (offset int, ok bool) {
	votes, text := map[int]int{}, 0
	alike := map[string]map[*page]bool{}
	for _, p := range r.pages {
		for _, l := range p.outerLines() {
			key := digitsFolded(l.text)
			if alike[key] == nil {
				alike[key] = map[*page]bool{}
			}
			alike[key][p] = true
		}
	}
	for _, p := range r.pages {
		if len(p.lines) > 0 {
			text++
		}
		seen := map[int]bool{}
		for _, l := range p.outerLines() {
			if !pageNumberAlone.MatchString(l.text) && len(alike[digitsFolded(l.text)]) < 2 {
				continue // a paragraph's number
			}
			for _, n := range edgeNumbers(l.text) {
				if o := p.Number - n; !seen[o] {
					seen[o] = true
					votes[o]++
				}
			}
		}
	}
	most := 0
	for o, n := range votes {
		if n > most || n == most && o < offset {
			offset, most = o, n
		}
	}
	return offset, most >= min(2, text) && most > 0 && 2*most >= text
}

// printsLabels reports whether some pages print at their head or foot what the file
// labels them with.
func (r *reader) printsLabels() bool {
	const some = 2
	printed := 0
	for _, p := range r.pages {
		n, err := strconv.Atoi(p.Label)
		if err == nil && slices.ContainsFunc(p.outerLines(), func(l *line) bool {
			return pageNumberAlone.MatchString(l.text) && slices.Contains(edgeNumbers(l.text), n)
		}) {
			printed++
		}
	}
	return printed >= some
}

// labelled reports whether the file labels most pages with numbers.
func (r *reader) labelled() bool {
	numbers := 0
	for _, p := range r.pages {
		if n, err := strconv.Atoi(p.Label); err == nil && n > 0 {
			numbers++
		}
	}
	return 2*numbers > len(r.pages)
}

// labelOffset returns the offset that all labels agree on.
func labelOffset(pages []*page) (offset int, ok bool) {
	for _, p := range pages {
		switch {
		case p.printed == 0:
		case ok && p.Number-p.printed != offset:
			return 0, false
		default:
			offset, ok = p.Number-p.printed, true
		}
	}
	return offset, ok
}

// excerpt reports whether the file is a part of a volume, whose page numbers have
// nothing to do with the file's: then ids count the file's pages.
func (r *reader) excerpt() bool { return r.hasOffset && -r.offset >= len(r.pages) }

// anchorPage returns the page that names a paragraph without a number.
func (r *reader) anchorPage(p *page) int {
	if p.printed > 0 && !r.excerpt() {
		return p.printed
	}
	return p.Number
}
