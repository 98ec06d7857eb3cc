package plan

import (
	"slices"
	"strings"

	"socsearch/index/analysis"
	"socsearch/index/words"
)

// spellings are letters that British and American spelling differ by. Where atEnd
// is set they stand at a word's end, before a plural s at most.
var spellings = []struct {
	british, american string
	atEnd             bool
}{
	{"is", "iz", false}, {"ys", "yz", false}, {"our", "or", false}, {"ll", "l", false}, {"ae", "e", false},
	{"re", "er", true}, {"ence", "ense", true}, {"ogue", "og", true}, {"amme", "am", true},
}

// respell returns a run of words as the documents spell them: one that they don't
// print is led to its British or American spelling if they print that. What was
// changed is noted.
func (p *Planner) respell(run []string) []string {
	if p.exact || p.plain {
		return run
	}
	var spelled []string
	for i, w := range run {
		if to := p.otherSpelling(w); to != "" {
			if spelled == nil {
				spelled = slices.Clone(run)
			}
			spelled[i] = to
			p.Expanded = append(p.Expanded, Expanded{Term: w, To: []string{to}, Relation: RelationSpelling})
		}
	}
	if spelled == nil {
		return run
	}
	return spelled
}

// otherSpelling returns the other spelling of a word that the documents don't
// print; "" if they print it, or print the other neither.
func (p *Planner) otherSpelling(word string) string {
	form := analysis.ExactTerm(word)
	if len(form) < words.ShortestCorrected || !words.IsLetters(form) || p.of.Terms().Prints(form) || words.IsFunctionWord(word) {
		return ""
	}
	if to := p.of.Lexicon().Thesaurus.Spelled(form); to != "" && p.of.Terms().PrintsFormOf(to) {
		return to
	}
	for _, s := range spellings {
		for _, pair := range [][2]string{{s.american, s.british}, {s.british, s.american}} {
			for _, to := range exchanged(form, pair[0], pair[1], s.atEnd) {
				if p.of.Terms().PrintsFormOf(to) {
					return to
				}
			}
		}
	}
	return ""
}

// exchanged returns a word with some letters in place of others, at each place
// where they stand.
func exchanged(word, from, to string, atEnd bool) []string {
	if atEnd {
		bare, plural := strings.CutSuffix(word, "s")
		head, found := strings.CutSuffix(bare, from)
		switch {
		case !found:
			return nil
		case plural:
			return []string{head + to + "s"}
		}
		return []string{head + to}
	}
	var list []string
	for at := range word {
		if strings.HasPrefix(word[at:], from) {
			list = append(list, word[:at]+to+word[at+len(from):])
		}
	}
	return list
}
