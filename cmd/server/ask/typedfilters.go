package ask

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"socsearch/index/engine"
	"socsearch/index/schema"
)

// typedFilter is a filter as some people write it among the words: organisation:nca, or
// -kind:box to leave out.
var typedFilter = regexp.MustCompile(`(?i)(?:^|\s)(-?)(` + strings.Join(schema.FacetNames(), "|") + `):([\p{L}\d-]+)`)

// takeTypedFilters turns what is written among the words as a filter into one, where
// the facet has the value, and returns the words that are left and what was taken.
// What stands in quotation marks is words.
func (x Snapshot) takeTypedFilters(p *Values, text string) (words string, taken []string) {
	var b strings.Builder
	at := 0
	for _, m := range typedFilter.FindAllStringSubmatchIndex(text, -1) {
		sign, facet, value := text[m[2]:m[3]], strings.ToLower(text[m[4]:m[5]]), text[m[6]:m[7]]
		slug, known := x.facetValue(facet, value)
		if !known || strings.Count(text[:m[0]], `"`)%2 == 1 {
			continue
		}
		name := facet
		if sign != "" {
			name = PrefixReject + facet
		}
		if !slices.Contains(p.values[name], slug) {
			p.values[name] = append(p.values[name], slug)
		}
		taken = append(taken, text[m[2]:m[7]])
		b.WriteString(text[at:m[0]])
		at = m[1]
	}
	if len(taken) == 0 {
		return text, nil
	}
	words = strings.TrimSpace(b.String() + text[at:])
	p.values.Set(ParamQuery, words)
	return words, taken
}

// facetValue returns a value of a facet as the index has it.
func (x Snapshot) facetValue(facet, value string) (slug string, known bool) {
	if closed := x.ClosedValues(facet); closed != nil {
		i := slices.IndexFunc(closed, func(v engine.FacetValue) bool { return strings.EqualFold(v.Value, value) })
		if i < 0 {
			return "", false
		}
		return closed[i].Value, true
	}
	slug, unknown := x.Slug(facet, value)
	return slug, unknown == nil
}

// typedFilterNote says that words were taken for a filter.
func typedFilterNote(taken []string) string {
	return fmt.Sprintf("%s %s taken for %s; in quotation marks %s words.", joinWords(quoted(taken), " and "),
		Plural(len(taken), "is", "are"), Plural(len(taken), "a filter", "filters"), Plural(len(taken), "it would be", "they would be"))
}
