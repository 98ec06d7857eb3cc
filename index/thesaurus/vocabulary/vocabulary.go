// Package vocabulary tells which words and phrases the documents use, compared
// as the index compares them: by the terms of package analysis. The thesaurus is
// made and tested against it.
package vocabulary

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"socsearch/index/analysis"
	"socsearch/sources/document"
)

// Vocabulary is the words of a set of passages.
type Vocabulary struct {
	size     int
	length   int                       // words of all passages
	count    map[string]int            // by term: how often it occurs
	passages map[string]int            // by term, or two or three terms in a row: the passages that hold it
	forms    map[string]map[string]int // by lemma of a plain word: its forms as printed, without case
	printed  map[string]bool           // forms of plain words
	runs     []string                  // by passage: its main terms in order, a space on either side of each
}

// webAddress is left out of the vocabulary: nobody looks for its words.
var webAddress = regexp.MustCompile(`https?://\S+`)

// Of returns the vocabulary of passages: of their text, tables and footnotes, and
// of headings, each with the first passage below it.
func Of(passages []document.Passage) *Vocabulary {
	v := &Vocabulary{count: map[string]int{}, passages: map[string]int{}, forms: map[string]map[string]int{}, printed: map[string]bool{}}
	headings := map[string]bool{}
	for i := range passages {
		p := &passages[i]
		all := texts(p)
		for _, h := range p.Section {
			if !headings[h] {
				headings[h] = true
				all = append(all, h)
			}
		}
		v.add(all)
	}
	return v
}

// texts returns what is printed in a passage, in pieces across which no phrase
// runs.
func texts(p *document.Passage) []string {
	all := []string{p.Text, p.Title}
	for _, n := range p.Footnotes {
		all = append(all, n.Text)
	}
	if p.Table != nil {
		all = append(all, p.Table.Columns...)
		for _, row := range p.Table.Rows {
			all = append(all, row...)
		}
	}
	return all
}

// counted is how many words the longest phrases have that are counted at once;
// longer ones are looked for when they are asked for.
const counted = 3

// add adds a passage.
func (v *Vocabulary) add(texts []string) {
	var run strings.Builder
	seen := map[string]bool{}
	for _, text := range texts {
		run.WriteString(" \n ") // a term that no phrase holds
		last := []string{}
		text = webAddress.ReplaceAllString(text, "")
		for _, t := range analysis.Prose(text) {
			seen[t.Term] = true
			v.count[t.Term]++
			if t.Main {
				v.length++
				run.WriteString(t.Term + " ")
				last = append(last, t.Term)
				for n := 2; n <= min(counted, len(last)); n++ {
					seen[strings.Join(last[len(last)-n:], " ")] = true
				}
			}
			if t.Main || t.Or {
				v.addForm(t.Term, text[t.Start:t.End])
			}
		}
	}
	for term := range seen {
		v.passages[term]++
	}
	v.runs = append(v.runs, run.String())
	v.size++
}

func (v *Vocabulary) addForm(lemma, printed string) {
	form := analysis.ExactTerm(printed)
	form = strings.ReplaceAll(strings.TrimSuffix(form, "'s"), "'", "")
	if strings.HasPrefix(lemma, analysis.AcronymMark) || !IsPlain(form) {
		return
	}
	if v.forms[lemma] == nil {
		v.forms[lemma] = map[string]int{}
	}
	v.forms[lemma][form]++
	v.printed[form] = true
}

// IsPlain tells whether a word is of the letters a to z alone.
func IsPlain(word string) bool {
	for _, r := range word {
		if r < 'a' || r > 'z' {
			return false
		}
	}
	return word != ""
}

// Size returns the number of passages.
func (v *Vocabulary) Size() int { return v.size }

// Passages returns how many passages hold words: the word, or the phrase with
// its words in this order. A word in capitals is looked for as an acronym.
func (v *Vocabulary) Passages(words string) int {
	terms := Terms(words)
	switch len(terms) {
	case 0:
		return 0
	case 1, 2, counted:
		return v.passages[strings.Join(terms, " ")]
	}
	for _, t := range terms {
		if v.passages[t] == 0 {
			return 0
		}
	}
	n, phrase := 0, " "+strings.Join(terms, " ")+" "
	for _, run := range v.runs {
		if strings.Contains(run, phrase) {
			n++
		}
	}
	return n
}

// Frequency returns how often words occur among all words; of a phrase, in how
// many passages.
func (v *Vocabulary) Frequency(words string) float64 {
	n := v.Passages(words)
	if terms := Terms(words); len(terms) == 1 {
		n = v.count[terms[0]]
	}
	return float64(n) / float64(v.length)
}

// Has tells whether the documents hold words.
func (v *Vocabulary) Has(words string) bool { return v.Passages(words) > 0 }

// HasPlain tells whether the documents hold words other than as an acronym that
// looks like one: for gain it is false if they print only GAIN.
func (v *Vocabulary) HasPlain(words string) bool {
	terms := Terms(words)
	return len(terms) > 0 && (len(terms) > 1 || v.forms[terms[0]] != nil) && v.Has(words)
}

// Lemmas lists the lemmas of plain words in order.
func (v *Vocabulary) Lemmas() []string { return slices.Sorted(maps.Keys(v.forms)) }

// Forms lists the printed forms of a lemma, in small letters, in order.
func (v *Vocabulary) Forms(lemma string) []string { return slices.Sorted(maps.Keys(v.forms[lemma])) }

// Prints tells whether the documents print a plain word in this very form, with
// any capitals.
func (v *Vocabulary) Prints(form string) bool { return v.printed[form] }

// Terms returns the main terms of words.
func Terms(words string) []string {
	var terms []string
	for _, t := range analysis.Prose(words) {
		if t.Main {
			terms = append(terms, t.Term)
		}
	}
	return terms
}
