package main

import (
	"maps"
	"slices"
	"strings"

	"socsearch/index/thesaurus"
	"socsearch/index/thesaurus/vocabulary"
)

// spellings are pairs of letters that British and American spelling differ by.
// A word with one of them exchanged is the same word if WordNet says so.
var spellings = [][2]string{
	{"is", "iz"}, {"ys", "yz"}, {"our", "or"}, {"re", "er"}, {"ence", "ense"}, {"ce", "se"},
	{"ogue", "og"}, {"amme", "am"}, {"ae", "e"}, {"oe", "e"}, {"ll", "l"}, {"l", "ll"}, {"que", "ck"},
	{"gement", "gment"}, {"grey", "gray"}, {"ough", "o"}, {"mould", "mold"}, {"enq", "inq"}, {"x", "ct"}, {"y", "i"},
}

const (
	// rarer is how many times rarer another spelling must be to be led to the
	// usual one: the documents print Center in one name.
	rarer = 5
	// minShared is the share of a printed word's uses that must have the shared
	// sense: few checks are cheques.
	minShared = 0.3
)

// spelling returns spelling.tsv: other spellings of the documents' words.
func (m *maker) spelling() string {
	var entries []thesaurus.Entry
	for other, printed := range m.usual {
		entries = append(entries, thesaurus.Entry{Headword: other, Expansions: []thesaurus.Expansion{{To: printed, Weight: 1, Relation: thesaurus.Spelling}}})
	}
	return thesaurus.Write(entries)
}

// otherSpellings returns the documents' spelling of words by another spelling,
// of all forms of these words.
func (m *maker) otherSpellings() map[string]string {
	usual := map[string]string{}
	for _, form := range m.formsInUse() {
		for _, other := range variants(form) {
			if m.words.Passages(other) <= m.words.Passages(form)/rarer && thesaurus.Key(other) != thesaurus.Key(form) && m.sameWord(form, other) {
				usual[other] = form
			}
		}
	}
	return usual
}

// formsInUse returns the printed forms, and further forms of the same words.
func (m *maker) formsInUse() []string {
	forms := map[string]bool{}
	for _, lemma := range m.words.Lemmas() {
		for _, form := range m.words.Forms(lemma) {
			forms[form] = true
		}
	}
	for _, lemma := range m.dict.Lemmas() {
		if !vocabulary.IsPlain(lemma) || !m.words.HasPlain(lemma) || !m.printed(lemma) {
			continue
		}
		for _, form := range inflected(lemma) {
			if thesaurus.Key(form) == thesaurus.Key(lemma) {
				forms[form] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(forms))
}

// inflected returns a lemma and its regular forms; some are no words, which
// nobody types.
func inflected(lemma string) []string {
	base := strings.TrimSuffix(lemma, "e")
	return []string{lemma, lemma + "s", base + "es", base + "ed", base + "ing", base + "er", base + "ers"}
}

// variants returns a word with one pair of letters exchanged, either way.
func variants(word string) []string {
	found := map[string]bool{}
	for _, pair := range spellings {
		for i := range word {
			for _, p := range [][2]string{pair, {pair[1], pair[0]}} {
				if strings.HasPrefix(word[i:], p[0]) {
					found[word[:i]+p[1]+word[i+len(p[0]):]] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// sameWord tells whether a printed form and another are of words that share a
// sense and differ in spelling alone.
func (m *maker) sameWord(a, b string) bool {
	for _, baseA := range m.dict.Base(a) {
		for _, baseB := range m.dict.Base(b) {
			if baseA == baseB || !slices.Contains(variants(baseA), baseB) || !slices.Contains(inflected(baseB), b) {
				continue
			}
			shared := 0.0
			for _, s := range m.dict.Senses(baseA) {
				if m.dict.ShareOf(baseB, s.Synset) > 0 {
					shared += s.Share
				}
			}
			if shared >= minShared {
				return true
			}
		}
	}
	return false
}

// compound returns the documents' way to write a compound that they write in
// two words and WordNet in one (cyber crime), or the other way (web site); "" if
// a lemma is none.
func (m *maker) compound(lemma string) string {
	if joined := strings.NewReplacer(" ", "", "-", "").Replace(lemma); joined != lemma {
		if m.words.HasPlain(joined) && m.printed(joined) {
			return joined
		}
		return ""
	}
	for i := shortestPart; i <= len(lemma)-shortestPart; i++ {
		a, b := lemma[:i], lemma[i:]
		if m.isPart(a) && m.isPart(b) && m.words.Passages(a+" "+b) >= minApart {
			return a + " " + b
		}
	}
	return ""
}

const (
	// shortestPart is how many letters a part of a compound has at least: below
	// it stand prefixes and chance.
	shortestPart = 3
	// minApart is in how many passages a compound must stand in two words: once
	// the two may have met by chance (new markets).
	minApart = 2
)

// isPart tells whether a word, as it is printed, can be part of a compound.
func (m *maker) isPart(word string) bool {
	return !functionWords[word] && m.words.Prints(word)
}
