package main

import (
	"math"
	"slices"
	"strings"

	"socsearch/index/thesaurus"
	"socsearch/index/thesaurus/vocabulary"
	"socsearch/index/thesaurus/wordnet"
)

// maker makes the files.
type maker struct {
	dict  *wordnet.Dictionary
	words *vocabulary.Vocabulary
	terms map[string]*term // by text, as a memory; nil of what can't be a target

	usual map[string]string // the documents' spelling, by another spelling
	// printedAs is the printed form of a lemma that has another key:
	// trafficking of traffic.
	printedAs map[string]string
	general   map[string]float64 // frequency in general by key
}

// term is a word or phrase of WordNet that the documents use.
type term struct {
	text  string // as the documents spell it
	key   string
	rare  float64 // share of the passages without it: how well it tells them apart
	worth float64 // rare, times how much it is at home in the documents
}

func newMaker(d *wordnet.Dictionary, v *vocabulary.Vocabulary) *maker {
	m := &maker{dict: d, words: v, terms: map[string]*term{}}
	m.general = m.generalFrequency()
	m.usual = m.otherSpellings()
	m.printedAs = m.printedForms()
	return m
}

// printedForms returns, by lemma, the commonest of its printed forms, for
// lemmas that have another key than these.
func (m *maker) printedForms() map[string]string {
	forms := map[string]string{}
	for _, key := range m.words.Lemmas() {
		for _, form := range m.words.Forms(key) {
			if m.hasLemma(key) {
				continue // a lemma of its own: stages are not the stag's
			}
			for _, lemma := range m.dict.Base(form) {
				if !m.words.Has(lemma) && m.words.Passages(form) > m.words.Passages(forms[lemma]) {
					forms[lemma] = form
				}
			}
		}
	}
	return forms
}

// hasLemma reports whether WordNet has a lemma for the printed forms under a key
// that has this key too.
func (m *maker) hasLemma(key string) bool {
	for _, form := range m.words.Forms(key) {
		if functionWords[form] {
			return false
		}
		for _, lemma := range m.dict.Base(form) {
			if thesaurus.Key(lemma) == key {
				return true
			}
		}
	}
	return false
}

// maxShare is in how many of the passages a word may stand to be led to: beyond
// it, it tells nothing (crime).
const maxShare = 0.6

// term returns what a lemma of WordNet is in the documents; nil if they don't
// use it, or if it is no word to search for.
func (m *maker) term(lemma string) *term {
	text := m.usualSpelling(strings.ToLower(lemma))
	if form := m.printedAs[text]; form != "" {
		text = form
	}
	t, known := m.terms[text]
	if !known {
		t = m.newTerm(text)
		m.terms[text] = t
	}
	return t
}

func (m *maker) newTerm(text string) *term {
	if !isHeadword(text) || functionWords[text] || !m.words.HasPlain(text) || !m.printed(text) {
		return nil
	}
	share := float64(m.words.Passages(text)) / float64(m.words.Size())
	if share > maxShare {
		return nil
	}
	key := thesaurus.Key(text)
	return &term{text: text, key: key, rare: 1 - share, worth: (1 - share) * m.athome(text, key)}
}

// athome tells whether the documents use words more often than texts in general
// (those that WordNet was counted in): from 0 for man and building, over 1/2 for
// an equal use, to nearly 1 for drug and waste.
func (m *maker) athome(text, key string) float64 {
	here, general := m.words.Frequency(text), m.general[key]
	return here / (here + general)
}

// generalFrequency returns how often words occur in the texts that WordNet was
// counted in, by key. Each counts one more than it was met.
func (m *maker) generalFrequency() map[string]float64 {
	frequency, sum := map[string]float64{}, 0.0
	for _, lemma := range m.dict.Lemmas() {
		n := float64(m.dict.Count(lemma))
		sum += n
		frequency[thesaurus.Key(lemma)] += n
	}
	for key, n := range frequency {
		frequency[key] = (n + 1) / sum
	}
	return frequency
}

// printed tells whether a single word is a form of one that is printed, rather
// than one that only shares its key: a printed form and it must share a base form.
func (m *maker) printed(text string) bool {
	if strings.Contains(text, " ") {
		return true
	}
	for _, form := range m.words.Forms(thesaurus.Key(text)) {
		if form == text || slices.Contains(m.dict.Base(form), text) {
			return true
		}
	}
	return false
}

// usualSpelling spells each word as the documents do.
func (m *maker) usualSpelling(text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		if b, found := m.usual[w]; found {
			words[i] = b
		}
	}
	return strings.Join(words, " ")
}

// isHeadword tells whether a lemma is one to keep: of few words, of letters and
// hyphens alone, none of a single letter.
func isHeadword(lemma string) bool {
	words := strings.Fields(strings.ReplaceAll(lemma, "-", " "))
	for _, w := range words {
		if len(w) < 2 || !vocabulary.IsPlain(w) {
			return false
		}
	}
	return len(words) > 0 && len(words) <= thesaurus.MaxWords && (len(words) > 1 || len(lemma) > 2)
}

// meant is how far a term, met in the documents, is likely to be meant in the
// sense of a synset: the root of the sense's share, since a document on one
// subject keeps to fewer senses than the tagged texts.
func (m *maker) meant(lemma string, s *wordnet.Synset) float64 {
	return math.Sqrt(m.dict.ShareOf(lemma, s))
}

// functionWords can be found in WordNet and in the documents and are no words to
// search for: they are verbs and adverbs that go with anything, or homographs of
// pronouns and prepositions (who, at, as, it).
var functionWords = set(`
	a about above after again against all also an and another any are as at be because been before being below
	between both but by can could did do does doing done down during each either else ever every few for from
	further get gets getting go goes going gone got had has have having he her here him his how however i if in
	into is it its just keep kept let like made make makes making many may me might more most much must my need
	no nor not now of off often on once one only onto or other our out over own per put puts quite rather same
	set sets she should so some such take taken takes taking than that the their them then there these they thing
	things this those through to too took two under until up upon us use used very was way ways we well were what
	when where whether which while who whom whose why will with within without would yet you your
	come give given goes keep less look seem show still three four five six seven eight nine ten first second
	third last next part place time year years`)

func set(words string) map[string]bool {
	s := map[string]bool{}
	for _, w := range strings.Fields(words) {
		s[w] = true
	}
	return s
}
