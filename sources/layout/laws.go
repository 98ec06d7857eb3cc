package layout

import (
	"regexp"
	"slices"
	"strings"
)

// partKinds are what the parts of a law are called, from the outermost.
var partKinds = []string{"part", "title", "chapter", "section", "article"}

// partNumber is how the number of a part of a law stands on a line of its own.
var partNumber = regexp.MustCompile(`^(?i:(part|title|chapter|section|article|annex|appendix|schedule)) (?:\d{1,3}[A-Za-z]?|[IVXLC]{1,6}|[A-Z])$`)

// joinPartNumbers joins the number of a part that stands on a line of its own to
// the heading below it: "Article 2" to "Scope".
func (r *reader) joinPartNumbers() {
	for i := 1; i < len(r.lines); i++ {
		number, title := r.lines[i-1], r.lines[i]
		if title.role != roleHeading || title.joins || number.plain || number.joins || !partNumber.MatchString(number.text) || partNumber.MatchString(title.text) {
			continue
		}
		if follows(number, title) && (number.role == roleHeading || number.role == roleText && (number.gap == 0 || r.body.parted(number))) {
			setHeading(r.lines[i-1 : i+1])
		}
	}
}

// depth tells how deep in a law a part is whose number the line holds: a place in
// partKinds. It is -1 for any other line.
func depth(l *line) int {
	m := partNumber.FindStringSubmatch(l.text)
	if m == nil || l.role != roleHeading || l.joins {
		return -1
	}
	return slices.Index(partKinds, strings.ToLower(m[1]))
}

// levelParts gives the parts of a law levels by what they are called: how they are
// set says little. A law has parts of two kinds at least, and several of each.
func (r *reader) levelParts() {
	const several = 2
	count, outermost := map[int]int{}, maxLevel
	for _, l := range r.lines {
		if d := depth(l); d >= 0 {
			count[d]++
			outermost = min(outermost, l.level)
		}
	}
	level := map[int]int{}
	for d := range partKinds {
		if count[d] >= several {
			level[d] = min(maxLevel, outermost+len(level))
		}
	}
	if r.law = len(level) > 1; !r.law {
		return
	}
	for _, l := range r.lines {
		if n := level[max(depth(l), 0)]; n > 0 && depth(l) >= 0 {
			l.level = n
		}
	}
}

// innermost returns the heading of the innermost part of a law among parts, or of
// the annex that follows it; nil if there is none.
func (r *reader) innermost(parts []*part) *part {
	var found *part
	deepest := 0
	for _, p := range parts {
		if !r.law || !p.heading || !partNumber.MatchString(p.lines[0].text) {
			continue
		}
		d := depth(p.lines[0])
		if d < 0 {
			d = len(partKinds) // an annex's
		}
		if d >= deepest {
			found, deepest = p, d
		}
	}
	return found
}
