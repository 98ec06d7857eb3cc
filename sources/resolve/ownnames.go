package resolve

import (
	"regexp"
	"slices"
	"strings"

	"socsearch/sources/document"
)

// Paragraphs of a document's own count that it calls something else: recommendation 12,
// criterion 4.3.

// addRecommendation adds a paragraph of the document's own count that stands below the
// heading "Recommendations", so that it is found as recommendation 12, too.
func (d *reader) addRecommendation(p *document.Passage, i int) {
	if !slices.ContainsFunc(p.Section, func(h string) bool { return slices.Contains(recommendations, strings.Join(tokens(h), " ")) }) {
		return
	}
	if d.recommended == nil {
		d.recommended = &count{thing: thing{label: "Recommendations"}, byNumber: map[string][]int{}}
		for _, name := range recommendations {
			d.recommended.names = append(d.recommended.names, tokens(name))
		}
		d.counts = append(d.counts, d.recommended)
	}
	d.recommended.numbers = addNumber(d.recommended.numbers, d.recommended.byNumber, p.Number, i)
}

// recommendations are headings over numbered recommendations.
var recommendations = []string{"recommendations", "recommendation", "summary of recommendations", "list of recommendations"}

// criterion is how a paper speaks of its criteria.
var criterion = regexp.MustCompile(`\b[Cc]riteri(?:on|a) \d{1,2}\.\d`)

// addCriteria makes criteria of the paragraphs with numbers by chapter, where the paper
// calls them so.
func (d *reader) addCriteria() {
	if !slices.ContainsFunc(d.numbers, byChapter) || !slices.ContainsFunc(d.passages, func(p *document.Passage) bool { return criterion.MatchString(p.Text) }) {
		return
	}
	c := &count{thing: thing{label: "Criteria", names: [][]string{{"criterion"}, {"criteria"}}}, byNumber: map[string][]int{}}
	for _, n := range d.numbers {
		if byChapter(n) {
			c.numbers = append(c.numbers, n)
			c.byNumber[n] = d.byNumber[n]
		}
	}
	d.counts = append(d.counts, c)
}

func byChapter(number string) bool { return strings.Contains(number, ".") }
