package index

import (
	"context"
	"strings"
	"time"

	"socsearch/index/engine"
	"socsearch/index/local"
	"socsearch/index/match"
	"socsearch/index/plan"
	"socsearch/index/query"
	"socsearch/index/schema"
	"socsearch/index/snippet"
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
	Filters engine.Filters
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
	Facets     []engine.Facet
	Expanded   []plan.Expanded // what was searched for besides the words themselves
	Notes      []string        // sentences: how the query was read, beyond the notes of the query
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
	Snippet snippet.Snippet
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
	a := match.NewArena()
	defer a.Free()
	found, err := x.find(ctx, a, r)
	if err != nil {
		return nil, err
	}
	near, err := x.weigh(ctx, a, r, found)
	if err != nil {
		return nil, err
	}
	n := x.local.Facets.Narrow(a, a.Set(len(x.local.Order)).AddAll(found.Documents), r.Filters, r.Implied)
	results := &Results{
		Total:    n.Kept.Count(),
		Whole:    n.Kept.Common(found.whole),
		Literal:  n.Kept.Common(found.literal),
		Facets:   n.Counts(),
		Expanded: found.expanded,
		Loose:    found.loose,
		Notes:    found.notes,
	}
	for phrase, instead := range found.instead {
		results.Suggestion = strings.Replace(r.Query.String(), phrase, instead, 1)
	}
	if r.Everywhere {
		results.Everywhere = x.standings(n.Kept, found.whole)
	}
	x.explain(results, r, n)
	if found.loose && len(found.Documents) == 0 {
		results.Fillers = x.fillers(plan.PlainWords(r.Query))
	}
	if r.Most > 0 && results.Total > r.Most {
		return results, nil
	}
	page := x.page(found, n.Kept, results, r)
	if r.Page == 1 && r.PerPage > 0 {
		page = near.join(page, results.Total <= r.PerPage)
	}
	marks := snippet.New(found.plan)
	if len(page) > 0 {
		results.Hits = make([]Hit, 0, len(page))
	}
	for _, d := range page {
		h, err := x.hit(d, found, marks, near)
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
func (x *Index) hit(d match.Scored, found *findings, marks *snippet.Highlighter, near *byMeaning) (Hit, error) {
	e, err := x.passage(d.Document)
	if err != nil {
		return Hit{}, err
	}
	h := Hit{Passage: e.Passage, Score: d.Score, Match: MatchWords}
	switch {
	case near.has(d.Document):
		h.Match, h.Because = MatchMeaning, near.because(d.Document, e.Passage)
		h.Snippet = wholeSentence(h.Because)
		return h, nil
	case !found.whole.Has(d.Document):
		h.Match, h.Partial = MatchPartial, true
	}
	h.Snippet = marks.Snippet(e)
	return h, nil
}

// explain says what a person may want to know of how little was found.
func (x *Index) explain(results *Results, r Request, n *local.Narrowed) {
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
func (x *Index) find(ctx context.Context, a *match.Arena, r Request) (*findings, error) {
	m := &match.Matcher{Ctx: ctx, Lists: x.local.Lists, Fields: schema.Searched, Arena: a}
	if r.Query.NoWord {
		return &findings{plan: nil, whole: m.Set(match.Hits{}), literal: m.Set(match.Hits{})}, nil
	}
	if r.Query.Root == nil {
		all := m.Everything()
		return &findings{Hits: all, whole: m.Set(all), literal: m.Set(all), plan: nil}, nil
	}
	if r.PlacesFirst {
		return x.findPlacesFirst(ctx, m, r)
	}
	if len(r.Places) > 0 {
		h, err := m.Places(r.Places)
		return &findings{Hits: h, whole: m.Set(h), literal: m.Set(h), plan: nil}, err
	}
	words := plan.PlainWords(r.Query)
	if !r.Exact && len(words) >= plan.SentenceWords {
		return x.loosely(m, r)
	}
	narrow := x.collection.Planner(ctx, r.Exact, r.Plain)
	narrow.Loud = plan.IsLoud(r.Query)
	p := narrow.Plan(r.Query.Root)
	by := narrow.WithFamilies(r.Query.Root, p)
	if err := narrow.Err(); err != nil {
		return nil, err
	}
	h, err := m.Ranked(p, by)
	if err != nil {
		return nil, err
	}
	f := &findings{Hits: h, plan: p, expanded: narrow.Expanded, notes: narrow.Notes, instead: narrow.Instead}
	if f.whole, err = m.Wholly(match.Strictly, p, h); err != nil {
		return nil, err
	}
	if f.literal, err = m.Wholly(match.Literally, p, h); err != nil {
		return nil, err
	}
	if len(h.Documents) >= plan.EnoughFor(p) || r.Exact {
		return f, nil
	}
	if len(h.Documents) == 0 && len(words) > 1 {
		return x.loosely(m, r)
	}
	wide := x.collection.Planner(ctx, false, r.Plain)
	wide.Wide = true
	wide.Loud = plan.IsLoud(r.Query)
	widened := wide.Plan(r.Query.Root)
	by = wide.WithFamilies(r.Query.Root, widened)
	if err := wide.Err(); err != nil {
		return nil, err
	}
	more, err := m.Ranked(p, by)
	if err != nil {
		return nil, err
	}
	f.Hits, f.plan, f.expanded = m.WithTail(h, m.Best(m.Without(more, h), match.MaxTail)), widened, wide.Expanded
	return f, nil
}

// findPlacesFirst finds places, and behind them what the words of the query find.
func (x *Index) findPlacesFirst(ctx context.Context, m *match.Matcher, r Request) (*findings, error) {
	places, err := m.Places(r.Places)
	if err != nil {
		return nil, err
	}
	r.Places, r.PlacesFirst = nil, false
	f, err := x.find(ctx, m.Arena, r)
	if err != nil {
		return nil, err
	}
	f.Hits = m.WithTail(places, m.Without(f.Hits, places))
	f.whole.AddAll(places.Documents)
	return f, nil
}

// findings are what the words of a query find, before any filter.
type findings struct {
	match.Hits
	whole    match.Bitset // hits that match all of the words; the others match some
	literal  match.Bitset // hits that print all of the words themselves
	loose    bool         // the words are a sentence's, or hardly any passage has them all
	full     float32      // of a loose query: what a passage scores that has each of its words once
	plan     plan.Node    // what to mark; nil: nothing
	expanded []plan.Expanded
	notes    []string          // how the query was read
	instead  map[string]string // phrases, and those that were meant
}

// Values lists the values of a closed facet in their natural order; nil for an
// open one.
func (x *Index) Values(facet string) []engine.FacetValue { return x.Catalogue.ClosedValues(facet) }

// Label returns what a person reads for a value of a facet.
func (x *Index) Label(facet, value string) string { return x.Catalogue.Label(facet, value) }

// Used reports whether any passage has a value of a facet.
func (x *Index) Used(facet string) bool { return x.local.Facets.Used(facet) }

// Marks returns what a query is about, to mark it in the texts of passages.
func (x *Index) Marks(q query.Query) *snippet.Highlighter {
	if q.Root == nil {
		return &snippet.Highlighter{}
	}
	return snippet.New(x.collection.Planner(context.Background(), false, false).Plan(q.Root))
}
