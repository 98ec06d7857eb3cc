package ask

import (
	"fmt"
	"slices"
	"strings"

	"socsearch/index"
	"socsearch/index/plan"
)

// Notes says in sentences what a reader must know of an answer: what could not
// be read, which passages match in part only, which words stand nowhere.
func Notes(asked Search, found *index.Results) []string {
	list := slices.Concat(asked.Request.Query.Notes, found.Notes)
	if asked.Missing != "" {
		list = append(list, asked.Missing)
	}
	if len(asked.TypedFilters) > 0 {
		list = append(list, typedFilterNote(asked.TypedFilters))
	}
	for _, u := range asked.Unknown {
		list = append(list, u.says())
	}
	if n := len(asked.Request.Places); asked.Request.PlacesFirst && found.Total > n {
		list = append(list, fmt.Sprintf("Paragraph %s comes first, then what prints the number.", strings.TrimSpace(asked.Request.Query.Raw)))
	}
	for _, e := range found.Expanded {
		if e.Corrected {
			list = append(list, fmt.Sprintf("“%s” does not occur in the documents: “%s” was searched.", e.Term, e.To[0]))
		}
	}
	switch {
	case found.Total == 0 || found.Whole == found.Total:
	case found.Loose && found.Whole > 0:
		have := Plural(found.Whole, "One passage has", fmt.Sprintf("%d passages have", found.Whole))
		list = append(list, have+" all the words that tell what is meant, the others some of them; the best come first.")
	case found.Whole == 0:
		list = append(list, "No passage matches all the words; these match some of them.")
	case found.Whole == 1:
		list = append(list, "One passage matches all the words; those after it match some of them, or are near them.")
	default:
		list = append(list, fmt.Sprintf("%d passages match all the words; those after them match some of them, or are near them.", found.Whole))
	}
	if n := found.ByMeaning; n > 0 {
		list = append(list, Plural(n, "One more has none of the words, or only such as say little, and is close in meaning: it is marked, and not counted.",
			fmt.Sprintf("%d more have none of the words, or only such as say little, and are close in meaning: they are marked, and not counted.", n)))
	}
	if words := quoted(found.Fillers); len(words) > 0 {
		list = append(list, fmt.Sprintf("Of these words the documents use only %s, which %s too little to be searched for. In quotation marks %s found.",
			joinWords(words, " and "), Plural(len(words), "says", "say"), Plural(len(words), "it is", "they are")))
	}
	if len(found.Unused) > 0 && found.Total > 0 {
		list = append(list, found.NotUsed)
	}
	return list
}

// Plural chooses the form of a word that goes with a number.
func Plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func quoted(words []string) []string {
	var list []string
	for _, w := range words {
		list = append(list, "“"+w+"”")
	}
	return list
}

// Also says what else was searched for: "NCA: National Crime Agency".
func Also(expanded []plan.Expanded) []string {
	var list []string
	for _, e := range expanded {
		if !e.Corrected {
			list = append(list, e.Term+": "+strings.Join(e.To, ", "))
		}
	}
	return list
}
