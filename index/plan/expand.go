package plan

import (
	"cmp"
	"strings"

	"socsearch/index/analysis"
	"socsearch/index/schema"
	"socsearch/index/thesaurus"
	"socsearch/index/words"
)

// Expanded says what else was searched for a word or phrase of a query.
type Expanded struct {
	Term string   // as typed
	To   []string // as a person reads them, best first
	// Corrected tells that the word occurs nowhere and To is how it may have
	// been meant to be spelled.
	Corrected bool
	Relation  Relation
}

// Relation tells how what was searched for stands to what was typed.
type Relation string

// The relations.
const (
	RelationAcronym   Relation = "acronym"   // an abbreviation, or what it stands for
	RelationSpelling  Relation = "spelling"  // the same word, spelled as the documents do
	RelationThesaurus Relation = "thesaurus" // other words for it, and names for the same thing among them perhaps
	RelationCorrected Relation = "corrected" // the word that was meant, it seems
)

// The weights of what stands for a word.
const (
	acronymWeight    = 0.95 // NCA, National Crime Agency: the same thing
	correctionWeight = 0.9  // the word that was meant
	leastWeight      = 0.15 // what weighs less is noise
	leastBehind      = 0.2  // … behind the passages with the words themselves
	leastBeside      = 0.7  // … beside words that the documents use themselves
	maxExpansions    = 6    // ways to say a word otherwise: more would drown it
)

// expand lists what stands for a word or phrase: what its acronym stands for, or
// its acronym; then other words from the thesaurus; and where the documents lack
// the word and nothing stands for it, how it may be spelled.
func (p *Planner) expand(run []string, occurs bool) []Alternative {
	var alternatives []Alternative
	said := Expanded{Term: strings.Join(run, " ")}
	add := func(to string, weight float64, slop int, relation Relation) {
		if len(said.To) < maxExpansions && !words.ContainsFold(said.To, to) {
			a := p.wordsAlternative(to, float32(weight), slop)
			a.Stands = relation == RelationThesaurus || relation == RelationCorrected
			a.Added = true
			alternatives = append(alternatives, a)
			said.To, said.Relation = append(said.To, to), relation
		}
	}
	for _, to := range p.of.Lexicon().Acronyms.Expand(said.Term) {
		add(to, acronymWeight, 0, RelationAcronym)
	}
	for _, e := range p.of.Lexicon().Thesaurus.Expand(run...) {
		least := leastWeight
		switch {
		case occurs && p.Wide:
			least = leastBehind
		case occurs:
			least = leastBeside
		}
		if e.Weight >= least && !isFamily(run, e.To) {
			relation := RelationThesaurus
			if e.Relation == thesaurus.Spelling || strings.EqualFold(strings.ReplaceAll(e.To, " ", ""), said.Term) {
				relation = RelationSpelling
			}
			add(e.To, e.Weight, nearSlop, relation)
		}
	}
	if len(said.To) == 0 && !occurs && len(run) == 1 {
		if head, tail, ok := p.of.Lexicon().Spelling.Split(run[0]); ok && p.standTogether(head, tail) {
			add(head+" "+tail, acronymWeight, 0, RelationSpelling)
		} else if to := cmp.Or(p.withoutFootnote(run[0]), p.of.Lexicon().Spelling.Correct(run[0])); to != "" {
			said.Corrected = true
			add(to, correctionWeight, 0, RelationCorrected)
			if !p.of.Terms().PrintsFormOf(to) { // a word that leads to the documents' own
				for _, e := range p.of.Lexicon().Thesaurus.Expand(to) {
					add(e.To, correctionWeight*e.Weight, nearSlop, RelationCorrected)
				}
			}
		}
	}
	if len(said.To) > 0 {
		p.Expanded = append(p.Expanded, said)
	}
	return alternatives
}

// TextAlone is where words are looked for that belong together.
var TextAlone = []string{schema.Text}

// standTogether reports whether the documents write two words one after the other.
func (p *Planner) standTogether(head, tail string) bool {
	return p.ask.leaf(TextAlone, Literal(Alternative{Terms: []string{head, tail}, Exact: true, Weight: 1})) > 0
}

// wordsAlternative plans words that stand for others: they must stand together,
// with no more than slop words between.
func (p *Planner) wordsAlternative(text string, weight float32, slop int) Alternative {
	terms := words.MainTerms(analysis.Prose(text))
	for i := range terms {
		terms[i] = p.known(terms[i])
	}
	return Alternative{Terms: terms, Near: len(terms) > 1 && slop > 0, Slop: slop, Weight: weight}
}

// concept tells how many of the first words mean one thing together: the name or
// long form of an acronym, or a phrase of the thesaurus; 0 if none do.
func (p *Planner) concept(run []string) int {
	if p.exact || p.plain {
		return 0
	}
	if words.IsAmount(run) {
		return 2
	}
	return max(p.of.Lexicon().Acronyms.Longest(run), p.of.Lexicon().Thesaurus.Longest(run))
}

// bound is how much of the rarer word's use two words must share to mean one
// thing together.
const bound = 0.5

// collocation reports whether a run is two words that stand together in most
// passages that hold the rarer of them: county lines.
func (p *Planner) collocation(run []string) bool {
	if len(run) != 2 || p.exact || p.plain || words.IsFunctionWord(run[0]) || words.IsFunctionWord(run[1]) {
		return false
	}
	a, okA := p.BareWord(run[0])
	b, okB := p.BareWord(run[1])
	if !okA || !okB || len(a.Alternatives[0].Terms)+len(b.Alternatives[0].Terms) != 2 {
		return false
	}
	first, second := a.Alternatives[0].Terms[0], b.Alternatives[0].Terms[0]
	rarer := min(p.of.Terms().Frequency(schema.Text, first), p.of.Terms().Frequency(schema.Text, second))
	const several = 2 // once may be chance
	if rarer < several {
		return false
	}
	together := p.ask.leaf(TextAlone, Leaf{Alternatives: []Alternative{{Terms: []string{first, second}, Weight: 1}}})
	return float64(together) >= bound*float64(rarer)
}
