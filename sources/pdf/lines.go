package pdf

import (
	"cmp"
	"math"
	"slices"
)

// How smaller text beside a line belongs to it, as parts of the line's size:
// what is smaller than scriptSize, and between the two heights, is a superscript
// or a subscript.
const (
	scriptSize   = 0.85
	scriptLowest = -0.35
	scriptTop    = 0.7
	scriptGap    = 0.6  // how far from the line's text it may stand
	raisedBy     = 0.12 // what stands higher is a superscript
	sameBaseline = 0.2  // baselines nearer than this are one
)

// setLine is a line that is being put together.
type setLine struct {
	spans    []*span
	baseline float64
	size     float64
}

// setLines makes lines of the spans of one column, from top to bottom. Large text
// comes first, so that superscripts find the line that they belong to.
func setLines(all []*span) []*setLine {
	bySize := slices.Clone(all)
	slices.SortStableFunc(bySize, func(a, b *span) int { return cmp.Compare(b.size, a.size) })
	var lines []*setLine
	for _, s := range bySize {
		if l := lineFor(lines, s); l != nil {
			l.spans = append(l.spans, s)
			continue
		}
		lines = append(lines, &setLine{spans: []*span{s}, baseline: s.baseline, size: s.size})
	}
	slices.SortStableFunc(lines, func(a, b *setLine) int { return cmp.Compare(b.baseline, a.baseline) })
	return lines
}

// lineFor returns the line that a span belongs to, nil if none yet: one on the
// same baseline, or else the nearest that it is a script of.
func lineFor(lines []*setLine, s *span) *setLine {
	var best *setLine
	for _, l := range lines {
		rise := s.baseline - l.baseline
		if math.Abs(rise) <= sameBaseline*s.size {
			return l
		}
		if s.size < scriptSize*l.size && rise > scriptLowest*l.size && rise < scriptTop*l.size && l.touches(s) &&
			(best == nil || math.Abs(rise) < math.Abs(s.baseline-best.baseline)) {
			best = l
		}
	}
	return best
}

// touches reports whether a span stands beside the line's text.
func (l *setLine) touches(s *span) bool {
	for _, o := range l.spans {
		if s.x0-o.x1 < scriptGap*l.size && o.x0-s.x1 < scriptGap*l.size {
			return true
		}
	}
	return false
}

// line returns the line in its final form.
func (l *setLine) line(column int) Line {
	slices.SortStableFunc(l.spans, func(a, b *span) int { return cmp.Compare(a.x0, b.x0) })
	out := Line{Baseline: l.baseline, Size: l.size, Column: column, X0: l.spans[0].x0}
	for i, s := range l.spans {
		space := i > 0 && spaceBetween(l.spans[i-1], s)
		out.X1 = max(out.X1, s.x1)
		if n := len(out.Runs); n > 0 && l.alike(l.spans[i-1], s) {
			out.Runs[n-1].add(s, space)
			continue
		}
		out.Runs = append(out.Runs, l.run(s, space))
	}
	return out
}

func spaceBetween(a, b *span) bool {
	return a.after || b.before || b.x0-a.x1 > wordGap*max(a.size, b.size)
}

// alike reports whether two spans make one run: they are set alike, and no more white
// space stands between them than within a sentence.
func (l *setLine) alike(a, b *span) bool {
	return b.x0-a.x1 < spanGap*max(a.size, b.size) && a.font.Name == b.font.Name && a.tag == b.tag && a.heavy == b.heavy && a.hidden == b.hidden &&
		math.Abs(a.size-b.size) < 0.05*a.size && l.raised(a) == l.raised(b)
}

func (l *setLine) raised(s *span) bool {
	return s.size < scriptSize*l.size && s.baseline-l.baseline > raisedBy*l.size
}

func (l *setLine) run(s *span, space bool) Run {
	r := Run{
		Text: s.text, Font: s.font.Name, Size: s.size, Tag: s.tag,
		Hidden: s.hidden, Bold: s.font.Bold || s.heavy, Italic: s.font.Italic,
		X0: s.x0, X1: s.x1, Baseline: s.baseline, Raised: l.raised(s),
	}
	if space {
		r.Text = " " + r.Text
	}
	return r
}

func (r *Run) add(s *span, space bool) {
	if space {
		r.Text += " "
	}
	r.Text += s.text
	r.X1 = max(r.X1, s.x1)
}
