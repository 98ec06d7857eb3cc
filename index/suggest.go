package index

import (
	"cmp"
	"context"
	"path"
	"slices"
	"strings"

	"socsearch/index/analysis"
	"socsearch/index/plan"
	"socsearch/index/schema"
	"socsearch/index/words"
	"socsearch/sources/document"
	"socsearch/sources/resolve"
)

// Suggestion completes what somebody is typing.
type Suggestion struct {
	Text string
	Kind SuggestionKind
	URL  string // of the thing itself, or of the search for it; a path
}

// SuggestionKind tells what a suggestion is.
type SuggestionKind string

// The kinds of suggestion.
const (
	SuggestWord         SuggestionKind = "word"
	SuggestHeading      SuggestionKind = "heading"
	SuggestOrganisation SuggestionKind = "organisation"
	SuggestPassage      SuggestionKind = "passage"
)

// The numbers of suggestions.
const (
	maxSuggestions = 10
	perKind        = 4 // so that no kind pushes out the others
	shortestPrefix = 2 // characters: one letter completes to anything
)

// Suggest completes a text: references to passages, beginnings and initials to
// phrases of the documents, beginnings of names to organisations and headings, and
// the last word to words of the documents.
func (x *Index) Suggest(ctx context.Context, text string) ([]Suggestion, error) {
	text = strings.TrimSpace(text)
	all, err := x.suggestPlaces(text)
	if err != nil {
		return nil, err
	}
	if len([]rune(text)) < shortestPrefix {
		return all, nil
	}
	words, err := x.suggestWords(ctx, text)
	if err != nil {
		return nil, err
	}
	organisations := x.suggestOrganisations(text)
	first := slices.DeleteFunc(slices.Clone(organisations), func(s Suggestion) bool {
		return !strings.HasPrefix(strings.ToLower(s.Text), strings.ToLower(text))
	})
	for _, more := range [][]Suggestion{first, x.suggestPhrases(text), organisations, words, x.suggestHeadings(text)} {
		for _, s := range more {
			if !slices.ContainsFunc(all, func(t Suggestion) bool { return sameName(t.Text, s.Text) }) {
				all = append(all, s)
			}
		}
	}
	return all[:min(len(all), maxSuggestions)], nil
}

// sameName reports whether two suggestions are the same, but for the abbreviation
// behind the name of an organisation.
func sameName(a, b string) bool {
	a, _, _ = strings.Cut(a, " (")
	b, _, _ = strings.Cut(b, " (")
	return strings.EqualFold(a, b)
}

// suggestPlaces offers what a reference names: the page, or its first passages.
func (x *Index) suggestPlaces(text string) ([]Suggestion, error) {
	found, err := x.Resolve(text)
	if err != nil || found.Kind == resolve.KindDocument {
		return nil, nil // no reference, or one to what there isn't
	}
	if found.Kind == resolve.KindPage {
		return []Suggestion{{"Page " + path.Base(found.URL), SuggestPassage, found.URL}}, nil
	}
	var list []Suggestion
	for _, id := range append(found.Passages, found.Others...) {
		if len(list) == perKind {
			break
		}
		p, err := x.Passage(id)
		if err != nil {
			return nil, err
		}
		label := p.Label
		if d := x.Document(p.Document); d != nil && x.Principal() == nil {
			label += ", " + d.ShortName()
		}
		list = append(list, Suggestion{label, SuggestPassage, p.URL})
	}
	return list, nil
}

func (x *Index) suggestOrganisations(text string) []Suggestion {
	type match struct {
		Suggestion
		count int
	}
	var matches []match
	for _, o := range x.OrganisationList() {
		names := append([]string{o.Name, o.Abbreviation}, o.Aliases()...)
		if slices.ContainsFunc(names, func(name string) bool { return beginsWord(name, text) }) {
			label := o.Name
			if o.Abbreviation != "" {
				label += " (" + o.Abbreviation + ")"
			}
			matches = append(matches, match{Suggestion{label, SuggestOrganisation, "/organisations/" + o.Slug}, o.Count})
		}
	}
	slices.SortStableFunc(matches, func(a, b match) int { return cmp.Compare(b.count, a.count) })
	var list []Suggestion
	for _, m := range matches[:min(len(matches), perKind)] {
		list = append(list, m.Suggestion)
	}
	return list
}

// beginsWord reports whether a text stands in a name from the beginning of a word
// on, without case.
func beginsWord(name, text string) bool {
	straight := strings.NewReplacer("’", "'", "ʼ", "'")
	name, text = straight.Replace(strings.ToLower(name)), straight.Replace(strings.ToLower(text))
	for at := 0; ; {
		i := strings.Index(name[at:], text)
		if i < 0 || text == "" {
			return false
		}
		at += i
		if at == 0 || strings.ContainsRune(" -(/", rune(name[at-1])) {
			return true
		}
		at++
	}
}

// suggestWords completes the last word of a text.
func (x *Index) suggestWords(ctx context.Context, text string) ([]Suggestion, error) {
	at := strings.LastIndexByte(text, ' ') + 1
	prefix := analysis.ExactTerm(text[at:])
	if len(prefix) < shortestPrefix {
		return nil, nil
	}
	forms := x.collection.Terms().WithPrefix([]string{schema.Text, schema.Heading}, prefix, perKind+1)
	var list []Suggestion
	before := words.ExactTerms(text[:at])
	for _, form := range forms {
		if len(before) > 0 {
			if together, err := x.standBehind(ctx, before[len(before)-1], form); err != nil {
				return nil, err
			} else if !together {
				continue // it would find nothing of the two together
			}
		}
		if form != prefix && !strings.Contains(form, "'") && len(list) < perKind && !x.collection.Lexicon().Spelling.IsSlip(form) {
			list = append(list, Suggestion{text[:at] + form, SuggestWord, ""})
		}
	}
	return list, nil
}

// standBehind reports whether the documents write a word form behind another.
func (x *Index) standBehind(ctx context.Context, first, second string) (bool, error) {
	together := plan.Literal(plan.Alternative{Terms: []string{first, second}, Exact: true, Weight: 1})
	n, err := x.collection.Count(ctx, []plan.Occurrence{{Fields: plan.TextAlone, Leaf: together}})
	return err == nil && n[0] > 0, err
}

func (x *Index) suggestHeadings(text string) []Suggestion {
	var list []Suggestion
	seen := map[string]bool{}
	var walk func(headings []*document.Heading)
	walk = func(headings []*document.Heading) {
		for _, h := range headings {
			if len(list) < perKind && !seen[h.Heading] && h.First != "" && beginsWord(h.Heading, text) {
				seen[h.Heading] = true
				list = append(list, Suggestion{h.Heading, SuggestHeading, "/" + h.First})
			}
			walk(h.Children)
		}
	}
	for _, d := range x.Documents {
		walk(d.Contents)
	}
	return list
}
