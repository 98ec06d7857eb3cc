package index

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"socsearch/index/morphology"
)

// vocabulary is every term of the index with the numbers of documents that have
// it, by field. It answers what planning asks without a look at the store.
type vocabulary struct {
	prose, exact termTable
}

// termTable is the terms of one analysis, in order.
type termTable struct {
	terms  []string
	counts [][]uint32 // by the fields of analysedFields
}

// fieldNumbers are the places of fields in a row of counts.
var fieldNumbers = func() map[string]int {
	numbers := map[string]int{}
	for i, f := range analysedFields {
		numbers[f] = i
	}
	return numbers
}()

func (t *termTable) find(term string) []uint32 {
	i, found := slices.BinarySearch(t.terms, term)
	if !found {
		return nil
	}
	return t.counts[i]
}

func (v *vocabulary) count(field, term string) int {
	table := &v.prose
	if plain, isExact := strings.CutSuffix(field, exactSuffix); isExact {
		field, table = plain, &v.exact
	}
	counts := table.find(term)
	if counts == nil {
		return 0
	}
	return int(counts[fieldNumbers[field]])
}

func (v *vocabulary) has(field, term string) bool { return v.count(field, term) > 0 }

// occurs tells whether a term stands in any searched field.
func (v *vocabulary) occurs(term string) bool {
	for t := range strings.SplitSeq(term, orMark) {
		if inFields(v.prose.find(t), searchedFields) > 0 {
			return true
		}
	}
	return false
}

// printsTerm reports whether a term stands in anything that is printed, rather than
// in the name of an organisation alone.
func (v *vocabulary) printsTerm(term string) bool {
	for t := range strings.SplitSeq(term, orMark) {
		if inFields(v.prose.find(t), append([]string{fieldSection}, printedFields...)) > 0 {
			return true
		}
	}
	return false
}

// prints tells whether a word form stands in any searched field.
func (v *vocabulary) prints(form string) bool {
	return inFields(v.exact.find(form), searchedFields) > 0
}

// inFields adds up the counts in some fields.
func inFields(counts []uint32, fields []string) int {
	n := 0
	if counts != nil {
		for _, f := range fields {
			n += int(counts[fieldNumbers[f]])
		}
	}
	return n
}

// frequency returns how many documents have a term in a field; of several terms
// that of the commonest.
func (v *vocabulary) frequency(field, term string) int {
	most := 0
	for _, t := range anyOf(term) {
		most = max(most, v.count(field, t))
	}
	return most
}

// printsFormOf reports whether the documents print a word or an inflection of it:
// "anonymise" where they print "anonymised".
func (v *vocabulary) printsFormOf(word string) bool {
	return v.prints(word) || v.occurs(strings.Join(morphology.Lemmas(word), orMark))
}

// withPrefix returns the word forms that begin so in the fields, those that
// stand in most passages first.
func (v *vocabulary) withPrefix(fields []string, prefix string, most int) []string {
	type form struct {
		term  string
		count int
	}
	var forms []form
	first, _ := slices.BinarySearch(v.exact.terms, prefix)
	for i := first; i < len(v.exact.terms) && strings.HasPrefix(v.exact.terms[i], prefix); i++ {
		if n := inFields(v.exact.counts[i], fields); n > 0 {
			forms = append(forms, form{v.exact.terms[i], n})
		}
	}
	slices.SortFunc(forms, func(a, b form) int { return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.term, b.term)) })
	list := make([]string, min(most, len(forms)))
	for i := range list {
		list[i] = forms[i].term
	}
	return list
}

func parseTerms(text string) (*vocabulary, error) {
	prose, exact, found := strings.Cut(text, "\n\n")
	v := new(vocabulary)
	if !found || !v.prose.parse(prose) || !v.exact.parse(strings.TrimSuffix(exact, "\n")) {
		return nil, errors.New("it is no list of terms")
	}
	return v, nil
}

// parse reads a table without copying its terms.
func (t *termTable) parse(text string) bool {
	if text == "" {
		return true
	}
	lines := strings.Count(text, "\n") + 1
	t.terms, t.counts = make([]string, 0, lines), make([][]uint32, 0, lines)
	numbers := make([]uint32, 0, lines*len(analysedFields))
	for line := range strings.SplitSeq(text, "\n") {
		term, rest, _ := strings.Cut(line, "\t")
		from := len(numbers)
		for field := range strings.SplitSeq(rest, "\t") {
			n, err := strconv.ParseUint(field, 10, 32)
			if err != nil {
				return false
			}
			numbers = append(numbers, uint32(n))
		}
		if len(numbers)-from != len(analysedFields) {
			return false
		}
		t.terms, t.counts = append(t.terms, term), append(t.counts, numbers[from:])
	}
	return true
}
