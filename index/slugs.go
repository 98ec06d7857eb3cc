package index

import (
	"math"
	"slices"
	"strings"

	"socsearch/index/schema"
	"socsearch/index/words"
)

// UnknownValue is a value of a filter that the index has nothing for.
type UnknownValue struct {
	Value   string
	Nearest string // the slug that is most like it; "" if there is none at all
}

// slugs lists the slugs of a facet whose values people type: organisations and
// documents; nil for any other facet.
func (x *Index) slugs(facet string) []string {
	var list []string
	switch facet {
	case schema.FacetOrganisation:
		for _, o := range x.Organisations {
			list = append(list, o.Slug)
		}
	case schema.FacetDocument:
		for _, d := range x.Documents {
			list = append(list, d.Slug)
		}
	}
	return list
}

// Slug returns the value of a facet that was meant, without regard to case. Unknown
// is nil unless there is no such organisation or document; values of other facets
// are left as they are.
func (x *Index) Slug(facet, value string) (slug string, unknown *UnknownValue) {
	known := x.slugs(facet)
	if known == nil {
		return value, nil
	}
	if i := slices.IndexFunc(known, func(s string) bool { return strings.EqualFold(s, strings.TrimSpace(value)) }); i >= 0 {
		return known[i], nil
	}
	return value, &UnknownValue{value, nearestSlug(known, strings.ToLower(value))}
}

// nearestSlug returns the slug that is most like a value: of a list its first part
// that is a slug.
func nearestSlug(known []string, value string) string {
	for _, part := range strings.FieldsFunc(value, func(r rune) bool { return strings.ContainsRune(",;|+ ", r) }) {
		if slices.Contains(known, part) {
			return part
		}
	}
	best, least := "", math.MaxInt-1
	for _, slug := range known {
		if d := words.Levenshtein(value, slug, least); d < least {
			best, least = slug, d
		}
	}
	return best
}
