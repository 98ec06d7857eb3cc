package glyph

import (
	"slices"

	lib "github.com/ledongthuc/pdf"
)

// area is a rectangle that was painted. A solid one hides what lies below it.
type area struct {
	rect
	ink   ink
	solid bool
}

// Bounds on what is painted behind or before text: areas that are smaller are rules
// and dots, and a page that has more is a drawing.
const (
	smallestArea = 3.0 // points
	mostAreas    = 4096
)

// path is what was drawn since the last path was painted.
type path struct {
	points []point // of the piece under way
	rects  []rect
	bounds rect // of all else
	other  bool // there is something else than rectangles
	clips  bool // it bounds what is painted from now on
}

type point struct{ x, y float64 }

// paths runs an operator that makes or paints paths, and reports whether op was one.
func (in *interpreter) paths(op string, args []operand, r *resources) bool {
	s := &in.state
	switch op {
	case "m":
		in.endPiece()
		in.addPoints(args, 1)
	case "l":
		in.addPoints(args, 1)
	case "c":
		in.addPoints(args, 3)
		in.path.other = true
	case "v", "y":
		in.addPoints(args, 2)
		in.path.other = true
	case "re":
		in.endPiece()
		x, y, w, h := arg(args, 0).number, arg(args, 1).number, arg(args, 2).number, arg(args, 3).number
		for _, p := range []point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}} {
			in.addPoint(p)
		}
		in.endPiece()
	case "h":
	case "w":
		s.lineWidth = arg(args, 0).number
	case "W", "W*":
		in.path.clips = true
	case "f", "F", "b", "B":
		in.fill(false)
		in.endPath()
	case "f*", "b*", "B*":
		in.fill(true)
		in.endPath()
	case "S", "s":
		in.stroke()
		in.endPath()
	case "n":
		in.endPath()
	case "sh":
		in.paint(area{rect: s.clip, ink: inkOther})
	default:
		return in.colours(op, args, r)
	}
	return true
}

func (in *interpreter) addPoints(args []operand, n int) {
	for i := range n {
		in.addPoint(point{arg(args, 2*i).number, arg(args, 2*i+1).number})
	}
}

// mostPoints is how many points a rectangle has: its first may stand again as its
// last.
const mostPoints = 5

func (in *interpreter) addPoint(p point) {
	p.x, p.y = in.state.ctm.apply(p.x, p.y)
	path := &in.path
	if len(path.points) == mostPoints { // no rectangle: its bounds are enough
		b := boundsOf(path.points)
		path.points = append(path.points[:0], point{b.x0, b.y0}, point{b.x1, b.y1})
		path.other = true
	}
	path.points = append(path.points, p)
}

func boundsOf(points []point) rect {
	b := rect{points[0].x, points[0].y, points[0].x, points[0].y}
	for _, p := range points {
		b = rect{min(b.x0, p.x), min(b.y0, p.y), max(b.x1, p.x), max(b.y1, p.y)}
	}
	return b
}

// endPiece ends a piece of the path: a rectangle, or something within bounds.
func (in *interpreter) endPiece() {
	p := &in.path
	if len(p.points) == 0 {
		return
	}
	b := boundsOf(p.points)
	if isRectangle(p.points, b) && !p.other {
		p.rects = append(p.rects, b)
	} else {
		if p.bounds == (rect{}) {
			p.bounds = b
		}
		p.bounds = rect{min(p.bounds.x0, b.x0), min(p.bounds.y0, b.y0), max(p.bounds.x1, b.x1), max(p.bounds.y1, b.y1)}
		p.other = true
	}
	p.points = p.points[:0]
}

// isRectangle reports whether points are the four corners of their bounds.
func isRectangle(points []point, b rect) bool {
	const near = 0.5
	if len(points) < 4 {
		return false
	}
	for i, p := range points {
		x := min(p.x-b.x0, b.x1-p.x) < near
		y := min(p.y-b.y0, b.y1-p.y) < near
		next := points[(i+1)%len(points)]
		if !x || !y || max(p.x-next.x, next.x-p.x) > near && max(p.y-next.y, next.y-p.y) > near {
			return false
		}
	}
	return true
}

func (in *interpreter) endPath() {
	in.endPiece()
	p := &in.path
	if p.clips {
		s := &in.state
		b := p.bounds
		if len(p.rects) > 0 && !p.other {
			b = p.rects[0]
		}
		for _, r := range p.rects {
			b = rect{min(b.x0, r.x0), min(b.y0, r.y0), max(b.x1, r.x1), max(b.y1, r.y1)}
		}
		s.clip = s.clip.intersect(b)
		s.oddClip = s.oddClip || p.other || len(p.rects) != 1
	}
	in.path = path{points: p.points[:0], rects: p.rects[:0]}
}

// clipTo bounds what a form draws by its box.
func (in *interpreter) clipTo(box lib.Value) {
	if box.Len() != 4 {
		return
	}
	s := &in.state
	x0, y0 := s.ctm.apply(box.Index(0).Float64(), box.Index(1).Float64())
	x1, y1 := s.ctm.apply(box.Index(2).Float64(), box.Index(3).Float64())
	s.clip = s.clip.intersect(newRect(x0, y0, x1, y1))
}

// fill paints the path. Rectangles within others may be holes in them.
func (in *interpreter) fill(evenOdd bool) {
	in.endPiece()
	p, s := &in.path, &in.state
	holes := evenOdd && len(p.rects) > 1 || len(p.rects) > 1 && slices.ContainsFunc(p.rects[1:], func(r rect) bool { return p.rects[0].holds(r) || r.holds(p.rects[0]) })
	for _, r := range p.rects {
		a := area{rect: r, ink: s.fill, solid: !holes && !s.thin && !s.oddClip && s.fill != inkOther}
		if holes || s.thin {
			a.ink = inkOther
		}
		in.paint(a)
	}
	if p.other {
		in.paint(area{rect: p.bounds, ink: inkOther})
	}
}

// stroke paints the lines of the path: wide ones stand behind titles.
func (in *interpreter) stroke() {
	in.endPiece()
	half := in.state.lineWidth * in.state.ctm.height() / 2
	if p := &in.path; p.other && half*2 >= smallestArea {
		b := p.bounds
		in.paint(area{rect: rect{b.x0 - half, b.y0 - half, b.x1 + half, b.y1 + half}, ink: inkOther})
	}
}

// paint notes an area, as far as it lies within the clip.
func (in *interpreter) paint(a area) {
	if in.hidden() || len(in.areas) >= mostAreas {
		return
	}
	a.rect = a.rect.intersect(in.state.clip)
	if a.x1-a.x0 >= smallestArea && a.y1-a.y0 >= smallestArea {
		in.areas = append(in.areas, a)
	}
}

// picture notes an image that fills the unit square.
func (in *interpreter) picture() {
	in.drawing.Pictures++
	var corners []point
	for _, p := range []point{{0, 0}, {1, 0}, {1, 1}, {0, 1}} {
		x, y := in.state.ctm.apply(p.x, p.y)
		corners = append(corners, point{x, y})
	}
	a := area{rect: boundsOf(corners), ink: inkOther}
	in.paint(a)
	if !in.hidden() {
		in.pictures.cover(a.rect.intersect(in.state.clip), in.drawing)
	}
}

// coverage is which parts of a page pictures cover, in a grid.
type coverage [gridSteps * gridSteps]bool

const gridSteps = 16

func (c *coverage) cover(r rect, d *Drawing) {
	for i := range c {
		x := (float64(i%gridSteps) + 0.5) / gridSteps * d.Width
		y := (float64(i/gridSteps) + 0.5) / gridSteps * d.Height
		c[i] = c[i] || x >= r.x0 && x <= r.x1 && y >= r.y0 && y <= r.y1
	}
}

// share returns the part of the page that is covered.
func (c *coverage) share() float64 {
	n := 0
	for _, covered := range c {
		if covered {
			n++
		}
	}
	return float64(n) / float64(len(c))
}

// onWhite reports whether nothing but paper or white lies below a point.
func (in *interpreter) onWhite(x, y float64) bool {
	for _, a := range slices.Backward(in.areas) {
		if a.has(x, y) {
			return a.ink == inkWhite
		}
	}
	return true
}

// findCovered marks the glyphs that a solid area hides which was painted after
// them.
func (in *interpreter) findCovered() {
	for i := range in.drawing.Glyphs {
		g := &in.drawing.Glyphs[i]
		if g.painted >= len(in.areas) || g.Blank() {
			continue
		}
		x, y := g.middle()
		for _, a := range in.areas[g.painted:] {
			if a.solid && a.has(x, y) {
				g.Covered = true
				break
			}
		}
	}
}

// middle returns the middle of a glyph's ink, roughly.
func (g *Glyph) middle() (x, y float64) { return (g.X0 + g.X1) / 2, g.Baseline + 0.3*g.Size }

func (r rect) has(x, y float64) bool { return x >= r.x0 && x <= r.x1 && y >= r.y0 && y <= r.y1 }

func (r rect) holds(s rect) bool {
	return s.x0 >= r.x0 && s.x1 <= r.x1 && s.y0 >= r.y0 && s.y1 <= r.y1
}
