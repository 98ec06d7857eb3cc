package glyph

import "math"

// matrix maps a point (x, y) to (a·x + c·y + e, b·x + d·y + f), as ISO 32000-1,
// 8.3.3 writes [a b c d e f].
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// times returns the matrix that applies m first and then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// upright reports whether text set by m runs from left to right, give or take
// about three degrees.
func (m matrix) upright() bool {
	return m[0] > 0 && math.Abs(m[1]) < 0.05*m[0]
}

// quarters returns how many quarter turns, clockwise, set text upright that m sets
// along an edge of the page; 0 if none does.
func (m matrix) quarters() int {
	switch {
	case math.Abs(m[0]) < 0.05*m[1]:
		return 1
	case -m[0] > 0 && math.Abs(m[1]) < -0.05*m[0]:
		return 2
	case math.Abs(m[0]) < -0.05*m[1]:
		return 3
	}
	return 0
}

// height is the factor by which m stretches upright things.
func (m matrix) height() float64 { return math.Hypot(m[2], m[3]) }

// finite reports whether all of m can be reckoned with.
func (m matrix) finite() bool {
	for _, x := range m {
		if math.IsNaN(x) || math.Abs(x) > 1e9 {
			return false
		}
	}
	return true
}

// toPage returns the matrix that brings the box's lower left corner to the
// origin and turns the page by rotate degrees clockwise, as a viewer does, and
// the page's size after that.
func toPage(box rect, rotate int) (m matrix, width, height float64) {
	w, h := box.x1-box.x0, box.y1-box.y0
	m = matrix{1, 0, 0, 1, -box.x0, -box.y0}
	switch rotate {
	case 90:
		return m.times(matrix{0, -1, 1, 0, 0, w}), h, w
	case 180:
		return m.times(matrix{-1, 0, 0, -1, w, h}), w, h
	case 270:
		return m.times(matrix{0, 1, -1, 0, h, 0}), h, w
	}
	return m, w, h
}

// rect is a box with its sides in order.
type rect struct{ x0, y0, x1, y1 float64 }

func newRect(x0, y0, x1, y1 float64) rect {
	return rect{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
}

func (r rect) intersect(s rect) rect {
	return rect{max(r.x0, s.x0), max(r.y0, s.y0), min(r.x1, s.x1), min(r.y1, s.y1)}
}

func (r rect) empty() bool { return r.x1-r.x0 < 1 || r.y1-r.y0 < 1 }
