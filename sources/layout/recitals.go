package layout

import (
	"math"
	"regexp"
	"slices"

	"socsearch/sources/numbering"
)

// leastRecitals is how many numbers in brackets, each the next, make recitals: a
// list has fewer.
const leastRecitals = 12

// firstArticle begins the articles of a law, before which its recitals stand.
var firstArticle = regexp.MustCompile(`^(?:Article|ARTICLE) 1$|(?i)^(?:has|have) adopted this`)

// findRecitals finds a run of numbers in brackets, (1) to (180), at one place
// before the first numbered paragraph: elsewhere such numbers are those of lists.
func (r *reader) findRecitals() {
	end := slices.IndexFunc(r.lines, func(l *line) bool { return firstArticle.MatchString(l.text) })
	for i, run := range r.runs {
		if first := run.accepted[0].at; i == 0 || first < end {
			end = first
		}
	}
	recitals := &run{recitals: true}
	for i, l := range r.lines[:max(end, 0)] {
		n, ok := bracketNumeral(l.text)
		if !ok || l.role != roleText || !r.body.isBody(l) || l.runs[0].Raised {
			continue
		}
		if len(recitals.accepted) == 0 && n.Int() == 1 ||
			len(recitals.accepted) > 0 && numbering.Follows(recitals.last(), n.Number) && math.Abs(l.left-recitals.end().left) <= sameLeft {
			recitals.accepted = append(recitals.accepted, candidate{l, n, i})
		}
	}
	if len(recitals.accepted) >= leastRecitals {
		r.runs = append([]*run{recitals}, r.runs...)
	}
}
