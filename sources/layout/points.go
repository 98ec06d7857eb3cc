package layout

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"socsearch/sources/document"
	"socsearch/sources/numbering"
)

// leastPoints is how many numbers in brackets an article has at least, each the
// next, that are its own.
const leastPoints = 2

// pointsBelow is how many lines below an article's number its points begin at the
// most: its title and "For the purposes of this Regulation:" stand between.
const pointsBelow = 8

var articleNumber = regexp.MustCompile(`^(?:Article|ARTICLE) (\d{1,3}[A-Za-z]?)$`)

// findPoints finds numbers in brackets, (1) to (26), that stand directly below an
// article without other numbers: its points, as those of definitions and amendments
// are. Where it has none, and the document no other numbers, those with a full stop are
// the article's paragraphs.
func (r *reader) findPoints() {
	r.findPointsOf(r.articles(), func(*run) bool { return true })
}

// findAmendments finds the points of articles that quote articles of another act, whose
// numbers are none of this one.
func (r *reader) findAmendments() {
	articles := r.articles()
	r.findPointsOf(articles, func(points *run) bool {
		for i := points.accepted[0].at; i < points.end().at; i++ {
			if articleNumber.MatchString(strings.TrimLeft(r.lines[i].text, "‘“")) && !slices.Contains(articles, i) {
				return true
			}
		}
		return false
	})
	for _, points := range r.runs {
		to := slices.IndexFunc(articles, func(at int) bool { return at > points.end().at })
		end := len(r.lines)
		if to >= 0 {
			end = articles[to]
		}
		for _, l := range r.lines[points.accepted[0].at:end] {
			l.quoted = true
		}
	}
}

// findPointsOf finds the points of articles, which begin at lines, that are wanted.
func (r *reader) findPointsOf(articles []int, wanted func(*run) bool) {
	alone := !slices.ContainsFunc(r.runs, func(o *run) bool { return !o.recitals && !o.points })
	for i, from := range articles {
		to := len(r.lines)
		if i+1 < len(articles) {
			to = articles[i+1]
		}
		points := r.pointsOf(from, to, bracketNumeral)
		if points == nil && alone {
			points = r.pointsOf(from, to, stoppedNumeral)
		}
		if points != nil && wanted(points) {
			r.runs = append(r.runs, points)
			r.quoteHeadings(points)
		}
	}
	slices.SortStableFunc(r.runs, func(a, b *run) int { return a.accepted[0].at - b.accepted[0].at })
}

// articles returns the lines with the numbers of articles. Those that an amending act
// quotes aren't its own: the next of its own comes later.
func (r *reader) articles() []int {
	var all []int
	var numbers []document.Number
	for i, l := range r.lines {
		if m := articleNumber.FindStringSubmatch(l.text); m != nil && l.role != roleLeftOut {
			n, _ := document.ParseNumber(strings.ToLower(m[1]))
			all, numbers = append(all, i), append(numbers, n)
		}
	}
	var own []int
	var last document.Number
	for i, at := range all {
		if len(own) > 0 && !last.Precedes(numbers[i]) && slices.ContainsFunc(numbers[i+1:], last.Precedes) {
			continue
		}
		own, last = append(own, at), numbers[i]
	}
	return own
}

// quoteHeadings makes text of headings between the points of an article: those of
// articles that it inserts elsewhere.
func (r *reader) quoteHeadings(points *run) {
	for _, l := range r.lines[points.accepted[0].at:points.end().at] {
		l.plain = true
		if l.role == roleHeading {
			l.role, l.joins = roleText, false
		}
	}
}

// stoppedNumeral reads a number with a full stop that a line opens with.
func stoppedNumeral(s string) (numeral, bool) {
	n, ok := numeralOf(s)
	return n, ok && n.style == document.NumberingStop
}

// pointsOf returns the points of the article between two lines; nil if it has none,
// or has numbers of its own.
func (r *reader) pointsOf(from, to int, read func(string) (numeral, bool)) *run {
	for _, run := range r.runs {
		if slices.ContainsFunc(run.accepted, func(c candidate) bool { return c.at > from && c.at < to }) {
			return nil
		}
	}
	points := &run{points: true}
	for i := from + 1; i < to; i++ {
		l := r.lines[i]
		n, ok := read(l.text)
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
