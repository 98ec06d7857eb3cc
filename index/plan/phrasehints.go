package plan

import (
	"fmt"
	"regexp"
	"strings"

	"socsearch/index/analysis"
	"socsearch/index/query"
	"socsearch/index/words"
)

// passagesWith returns how many passages have an alternative in some fields.
func (p *Planner) passagesWith(fields []string, a Alternative) int {
	return p.ask.leaf(fields, Leaf{Alternatives: []Alternative{a}})
}

// hintPhrase says what a phrase in quotation marks doesn't find, since it is taken
// as it is written: other forms of its words, another spelling of them, and the
// words around the number of a footnote that was copied with them.
func (p *Planner) hintPhrase(n query.Phrase, found int) {
	if n.Near {
		return
	}
	if found == 0 && (p.hintSpelling(n) || p.hintFootnote(n)) {
		return
	}
	other := Alternative{Terms: words.MainTerms(analysis.Prose(n.Text)), Weight: 1}
	for i, t := range other.Terms {
		other.Terms[i] = p.known(t)
	}
	switch more := p.passagesWith(phraseFields, other) - found; {
	case more <= 0:
	case found > 0:
		p.note("%s with “%s” in another form (a plural, a possessive, another ending). Without quotation marks they are found too.", countedMore(more), n.Text)
	default:
		p.note("No passage has “%s” as it is written. %s it in another form (a plural, a possessive, another ending): leave out the quotation marks.", n.Text, countHave(more))
		p.suggest(n, n.Text)
	}
}

func countedMore(n int) string {
	if n == 1 {
		return "There is one more passage"
	}
	return fmt.Sprintf("There are %d more passages", n)
}

func countHave(n int) string {
	if n == 1 {
		return "One passage has"
	}
	return fmt.Sprintf("%d passages have", n)
}

// suggest keeps what may be asked instead of a phrase.
func (p *Planner) suggest(n query.Phrase, instead string) {
	if p.Instead == nil {
		p.Instead = map[string]string{}
	}
	p.Instead[n.String()] = instead
}

// hintSpelling looks for a phrase as the documents spell its words.
func (p *Planner) hintSpelling(n query.Phrase) bool {
	words := strings.Fields(n.Text)
	changed := false
	for i, w := range words {
		if to := p.otherSpelling(w); to != "" {
			words[i], changed = to, true
		}
	}
	if !changed {
		return false
	}
	return p.hintInstead(n, strings.Join(words, " "), "No passage has “%s” as it is written; “%s” stands in %d.")
}

// hintInstead suggests another phrase, if it stands anywhere.
func (p *Planner) hintInstead(n query.Phrase, text, note string) bool {
	found := p.passagesWith(phraseFields, Alternative{Terms: words.ExactTerms(text), Exact: true, Weight: 1})
	if found == 0 {
		return false
	}
	p.note(note, n.Text, text, found)
	p.suggest(n, query.Phrase{Text: text}.String())
	return true
}

// Numbers of footnotes as they are copied with the words around them: at the end
// of a word, of a year, or between words.
var (
	gluedToWord   = regexp.MustCompile(`(\pL[”’)\]]?[.,;:!?]?)\d{1,3}\b`)
	gluedToNumber = regexp.MustCompile(`(\d{4}|\d%|\d{2}[)\]]?[.,;:!?])\d{1,3}\b`)
	betweenWords  = regexp.MustCompile(`\s\d{1,3}(\s|$)`)
)

// hintFootnote looks for a phrase without the numbers of footnotes in it.
func (p *Planner) hintFootnote(n query.Phrase) bool {
	const note = "No passage has “%s”. Without the numbers of footnotes, “%s” stands in %d."
	words := gluedToWord.ReplaceAllString(n.Text, "$1")
	for _, text := range []string{words, gluedToNumber.ReplaceAllString(words, "$1"), betweenWords.ReplaceAllString(words, "$1"),
		betweenWords.ReplaceAllString(gluedToNumber.ReplaceAllString(words, "$1"), "$1")} {
		if text != n.Text && p.hintInstead(n, strings.TrimSpace(text), note) {
			return true
		}
	}
	return false
}

// withoutFootnote returns a word without the number of a footnote behind it; "" if
// there is none, or the documents don't print the rest.
func (p *Planner) withoutFootnote(word string) string {
	m := wordAndNumber.FindStringSubmatch(word)
	if m == nil || !p.of.Terms().PrintsFormOf(analysis.ExactTerm(m[1])) {
		return ""
	}
	return m[1]
}

var wordAndNumber = regexp.MustCompile(`^(\pL{3,})\d{1,3}$`)
