package index

import (
	"bufio"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"socsearch/index/engine"
	"socsearch/index/morphology"
	"socsearch/index/plan"
	"socsearch/index/query"
	"socsearch/index/schema"
	"socsearch/index/words"
	"socsearch/sources/document"
)

// The audit asks for every word of the documents, for words that they lack, and for
// slips of the pen. Its figures are printed by
//
//	go test ./index -run Audit -v

// auditSeed is the seed of what the audit draws.
const auditSeed = 2018

func askFirst(t *testing.T, x *Index, q string) *Results {
	t.Helper()
	r, err := x.Search(t.Context(), Request{Query: query.Parse(q), Page: 1, PerPage: 10, WordsOnly: true})
	must(t, err)
	return r
}

// vocabularyOf lists the words of letters that are printed, but for function words.
func vocabularyOf(x *Index) []string {
	var list []string
	for i, form := range x.collection.Terms().Exact.Terms {
		word := strings.TrimSuffix(form, "'s")
		if len(word) > 2 && words.IsLetters(word) && !words.IsFunctionWord(word) && words.InFields(x.collection.Terms().Exact.Counts[i], schema.Printed) > 0 && !slices.Contains(list, word) {
			list = append(list, word)
		}
	}
	return list
}

// TestAuditVocabulary: every printed word leads with passages that print it or an
// inflection of it.
func TestAuditVocabulary(t *testing.T) {
	x := openTestIndex(t)
	list := vocabularyOf(x)
	lead := 0
	for _, w := range list {
		r := askFirst(t, x, w)
		if len(r.Hits) > 0 && printsForm(r.Hits[0].Passage, w) && r.Hits[0].Match == engine.MatchWords && r.NotUsed == "" {
			lead++
		} else {
			t.Errorf("%s: %d passages, the first doesn't print it; %s", w, r.Total, r.NotUsed)
		}
	}
	t.Logf("words of the documents: %d; %d lead with passages that have the word or an inflection", len(list), lead)
}

// printsForm is [prints] for what may be an acronym, whose plural is no word.
func printsForm(p *document.Passage, word string) bool {
	return prints(p, word) || prints(p, word+"s") || prints(p, strings.TrimSuffix(word, "s"))
}

// TestAuditInflections: printed forms of one word find the same passages.
func TestAuditInflections(t *testing.T) {
	x := openTestIndex(t)
	list := vocabularyOf(x)
	byLemma := map[string][]string{}
	for _, w := range list {
		for _, lemma := range morphology.Lemmas(w) {
			byLemma[lemma] = append(byLemma[lemma], w)
		}
	}
	kinds := map[bool]*[2]int{true: {}, false: {}} // regular: pairs, and those that meet
	for lemma, forms := range byLemma {
		for _, a := range forms {
			for _, b := range forms {
				if a == b {
					continue
				}
				count := kinds[isRegular(lemma, a) && isRegular(lemma, b)]
				count[0]++
				if meets(t, x, a, b) {
					count[1]++
				} else {
					t.Logf("%s doesn't find %s", a, b)
				}
			}
		}
	}
	for regular, least := range map[bool]float64{true: 0.99, false: 0.95} {
		n := kinds[regular]
		t.Logf("pairs of inflections, regular %v: %d of %d meet", regular, n[1], n[0])
		if float64(n[1]) < least*float64(n[0]) {
			t.Errorf("regular %v: %d of %d pairs meet, want %v", regular, n[1], n[0], least)
		}
	}
}

// isRegular reports whether a form is a lemma with s, ed or ing.
func isRegular(lemma, form string) bool {
	if lemma == form {
		return true
	}
	for _, ending := range []string{"s", "ed", "ing"} {
		if slices.Contains(morphology.Detach(form, ending), lemma) {
			return true
		}
	}
	return false
}

// meets reports whether a word finds a passage that prints another one alone.
func meets(t *testing.T, x *Index, word, other string) bool {
	t.Helper()
	exact, err := x.Search(t.Context(), Request{Query: query.Parse(other), Exact: true, Page: 1, PerPage: 1})
	must(t, err)
	if len(exact.Hits) == 0 {
		return true // it is an acronym in capitals, or stands in a name
	}
	all := ask(t, x, word)
	return slices.ContainsFunc(all.Hits, func(h Hit) bool { return h.Passage.ID == exact.Hits[0].Passage.ID })
}

// TestAuditAbsent: a correct word that the documents lack is never corrected.
func TestAuditAbsent(t *testing.T) {
	x := openTestIndex(t)
	f, err := os.Open("testdata/absent.txt")
	must(t, err)
	defer f.Close()
	list, absent, inflected := 0, 0, 0
	for s := bufio.NewScanner(f); s.Scan(); {
		w := s.Text()
		if strings.HasPrefix(w, "#") {
			continue
		}
		list++
		r := askFirst(t, x, w)
		switch {
		case r.Suggestion != "" || slices.ContainsFunc(r.Expanded, func(e plan.Expanded) bool { return e.Corrected }):
			t.Errorf("%s was corrected to %s", w, r.Suggestion)
		case r.NotUsed != "" && r.Literal == 0:
			absent++
		case r.NotUsed == "" && len(r.Hits) > 0 && prints(r.Hits[0].Passage, w):
			inflected++
		case slices.ContainsFunc(r.Expanded, func(e plan.Expanded) bool { return e.Relation == plan.RelationSpelling }):
			inflected++
		case words.IsFunctionWord(w):
		default:
			t.Errorf("%s: %d passages, and the answer doesn't say that it is absent", w, r.Total)
		}
	}
	t.Logf("correct words: %d; said to be absent %d, found by another form or spelling %d, corrected 0", list, absent, inflected)
}

// TestAuditSlips: a word of the documents with one letter dropped, doubled, swapped
// with the next or replaced is led back to it.
func TestAuditSlips(t *testing.T) {
	x := openTestIndex(t)
	list := slices.DeleteFunc(vocabularyOf(x), func(w string) bool { return len(w) < 6 || !morphology.Known(w) })
	random := rand.New(rand.NewPCG(auditSeed, 0))
	const slips = 100
	right := 0
	for i := 0; i < slips; {
		w := list[random.IntN(len(list))]
		slip := misspell(random, w, i%4)
		if morphology.Known(slip) || x.collection.Terms().Prints(slip) {
			continue // it is another word
		}
		i++
		r := askFirst(t, x, slip)
		if r.Suggestion != "" && morphology.Inflected(r.Suggestion, w) {
			right++
		} else {
			t.Logf("%s (for %s): %q", slip, w, r.Suggestion)
		}
	}
	t.Logf("slips: %d; right %d", slips, right)
	if right < slips*9/10 {
		t.Errorf("%d of %d slips are right, want nine in ten", right, slips)
	}
}

// misspell makes a slip of a word, behind its first letter: of a kind, dropped,
// doubled, swapped or replaced.
func misspell(random *rand.Rand, word string, kind int) string {
	at := 1 + random.IntN(len(word)-2)
	switch kind {
	case 0:
		return word[:at] + word[at+1:]
	case 1:
		return word[:at] + word[at:at+1] + word[at:]
	case 2:
		return word[:at] + word[at+1:at+2] + word[at:at+1] + word[at+2:]
	}
	return word[:at] + string(rune('a'+random.IntN(26))) + word[at+1:]
}
