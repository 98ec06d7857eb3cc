package ask

import (
	"slices"
	"strconv"
	"strings"

	"socsearch/index"
	"socsearch/index/query"
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
	for _, f := range Facets {
		verbs = append(verbs, s.told(f)...)
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

// form is plural for both forms of a word.
func (s sentence) form(of [2]string) string { return s.plural(of[0], of[1]) }

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

// noun is what is counted: passages, or the kinds that are asked for.
func (s sentence) noun() string {
	var nouns []string
	for _, f := range Facets {
		if f.noun == nil {
			continue
		}
		for _, v := range s.r.Filters[f.Name].Any {
			nouns = append(nouns, s.form(f.noun[v]))
		}
	}
	if len(nouns) == 0 {
		return s.plural("passage", "passages")
	}
	return joinWords(nouns, " or ")
}

// places says where the passages stand, with a space before.
func (s sentence) places() string {
	var inside, other strings.Builder
	for _, f := range Facets {
		filter := s.r.Filters[f.Name]
		if f.noun != nil && len(filter.Reject) > 0 {
			other.WriteString(" other than " + joinWords(s.labels(f, filter.Reject), " or "))
		}
		if f.place == "" {
			continue
		}
		for _, part := range []struct {
			values     []string
			word, join string
		}{
			{filter.Any, f.place, " or "},
			{filter.All, f.place, " and "},
			{filter.Reject, "not " + f.place, " or "},
		} {
			if part.values = s.known(f.Name, part.values); len(part.values) > 0 {
				inside.WriteString(" " + part.word + " " + joinWords(s.labels(f, part.values), part.join))
			}
		}
	}
	return inside.String() + other.String()
}

// told says what the passages name, or are about.
func (s sentence) told(f Facet) []string {
	w := f.wording
	if s.r.Implied && f.implied != nil {
		w = *f.implied
	}
	if w.verb[0] == "" {
		return nil
	}
	filter := s.r.Filters[f.Name]
	var list []string
	for _, part := range []struct {
		values []string
		verb   [2]string
		join   string
	}{{filter.Any, w.verb, " or "}, {filter.All, w.verb, " and "}, {filter.Reject, w.not, " or "}} {
		if part.values = s.known(f.Name, part.values); len(part.values) > 0 {
			list = append(list, s.form(part.verb)+" "+joinWords(s.labels(f, part.values), part.join))
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

func (s sentence) labels(f Facet, values []string) []string {
	var labels []string
	for _, v := range values {
		label := s.x.ShortLabel(f.Name, v)
		if f.label != nil {
			label = f.label(s.x, v, label)
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
