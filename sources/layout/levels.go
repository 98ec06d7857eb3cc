package layout

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
)

// setLevels gives headings of one style one level: by their tags, else by size,
// weight, capitals and slope.
func (r *reader) setLevels() {
	r.findTagStyles()
	var styles []style
	for _, l := range r.lines {
		if l.role != roleHeading || l.joins || l.level != 0 {
			continue
		}
		if s := r.levelStyle(l); !slices.Contains(styles, s) {
			styles = append(styles, s)
		}
	}
	slices.SortFunc(styles, func(a, b style) int {
		return cmp.Or(cmp.Compare(a.tag, b.tag), cmp.Compare(b.size, a.size), later(a.bold, b.bold), later(a.capitals, b.capitals), later(b.ital, a.ital))
	})
	for _, l := range r.lines {
		if l.role == roleHeading && l.level == 0 {
			l.level = min(maxLevel, slices.Index(styles, r.levelStyle(l))+1)
		}
	}
	r.levelByNumber()
	r.levelParts()
}

var dottedNumber = regexp.MustCompile(`^\d{1,2}((?:\.\d{1,2})+)\.?\s`)

// levelByNumber gives headings with numbers of as many parts (2.1, 3.4) the level
// that most of them have: tags are sometimes wrong.
func (r *reader) levelByNumber() {
	depth := func(l *line) int {
		if m := dottedNumber.FindStringSubmatch(l.text); m != nil && l.role == roleHeading && !l.joins {
			return strings.Count(m[1], ".")
		}
		return 0
	}
	levels := map[int]map[float64]float64{}
	for _, l := range r.lines {
		if d := depth(l); d > 0 {
			if levels[d] == nil {
				levels[d] = map[float64]float64{}
			}
			levels[d][float64(l.level)]++
		}
	}
	for _, l := range r.lines {
		if d := depth(l); d > 0 {
			l.level = int(mode(levels[d]))
		}
	}
}

// levelStyle returns the style by which a heading's level is told: where the
// document tags headings, the tag alone, which others take from the tagged
// heading that is nearest in size.
func (r *reader) levelStyle(l *line) style {
	s := styleOf(l)
	if !r.tagged {
		s.tag = 0
		return s
	}
	if s.tag == 0 {
		s.tag = r.nearestTag(s.size)
	}
	return style{tag: s.tag}
}

func (r *reader) nearestTag(size float64) int {
	tag, away := 1, math.Inf(1)
	for _, s := range r.tagStyles {
		if d := math.Abs(s.size - size); d < away {
			tag, away = s.tag, d
		}
	}
	return tag
}

// findTagStyles lists the styles of tagged headings.
func (r *reader) findTagStyles() {
	for _, l := range r.lines {
		if l.role != roleHeading {
			continue
		}
		if s := styleOf(l); s.tag > 0 && !slices.Contains(r.tagStyles, s) {
			r.tagStyles = append(r.tagStyles, s)
		}
	}
}

func later(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}
