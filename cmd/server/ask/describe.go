package ask

import (
	"slices"
	"strconv"
	"strings"

	"socsearch/index"
	"socsearch/index/query"
	"socsearch/sources"
)

// Describe says in a sentence what a search shows: "12 passages that mention
// cyber crime under Objective 2 and name the National Crime Agency". Where some
// passages match a part of the words it doesn't claim that all mention them.
func (x Snapshot) Describe(r index.Request, found *index.Results) string {
	return x.DescribeQuoting(r, found, func(words string) string { return words })
}

// DescribeQuoting is Describe with the words of the search set off by a function.
func (x Snapshot) DescribeQuoting(r index.Request, found *index.Results, quote func(words string) string) string {
	return sentence{x: x, r: r, total: found.Total, loose: found.Literal < found.Total || len(r.Places) > 0, quote: quote}.String()
}

// sentence is a search as it is put into words.
type sentence struct {
	x     Snapshot
	r     index.Request
	total int
	loose bool                // some match a part of the words only, or a reference is asked for
	quote func(string) string // sets the words of the search off
}

func (s sentence) String() string {
	var verbs []string
	places := s.places()
	switch q := s.r.Query.String(); {
	case q == "":
	case s.loose:
		places = " for " + s.quote(q) + places
	default:
		verbs = append(verbs, s.matching()+" "+s.quote(q)+places)
		places = ""
	}
	for _, facet := range []string{index.FacetOrganisation, "threat", "strand"} {
		verbs = append(verbs, s.told(facet)...)
	}
	out := strconv.Itoa(s.total)
	if s.total == 0 {
		out = "No"
	}
	out += " " + s.noun() + places
	if len(verbs) > 0 {
		out += " that " + joinWords(verbs, " and ")
	}
	return out
}

// plural chooses the form of a word that goes with the number of passages.
func (s sentence) plural(one, many string) string {
	if s.total == 1 {
		return one
	}
	return many
}

// matching is the verb for the words: plain words are mentioned, anything with
// operators matched.
func (s sentence) matching() string {
	plain := true
	query.Walk(s.r.Query.Root, func(n query.Node, _ bool) {
		switch n.(type) {
		case query.Word, query.Words, query.Phrase:
		default:
			plain = false
		}
	})
	if plain {
		return s.plural("mentions", "mention")
	}
	return s.plural("matches", "match")
}

// kindNouns are the kinds of passage, one and many.
var kindNouns = map[string][2]string{
	"paragraph": {"numbered paragraph", "numbered paragraphs"},
	"foreword":  {"paragraph of the foreword", "paragraphs of the foreword"},
	"box":       {"paragraph of a box", "paragraphs of boxes"},
	"figure":    {"figure", "figures"},
	"annex":     {"entry of the annex", "entries of the annex"},
	"role":      {"entry of the roles page", "entries of the roles page"},
}

// noun is what is counted: passages, or the kinds that are asked for.
func (s sentence) noun() string {
	var kinds []string
	for _, k := range s.r.Filters["kind"].Any {
		kinds = append(kinds, s.plural(kindNouns[k][0], kindNouns[k][1]))
	}
	if len(kinds) == 0 {
		return s.plural("passage", "passages")
	}
	return joinWords(kinds, " or ")
}

// places says where the passages stand, with a space before.
func (s sentence) places() string {
	var b strings.Builder
	for _, f := range []struct{ facet, word string }{{"objective", "under"}, {"part", "in"}, {"document", "in"}} {
		filter := s.r.Filters[f.facet]
		for _, part := range []struct {
			values     []string
			word, join string
		}{
			{filter.Any, f.word, " or "},
			{filter.All, f.word, " and "},
			{filter.Reject, "not " + f.word, " or "},
		} {
			if part.values = s.known(f.facet, part.values); len(part.values) > 0 {
				b.WriteString(" " + part.word + " " + joinWords(s.labels(f.facet, part.values), part.join))
			}
		}
	}
	if kinds := s.r.Filters["kind"].Reject; len(kinds) > 0 {
		b.WriteString(" other than " + joinWords(s.labels("kind", kinds), " or "))
	}
	return b.String()
}

// told says what the passages name, or are about.
func (s sentence) told(facet string) []string {
	verb, not := s.plural("names", "name"), s.plural("does not name", "do not name")
	if s.r.Implied && facet == index.FacetOrganisation {
		verb, not = s.plural("names or implies", "name or imply"), s.plural("neither names nor implies", "neither name nor imply")
	}
	switch facet {
	case "threat":
		verb, not = s.plural("is about", "are about"), s.plural("is not about", "are not about")
	case "strand":
		verb, not = verb+" the strand", not+" the strand"
	}
	filter := s.r.Filters[facet]
	var list []string
	for _, part := range []struct {
		values     []string
		verb, join string
	}{{filter.Any, verb, " or "}, {filter.All, verb, " and "}, {filter.Reject, not, " or "}} {
		if part.values = s.known(facet, part.values); len(part.values) > 0 {
			list = append(list, part.verb+" "+joinWords(s.labels(facet, part.values), part.join))
		}
	}
	return list
}

// known keeps the values that there are: of others nothing can be said.
func (s sentence) known(facet string, values []string) []string {
	return slices.DeleteFunc(slices.Clone(values), func(v string) bool {
		_, unknown := s.x.Slug(facet, v)
		return unknown != nil
	})
}

func (s sentence) labels(facet string, values []string) []string {
	var labels []string
	for _, v := range values {
		label := s.x.ShortLabel(facet, v)
		switch facet {
		case index.FacetOrganisation:
			label = sources.WithArticle(label)
		case "threat":
			label = lowerFirst(label)
		case "document":
			if d := s.x.Document(v); d != nil {
				label = d.ShortName()
			}
		case "part":
			label = partInSentence(label)
		}
		labels = append(labels, label)
	}
	return labels
}

// partInSentence writes a part as a sentence has it: "Part Three", "Annex A",
// but "the Executive Summary".
func partInSentence(label string) string {
	if strings.HasPrefix(label, "Part ") || strings.HasPrefix(label, "Annex ") {
		return label
	}
	return "the " + label
}

// joinWords writes "a, b and c".
func joinWords(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	n := len(words) - 1
	return strings.Join(words[:n], ", ") + last + words[n]
}

// lowerFirst writes the first letter small, unless the word is an abbreviation.
func lowerFirst(s string) string {
	if len(s) > 1 && s[1] >= 'A' && s[1] <= 'Z' {
		return s
	}
	return strings.ToLower(s[:min(1, len(s))]) + s[min(1, len(s)):]
}

// ShortLabel is a value's label up to its colon: "Objective 2".
func (x Snapshot) ShortLabel(facet, value string) string {
	label := x.Label(facet, value)
	if facet == "objective" || facet == "part" {
		label, _, _ = strings.Cut(label, ":")
	}
	return label
}

// CountPassages writes "1 passage" or "2 passages".
func CountPassages(n int) string {
	if n == 1 {
		return "1 passage"
	}
	return strconv.Itoa(n) + " passages"
}

// Capitalise begins a text with a capital letter.
func Capitalise(s string) string {
	runes := []rune(s)
	if len(runes) == 0 {
		return s
	}
	return strings.ToUpper(string(runes[:1])) + string(runes[1:])
}
