package index

import (
	"context"
	"strings"
	"time"

	"socsearch/index/query"
	"socsearch/sources/document"
)

// Sort is the order of results.
type Sort string

// The orders of results.
const (
	SortRelevance Sort = "relevance" // best first; ties in reading order
	SortDocument  Sort = "document"  // reading order
)

// Request is a search whose values have been checked.
type Request struct {
	Query   query.Query
	Filters Filters
	// Places are ids of passages that are meant, where the query is a reference
	// to them; its words are not searched for then.
	Places []string
	// PlacesFirst says that the query may be no reference, and its words are searched
	// for as well: a bare number. The places come first.
	PlacesFirst bool
	// Implied lets the organisation filter match implied organisations too.
	Implied bool
	// Exact matches word forms as typed.
	Exact bool
	// Plain searches the words alone: nothing is expanded or corrected.
	Plain   bool
	Sort    Sort
	Page    int // from 1
	PerPage int // 0: facets alone
	// Most is how many hits there may be for any to be listed; 0: no matter.
	Most int
	// Everywhere lists where all hits stand, besides those of the page.
	Everywhere bool
	// WordsOnly leaves meaning out.
	WordsOnly bool
	// NearAlone is how many passages without the words may be listed that are near
	// in meaning, on the first page of a ranked list; ten at most.
	NearAlone int
}

// Results is the answer to a request.
type Results struct {
	Total int
	// Whole is how many of the hits match all words of the query; the others
	// match some. They come after them, unless the query is a sentence.
	Whole int
	// Literal is how many of the hits print all words of the query, inflections of
	// them, or other names of the same thing. Only these mention what was asked for.
	Literal int
	Hits    []Hit
	// Near are passages that weren't found and have words of the same family.
	Near []Hit
	// ByMeaning is how many of Hits have none of the words that tell and are near
	// in meaning. Neither Total nor Facets count them.
	ByMeaning int
	// Loose says that a sentence was asked, or that no passage has all the words:
	// the passages that have some stand among those that have all.
	Loose bool
	// Fillers are words of the query that the documents print and that weren't
	// searched for, since they say little and the others stand in no document.
	Fillers []string
	// Everywhere is where the hits stand, in reading order, if that was asked for.
	Everywhere []Standing
	Facets     []Facet
	Expanded   []Expanded // what was searched for besides the words themselves
	Notes      []string   // sentences: how the query was read, beyond the notes of the query
	// Suggestion is another spelling of the query that finds something; "" for
	// none.
	Suggestion string
	Nothing    *Nothing // why nothing was found; nil if something was
	// Unused are the words that stand in no document, and NotUsed says so in a
	// sentence that can be quoted; "" if all are used.
	Unused  []UnusedWord
	NotUsed string
}

// Hit is a passage that was found.
type Hit struct {
	Passage *document.Passage
	Score   float32 // 0 where nothing was searched for
	Snippet Snippet
	Partial bool // it matches some of the words only
	Match   Match
	Because string // of one found by meaning, the sentence that is nearest; it is the snippet, too
}

// Search answers a request.
func (x *Index) Search(ctx context.Context, r Request) (*Results, error) {
	if x.OnSearch != nil {
		started := time.Now()
		defer func() { x.OnSearch(time.Since(started)) }()
	}
	if err := x.admission.enter(ctx); err != nil {
		return nil, err
	}
	defer x.admission.leave()
	a := newArena()
	defer a.free()
	found, err := x.find(ctx, a, r)
	if err != nil {
		return nil, err
	}
	near, err := x.weigh(ctx, a, r, found)
	if err != nil {
		return nil, err
	}
	n := x.narrow(a, a.set(len(x.order)).addAll(found.documents), r.Filters, r.Implied)
	results := &Results{
		Total:    n.kept.count(),
		Whole:    n.kept.common(found.whole),
		Literal:  n.kept.common(found.literal),
		Facets:   n.counts(),
		Expanded: found.expanded,
		Loose:    found.loose,
		Notes:    found.notes,
	}
	for phrase, instead := range found.instead {
		results.Suggestion = strings.Replace(r.Query.String(), phrase, instead, 1)
	}
	if r.Everywhere {
		results.Everywhere = x.standings(n.kept, found.whole)
	}
	x.explain(results, r, n)
	if found.loose && len(found.documents) == 0 {
		results.Fillers = x.fillers(plainWords(r.Query))
	}
	if r.Most > 0 && results.Total > r.Most {
		return results, nil
	}
	page := x.page(found, n.kept, results, r)
	if r.Page == 1 && r.PerPage > 0 {
		page = near.join(page, results.Total <= r.PerPage)
	}
	if len(page) > 0 {
		results.Hits = make([]Hit, 0, len(page))
	}
	for _, d := range page {
		h, err := x.hit(d, found, near)
		if err != nil {
			return nil, err
		}
		if h.Match == MatchMeaning {
			results.ByMeaning++
		}
		results.Hits = append(results.Hits, h)
	}
	if results.ByMeaning > 0 {
		results.Nothing = nil
	}
	results.Near, err = x.kindred(ctx, a, r, found)
	return results, err
}

// hit makes the result of a document.
func (x *Index) hit(d scored, found *findings, near *byMeaning) (Hit, error) {
	e, err := x.passage(d.document)
	if err != nil {
		return Hit{}, err
	}
	h := Hit{Passage: e.passage, Score: d.score, Match: MatchWords}
	switch {
	case near.has(d.document):
		h.Match, h.Because = MatchMeaning, near.because(d.document, e.passage)
		h.Snippet = wholeSentence(h.Because)
		return h, nil
	case !found.whole.has(d.document):
		h.Match, h.Partial = MatchPartial, true
	}
	h.Snippet = found.marks.snippet(e)
	return h, nil
}

// explain says what a person may want to know of how little was found.
func (x *Index) explain(results *Results, r Request, n *narrowed) {
	if len(r.Places) == 0 {
		x.explainWords(results, r)
	}
	if results.Total == 0 {
		results.Nothing = x.explainNothing(r, n)
	}
}

func (x *Index) explainWords(results *Results, r Request) {
	if s := x.suggestSpelling(r, results.Expanded); s != "" {
		results.Suggestion = s
	}
	results.Unused = x.unused(r.Query, results.Expanded)
	results.NotUsed = x.notUsed(results.Unused)
}

// find returns the hits of the query alone, and what to mark in them.
func (x *Index) find(ctx context.Context, a *arena, r Request) (*findings, error) {
	m := &matcher{ctx: ctx, lists: x.lists, fields: searchedFields, arena: a}
	if r.Query.NoWord {
		return &findings{marks: &Marks{}, whole: m.set(hits{}), literal: m.set(hits{})}, nil
	}
	if r.Query.Root == nil {
		all := m.everything()
		return &findings{hits: all, whole: m.set(all), literal: m.set(all), marks: &Marks{}}, nil
	}
	if r.PlacesFirst {
		return x.findPlacesFirst(ctx, m, r)
	}
	if len(r.Places) > 0 {
		h, err := m.places(r.Places)
		return &findings{hits: h, whole: m.set(h), literal: m.set(h), marks: &Marks{}}, err
	}
	words := plainWords(r.Query)
	if !r.Exact && len(words) >= sentenceWords {
		return x.loosely(m, r)
	}
	narrow := x.collection.planner(ctx, r.Exact, r.Plain)
	narrow.loud = isLoud(r.Query)
	p := narrow.plan(r.Query.Root)
	by := narrow.withKin(r.Query.Root, p)
	if err := narrow.err(); err != nil {
		return nil, err
	}
	h, err := m.ranked(p, by)
	if err != nil {
		return nil, err
	}
	f := &findings{hits: h, marks: newMarks(p), expanded: narrow.expanded, notes: narrow.notes, instead: narrow.instead}
	if f.whole, err = m.wholly(strictly, p, h); err != nil {
		return nil, err
	}
	if f.literal, err = m.wholly(literally, p, h); err != nil {
		return nil, err
	}
	if len(h.documents) >= enoughFor(p) || r.Exact {
		return f, nil
	}
	if len(h.documents) == 0 && len(words) > 1 {
		return x.loosely(m, r)
	}
	wide := x.collection.planner(ctx, false, r.Plain)
	wide.wide = true
	wide.loud = isLoud(r.Query)
	widened := wide.plan(r.Query.Root)
	by = wide.withKin(r.Query.Root, widened)
	if err := wide.err(); err != nil {
		return nil, err
	}
	more, err := m.ranked(p, by)
	if err != nil {
		return nil, err
	}
	f.hits, f.marks, f.expanded = m.withTail(h, m.best(m.without(more, h), maxTail)), newMarks(widened), wide.expanded
	return f, nil
}

// findPlacesFirst finds places, and behind them what the words of the query find.
func (x *Index) findPlacesFirst(ctx context.Context, m *matcher, r Request) (*findings, error) {
	places, err := m.places(r.Places)
	if err != nil {
		return nil, err
	}
	r.Places, r.PlacesFirst = nil, false
	f, err := x.find(ctx, m.arena, r)
	if err != nil {
		return nil, err
	}
	f.hits = m.withTail(places, m.without(f.hits, places))
	f.whole.addAll(places.documents)
	return f, nil
}

// enoughFor is how many hits with all that was asked for are enough to show
// alone. Several words may well be meant loosely, and a page has room; words that
// mean one thing are meant as they are, unless hardly any passage has them; one
// word always is.
func enoughFor(p plan) int {
	const loosely, closely = 10, 3
	switch p := p.(type) {
	case group:
		if len(p.nodes) == 1 {
			return enoughFor(p.nodes[0])
		}
		if p.need == needMost {
			return loosely
		}
	case leaf:
		if !p.literal && p.alternatives[0].plan != nil {
			return closely
		}
	}
	return 0
}

// set returns the documents of hits as a set.
func (m *matcher) set(h hits) bitset { return m.arena.set(m.lists.Size()).addAll(h.documents) }

// findings are what the words of a query find, before any filter.
type findings struct {
	hits
	whole    bitset  // hits that match all of the words; the others match some
	literal  bitset  // hits that print all of the words themselves
	loose    bool    // the words are a sentence's, or hardly any passage has them all
	full     float32 // of a loose query: what a passage scores that has each of its words once
	marks    *Marks
	expanded []Expanded
	notes    []string          // how the query was read
	instead  map[string]string // phrases, and those that were meant
}

// behind keeps the best hit with some of the words below the last with all.
const behind = 0.99

// maxTail is how many passages with some of the words are shown behind those
// with all: a page.
const maxTail = 20

// best keeps the n hits with the highest scores.
func (m *matcher) best(h hits, n int) hits {
	if len(h.documents) <= n {
		return h
	}
	least := nthLargest(h.scores, n)
	kept := m.arena.hits(len(h.documents))
	for i, s := range h.scores {
		if s >= least {
			kept.add(h.documents[i], s)
		}
	}
	return kept
}

// withTail puts the hits that match some of the words behind those that match
// all, in their own order.
func (m *matcher) withTail(all, tail hits) hits {
	if len(all.documents) == 0 {
		return tail
	}
	least, most := all.scores[0], float32(0)
	for _, s := range all.scores {
		least = min(least, s)
	}
	for _, s := range tail.scores {
		most = max(most, s)
	}
	if most >= least {
		tail = m.weighted(tail, behind*least/most)
	}
	return m.merge(all, tail, sum)
}

// Document returns a document by its slug; nil if there is none.
func (x *Index) Document(slug string) *Document {
	for i := range x.Documents {
		if x.Documents[i].Slug == slug {
			return &x.Documents[i]
		}
	}
	return nil
}

// Principal returns the document that the others are about: the only one that
// isn't based on another; nil where there are several.
func (x *Index) Principal() *Document {
	var principal *Document
	for i := range x.Documents {
		switch {
		case x.Documents[i].BasedOn != nil:
		case principal != nil:
			return nil
		default:
			principal = &x.Documents[i]
		}
	}
	return principal
}

// Values lists the values of a closed facet in their natural order; nil for an
// open one.
func (x *Index) Values(facet string) []FacetValue { return x.closedValues(facet) }

// Label returns what a person reads for a value of a facet.
func (x *Index) Label(facet, value string) string { return x.label(facet, value) }

// maxParagraphRange bounds para:1-9999.
const maxParagraphRange = 500

// paragraphNumbers reads "79", "79-82", "4.12" or "4.12-5.3" and returns the numbers
// that may be meant; nil for anything else.
func paragraphNumbers(s string) []string {
	if n, ok := document.ParseNumber(s); ok {
		return []string{n.String()}
	}
	from, to, ok := document.ParseRange(s)
	if !ok {
		return nil
	}
	var list []string
	for _, n := range from.UpTo(to, maxParagraphRange) {
		list = append(list, n.String())
	}
	return list
}
