package words

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"socsearch/index/morphology"
	"socsearch/index/schema"
)

// Vocabulary is every term of the index with the numbers of documents that have
// it, by field. It answers what planning asks without a look at the store.
type Vocabulary struct {
	prose, Exact termTable
}

// termTable is the terms of one analysis, in order.
type termTable struct {
	Terms  []string
	Counts [][]uint32 // by the fields of analysedFields
}

// fieldNumbers are the places of fields in a row of counts.
var fieldNumbers = func() map[string]int {
	numbers := map[string]int{}
	for i, f := range schema.Searched {
		numbers[f] = i
	}
	return numbers
}()

func (t *termTable) find(term string) []uint32 {
	i, found := slices.BinarySearch(t.Terms, term)
	if !found {
		return nil
	}
	return t.Counts[i]
}

func (v *Vocabulary) count(field, term string) int {
	counts := v.table(field).find(term)
	if counts == nil {
		return 0
	}
	return int(counts[fieldNumbers[schema.Plain(field)]])
}

// table returns the terms of a field's analysis.
func (v *Vocabulary) table(field string) *termTable {
	if schema.Plain(field) != field {
		return &v.Exact
	}
	return &v.prose
}

// Line returns the line of a term among those of its field's analysis, from 0; ok is
// false if there is no such term.
func (v *Vocabulary) Line(field, term string) (line int, ok bool) {
	return slices.BinarySearch(v.table(field).Terms, term)
}

func (v *Vocabulary) Has(field, term string) bool { return v.count(field, term) > 0 }

// Occurs reports whether a term stands in any searched field.
func (v *Vocabulary) Occurs(term string) bool {
	for t := range strings.SplitSeq(term, OrMark) {
		if InFields(v.prose.find(t), schema.Searched) > 0 {
			return true
		}
	}
	return false
}

// PrintsTerm reports whether a term stands in anything that is printed, rather than
// in the name of an organisation alone.
func (v *Vocabulary) PrintsTerm(term string) bool {
	for t := range strings.SplitSeq(term, OrMark) {
		if InFields(v.prose.find(t), schema.Printed) > 0 {
			return true
		}
	}
	return false
}

// Prints reports whether a word form stands in any searched field.
func (v *Vocabulary) Prints(form string) bool {
	return InFields(v.Exact.find(form), schema.Searched) > 0
}

// InFields adds up the counts in some fields.
func InFields(counts []uint32, fields []string) int {
	n := 0
	if counts != nil {
		for _, f := range fields {
			n += int(counts[fieldNumbers[f]])
		}
	}
	return n
}

// Frequency returns how many documents have a term in a field; of several terms
// that of the commonest.
func (v *Vocabulary) Frequency(field, term string) int {
	most := 0
	for _, t := range AnyOf(term) {
		most = max(most, v.count(field, t))
	}
	return most
}

// PrintsFormOf reports whether the documents print a word or an inflection of it:
// "anonymise" where they print "anonymised".
func (v *Vocabulary) PrintsFormOf(word string) bool {
	return v.Prints(word) || v.Occurs(strings.Join(morphology.Lemmas(word), OrMark))
}

// WithPrefix returns the word forms that begin so in the fields, those that
// stand in most passages first.
func (v *Vocabulary) WithPrefix(fields []string, prefix string, most int) []string {
	type form struct {
		term  string
		count int
	}
	var forms []form
	first, _ := slices.BinarySearch(v.Exact.Terms, prefix)
	for i := first; i < len(v.Exact.Terms) && strings.HasPrefix(v.Exact.Terms[i], prefix); i++ {
		if n := InFields(v.Exact.Counts[i], fields); n > 0 {
			forms = append(forms, form{v.Exact.Terms[i], n})
		}
	}
	slices.SortFunc(forms, func(a, b form) int { return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.term, b.term)) })
	list := make([]string, min(most, len(forms)))
	for i := range list {
		list[i] = forms[i].term
	}
	return list
}

func ParseTerms(text string) (*Vocabulary, error) {
	prose, exact, found := strings.Cut(text, "\n\n")
	v := new(Vocabulary)
	if !found || !v.prose.parse(prose) || !v.Exact.parse(strings.TrimSuffix(exact, "\n")) {
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
	t.Terms, t.Counts = make([]string, 0, lines), make([][]uint32, 0, lines)
	numbers := make([]uint32, 0, lines*len(schema.Searched))
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
		if len(numbers)-from != len(schema.Searched) {
			return false
		}
		t.Terms, t.Counts = append(t.Terms, term), append(t.Counts, numbers[from:])
	}
	return true
}
