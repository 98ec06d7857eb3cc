package layout

import (
	"math"
	"regexp"
	"slices"

	"socsearch/sources/numbering"
)

// leastPoints is how many numbers in brackets an article has at least, each the
// next, that are its own.
const leastPoints = 2

// pointsBelow is how many lines below an article's number its points begin at the
// most: its title and "For the purposes of this Regulation:" stand between.
const pointsBelow = 8

var articleNumber = regexp.MustCompile(`^(?:Article|ARTICLE) \d{1,3}[A-Za-z]?$`)

// findPoints finds numbers in brackets, (1) to (26), that stand directly below an
// article without other numbers: its points, as those of definitions are.
func (r *reader) findPoints() {
	var articles []int
	for i, l := range r.lines {
		if l.role != roleLeftOut && articleNumber.MatchString(l.text) {
			articles = append(articles, i)
		}
	}
	for i, from := range articles {
		to := len(r.lines)
		if i+1 < len(articles) {
			to = articles[i+1]
		}
		if points := r.pointsOf(from, to); points != nil {
			r.runs = append(r.runs, points)
		}
	}
	slices.SortStableFunc(r.runs, func(a, b *run) int { return a.accepted[0].at - b.accepted[0].at })
}

// pointsOf returns the points of the article between two lines; nil if it has none,
// or has numbers of its own.
func (r *reader) pointsOf(from, to int) *run {
	for _, run := range r.runs {
		if slices.ContainsFunc(run.accepted, func(c candidate) bool { return c.at > from && c.at < to }) {
			return nil
		}
	}
	points := &run{points: true}
	for i := from + 1; i < to; i++ {
		l := r.lines[i]
		n, ok := bracketNumeral(l.text)
		if !ok || l.role != roleText || !r.body.isBody(l) || l.runs[0].Raised {
			continue
		}
		first := len(points.accepted) == 0
		c := candidate{l, n, i}
		if first && n.Int() == 1 && i <= from+pointsBelow || !first && numbering.Follows(points.last(), n.Number) && samePlace(points.end(), c) {
			points.accepted = append(points.accepted, c)
		}
	}
	if len(points.accepted) < leastPoints {
		return nil
	}
	return points
}

// samePlace reports whether two numbers share their left edge or, right-aligned,
// their right one.
func samePlace(a, b candidate) bool {
	right := func(c candidate) float64 { return c.left + digitWidth*c.size*float64(c.length) }
	return math.Abs(a.left-b.left) <= sameLeft || math.Abs(right(a)-right(b)) <= sameLeft
}
