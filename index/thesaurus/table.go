package thesaurus

import (
	"fmt"
	"iter"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// table is a data file that is looked up where it stands, without reading it
// all first: lines in the order of their keys. A line holds, parted by tabs, the
// key, the headword if it differs, and expansions: the weight in hundredths, a
// space and the words.
//
//	fake	fakes	80 counterfeit	50 intellectual property crime
type table struct {
	data    string
	lines   []int // where each line begins
	longest int   // words in the longest key
}

// newTable finds the lines of a table and checks their order, without which
// nothing would be found.
func newTable(data string) (table, error) {
	t := table{data: data, lines: make([]int, 0, strings.Count(data, "\n"))}
	last := ""
	for at := 0; at < len(data); {
		line, _, _ := strings.Cut(data[at:], "\n")
		if !strings.HasPrefix(line, "#") {
			key, _, ok := strings.Cut(line, "\t")
			if !ok || key < last {
				return table{}, fmt.Errorf("line %d (%q) is not in its place", len(t.lines)+1, key)
			}
			last = key
			t.longest = max(t.longest, strings.Count(key, " ")+1)
			t.lines = append(t.lines, at)
		}
		at += len(line) + 1
	}
	return t, nil
}

// row returns the fields of a line.
func (t table) row(i int) (key, headword, rest string) {
	line, _, _ := strings.Cut(t.data[t.lines[i]:], "\n")
	key, line, _ = strings.Cut(line, "\t")
	headword, rest, _ = strings.Cut(line, "\t")
	if headword == "" {
		headword = key
	}
	return key, headword, rest
}

// find returns the expansions under a key: of the headword that was typed if it
// is there, else of the first, which is another form of the same words.
func (t table) find(key, typed string) []Expansion {
	if found, ok := t.exact(key, typed); ok {
		return found
	}
	for _, rest := range t.under(key) {
		return parseExpansions(rest)
	}
	return nil
}

// exact returns the expansions of a headword.
func (t table) exact(key, headword string) (expansions []Expansion, ok bool) {
	for h, rest := range t.under(key) {
		if h == headword {
			return parseExpansions(rest), true
		}
	}
	return nil, false
}

// begins reports whether a key of several words begins with a word.
func (t table) begins(word string) bool {
	start := word + " "
	i := sort.Search(len(t.lines), func(i int) bool {
		k, _, _ := t.row(i)
		return k >= start
	})
	if i == len(t.lines) {
		return false
	}
	key, _, _ := t.row(i)
	return strings.HasPrefix(key, start)
}

// under ranges over the headwords that have a key, and their expansions.
func (t table) under(key string) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		first := sort.Search(len(t.lines), func(i int) bool {
			k, _, _ := t.row(i)
			return k >= key
		})
		for i := first; i < len(t.lines); i++ {
			k, headword, rest := t.row(i)
			if k != key || !yield(headword, rest) {
				return
			}
		}
	}
}

// parseExpansions reads the expansions of a line. A test reads all lines, so
// that no mistake in them can come up later.
func parseExpansions(s string) []Expansion {
	expansions := make([]Expansion, 0, strings.Count(s, "\t")+1)
	for field := range strings.SplitSeq(s, "\t") {
		weight, to, _ := strings.Cut(field, " ")
		hundredths, _ := strconv.Atoi(weight)
		expansions = append(expansions, Expansion{to, float64(hundredths) / 100, Field})
	}
	return expansions
}

// Entry is a headword with where it leads.
type Entry struct {
	Headword   string // see [Headword]
	Expansions []Expansion
}

// Write returns entries as a table, in order. Weights are rounded to hundredths.
func Write(entries []Entry) string {
	lines := make([]string, len(entries))
	for i, e := range entries {
		var b strings.Builder
		key, headword := Key(e.Headword), e.Headword
		if key == headword {
			headword = ""
		}
		b.WriteString(key + "\t" + headword)
		for _, x := range e.Expansions {
			fmt.Fprintf(&b, "\t%d %s", int(x.Weight*100+0.5), x.To)
		}
		lines[i] = b.String() + "\n"
	}
	slices.SortFunc(lines, compareLines)
	return strings.Join(lines, "")
}

// compareLines compares by key, then by the rest.
func compareLines(a, b string) int {
	keyA, restA, _ := strings.Cut(a, "\t")
	keyB, restB, _ := strings.Cut(b, "\t")
	if c := strings.Compare(keyA, keyB); c != 0 {
		return c
	}
	return strings.Compare(restA, restB)
}
