package web

import (
	"strconv"
	"strings"

	"socsearch/index"
)

// describe says in a sentence what a search shows: "12 passages that mention
// cyber crime, under Objective 2, naming the National Crime Agency".
func describe(x *index.Index, r index.Request, total int) string {
	var b strings.Builder
	b.WriteString(countPassages(total))
	if q := r.Query.String(); q != "" {
		b.WriteString(" for " + q)
	}
	for _, f := range index.FacetFields {
		filter := r.Filters[f.Name]
		for _, part := range []struct {
			values      []string
			words, join string
		}{
			{filter.Any, facetWords[f.Name], " or "},
			{filter.All, facetWords[f.Name], " and "},
			{filter.Reject, "not " + facetWords[f.Name], " or "},
		} {
			if len(part.values) == 0 {
				continue
			}
			var labels []string
			for _, v := range part.values {
				labels = append(labels, shortLabel(x, f.Name, v))
			}
			b.WriteString(", " + part.words + " " + strings.Join(labels, part.join))
		}
	}
	return b.String()
}

// facetWords lead over to the values of a facet in a sentence.
var facetWords = map[string]string{
	"organisation": "naming",
	"objective":    "under",
	"part":         "in",
	"threat":       "on",
	"strand":       "naming the strand",
	"kind":         "of the kind",
	"document":     "in",
}

// shortLabel is a value's label up to its colon: "Objective 2".
func shortLabel(x *index.Index, facet, value string) string {
	label := x.Label(facet, value)
	if facet == "objective" || facet == "part" {
		label, _, _ = strings.Cut(label, ":")
	}
	return label
}

func countPassages(n int) string {
	if n == 1 {
		return "1 passage"
	}
	return strconv.Itoa(n) + " passages"
}
