package index

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"socsearch/index/analysis"
	"socsearch/index/engine"
	"socsearch/index/morphology"
	"socsearch/index/plan"
	"socsearch/index/query"
	"socsearch/index/schema"
	"socsearch/index/words"
)

// ZeroResults says why a search found nothing, so that the answer can be used.
type ZeroResults struct {
	// WithoutFilters is how many passages the words find before any filter.
	WithoutFilters int
	Filters        []engine.Obstacle
}

// UnusedWord is a word of a query that stands in no document.
type UnusedWord struct {
	Word    string
	Nearest []string // words of the documents that are spelled alike or begin with it
}

// fillers returns the fillers among words that the documents print.
func (x *Index) fillers(typed []string) []string {
	p := x.collection.Planner(context.Background(), false, true)
	var found []string
	for _, w := range typed {
		if l, ok := p.BareWord(w); ok && words.FillerWords[strings.ToLower(w)] && p.Occurs(l) {
			found = append(found, w)
		}
	}
	return found
}

// unused lists the words of a query that stand in no document in any form, each
// with the nearest words that do. A word that the documents spell another way is
// none of these.
func (x *Index) unused(q query.Query, expanded []plan.Expanded) []UnusedWord {
	var list []UnusedWord
	for _, w := range unusedWords(x, q) {
		respelled := slices.ContainsFunc(expanded, func(e plan.Expanded) bool {
			return e.Relation == plan.RelationSpelling && slices.Contains(strings.Fields(e.Term), w)
		})
		if !respelled {
			list = append(list, UnusedWord{w, x.nearestWords(w)})
		}
	}
	return list
}

// nearestWords returns words of the documents that a word may have been meant for:
// of a correct English word those of its family, then those that begin with it, and of
// any other those that are spelled alike.
func (x *Index) nearestWords(word string) []string {
	const most = 3
	form := analysis.ExactTerm(word)
	var list []string
	add := func(words []string) {
		for _, w := range words {
			if len(list) < most && !slices.Contains(list, w) {
				list = append(list, w)
			}
		}
	}
	known := morphology.Known(form)
	if known {
		for _, lemma := range morphology.Lemmas(form) {
			add(slices.DeleteFunc(slices.Clone(morphology.Relatives(lemma)), func(r string) bool { return !x.collection.Terms().Prints(r) }))
		}
	}
	add(x.begunWords(form, most))
	if !known {
		add(x.collection.Lexicon().Spelling.Nearest(form, most))
	}
	return list
}

// begunWords returns words of the documents that begin with what was typed, those of
// most passages first: it may not have been typed to its end.
func (x *Index) begunWords(form string, most int) []string {
	if utf8.RuneCountInString(form) < shortestPrefix {
		return nil
	}
	const looked = 10 // some are slips
	var list []string
	for _, w := range x.collection.Terms().WithPrefix([]string{schema.Text, schema.Heading}, form, looked) {
		if len(list) < most && !strings.Contains(w, "'") && !x.collection.Lexicon().Spelling.IsSlip(w) {
			list = append(list, w)
		}
	}
	return list
}

// unusedWords lists the words of a query that stand in no document.
func unusedWords(x *Index, q query.Query) []string {
	var unused []string
	p := x.collection.Planner(context.Background(), false, true)
	numbers := false // the next word is the number of a paragraph or footnote
	check := func(text string) {
		for _, word := range words.SpellAmounts(strings.Fields(text)) {
			l, ok := p.BareWord(word)
			if ok && !words.IsFunctionWord(word) && !p.Printed(l) && !slices.Contains(unused, word) {
				unused = append(unused, word)
			}
		}
	}
	query.Walk(q.Root, func(n query.Node, not bool) {
		switch n := n.(type) {
		case query.Field:
			numbers = n.Name == query.FieldParagraph || n.Name == query.FieldFootnote
		case query.Word:
			if !not && !numbers {
				check(n.Text)
			}
			numbers = false
		case query.Phrase:
			if !not {
				check(n.Text)
			}
		}
	})
	return unused
}

// notUsed says in a sentence that no document uses the words.
func (x *Index) notUsed(unused []UnusedWord) string {
	if len(unused) == 0 {
		return ""
	}
	var words []string
	for _, u := range unused {
		words = append(words, "“"+u.Word+"”")
	}
	what := "the word " + words[0]
	if len(words) > 1 {
		what = "the words " + strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
	}
	if len(x.Documents) == 1 {
		return fmt.Sprintf("%s does not use %s.", upperFirst(x.Documents[0].ShortName()), what)
	}
	const named = 3 // documents: more would hide the word
	if len(x.Documents) > named {
		return fmt.Sprintf("None of the documents uses %s.", what)
	}
	first, others := x.Documents[0].ShortName(), []string{}
	for _, d := range x.Documents[1:] {
		others = append(others, d.ShortName())
	}
	return fmt.Sprintf("%s does not use %s; nor does %s.", upperFirst(first), what, strings.Join(others, " or "))
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	runes := []rune(s)
	return strings.ToUpper(string(runes[0])) + string(runes[1:])
}

// suggestSpelling returns the query with its misspelled words corrected, "" if
// none is: words that stand nowhere, and misprints of the documents themselves.
func (x *Index) suggestSpelling(r Request, expanded []plan.Expanded) string {
	if r.Query.Root == nil || r.Exact {
		return ""
	}
	corrections := map[string]string{}
	for _, e := range expanded {
		if e.Corrected {
			corrections[e.Term] = e.To[0]
		}
	}
	query.Walk(r.Query.Root, func(n query.Node, not bool) {
		w, ok := n.(query.Word)
		if !ok || not || !x.collection.Lexicon().Spelling.IsSlip(analysis.ExactTerm(w.Text)) {
			return
		}
		if to := x.collection.Lexicon().Spelling.Correct(w.Text); to != "" {
			corrections[w.Text] = to
		}
	})
	if len(corrections) == 0 {
		return ""
	}
	fields := strings.Fields(r.Query.Raw)
	for i, f := range fields {
		bare := strings.Trim(f, ".,;:!?()\"“”")
		if to, ok := corrections[bare]; ok {
			fields[i] = strings.Replace(f, bare, to, 1)
		}
	}
	return strings.Join(fields, " ")
}
