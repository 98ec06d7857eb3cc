package index

import (
	"context"
	"strings"
	"time"

	"socsearch/index/engine"
	"socsearch/index/plan"
	"socsearch/index/query"
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
	Everywhere []engine.Standing
	Facets     []engine.Facet
	Expanded   []plan.Expanded // what was searched for besides the words themselves
	Notes      []string        // sentences: how the query was read, beyond the notes of the query
	// Suggestion is another spelling of the query that finds something; "" for
	// none.
	Suggestion  string
	ZeroResults *ZeroResults // why nothing was found; nil if something was
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
	Match   engine.Match
	Because string // of one found by meaning, the sentence that is nearest; it is the snippet, too
}

// Search answers a request: it plans what the query means, has the engine find
// it, and tells what was found.
func (x *Index) Search(ctx context.Context, r Request) (*Results, error) {
	if x.OnSearch != nil {
		started := time.Now()
		defer func() { x.OnSearch(time.Since(started)) }()
	}
	read, err := x.collection.Read(ctx, r.Query, plan.Options{Places: r.Places, PlacesFirst: r.PlacesFirst, Exact: r.Exact, Plain: r.Plain})
	if err != nil {
		return nil, err
	}
	wanted := engine.Search{
		Ask: read.Ask, Filters: r.Filters, Implied: r.Implied,
		InOrder: r.Sort == SortDocument || r.Query.Root == nil, From: (r.Page - 1) * r.PerPage, Size: r.PerPage,
		Most: r.Most, Everywhere: r.Everywhere,
		ByMeaning: x.byMeaning(r, read),
	}
	kin, err := x.planKin(ctx, r)
	if err != nil {
		return nil, err
	}
	if kin != nil {
		wanted.Kin, wanted.KinSize = kin.plan, mostNear
	}
	found, err := x.engine.Find(ctx, wanted)
	if err != nil {
		return nil, err
	}
	results := &Results{
		Total: found.Total, Whole: found.Whole, Literal: found.Literal, Loose: found.Loose,
		Facets: found.Facets, Everywhere: found.Everywhere,
		Expanded: read.Expanded, Notes: read.Notes,
	}
	x.explain(results, r, found, read)
	if results.Hits, err = x.hits(ctx, found.Hits, snippet.New(read.Marked)); err != nil {
		return nil, err
	}
	for _, h := range found.Hits {
		if h.Match == engine.MatchMeaning {
			results.ByMeaning++
			results.ZeroResults = nil
		}
	}
	if kin != nil {
		results.Near, err = x.kindred(ctx, found.Kin, kin)
	}
	return results, err
}

// hits makes results of what an engine found.
func (x *Index) hits(ctx context.Context, found []engine.Hit, marks *snippet.Highlighter) ([]Hit, error) {
	entries, err := x.entries(ctx, found)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	hits := make([]Hit, len(found))
	for i, f := range found {
		hits[i] = Hit{Passage: entries[i].Passage, Score: f.Score, Match: f.Match, Partial: f.Match == engine.MatchPartial, Because: f.Because}
		if f.Match == engine.MatchMeaning {
			hits[i].Snippet = wholeSentence(f.Because)
		} else {
			hits[i].Snippet = marks.Snippet(entries[i])
		}
	}
	return hits, nil
}

// explain says what a person may want to know of how little was found.
func (x *Index) explain(results *Results, r Request, found *engine.Found, read *plan.Reading) {
	for phrase, instead := range read.Instead {
		results.Suggestion = strings.Replace(r.Query.String(), phrase, instead, 1)
	}
	if len(r.Places) == 0 {
		x.explainWords(results, r)
	}
	if results.Total == 0 {
		results.ZeroResults = &ZeroResults{found.WithoutFilters, found.Obstacles}
	}
	if found.Loose && found.WithoutFilters == 0 {
		results.Fillers = x.fillers(plan.PlainWords(r.Query))
	}
}

func (x *Index) explainWords(results *Results, r Request) {
	if s := x.suggestSpelling(r, results.Expanded); s != "" {
		results.Suggestion = s
	}
	results.Unused = x.unused(r.Query, results.Expanded)
	results.NotUsed = x.notUsed(results.Unused)
}

// Values lists the values of a closed facet in their natural order; nil for an
// open one.
func (x *Index) Values(facet string) []engine.FacetValue { return x.Catalogue.ClosedValues(facet) }

// Label returns what a person reads for a value of a facet.
func (x *Index) Label(facet, value string) string { return x.Catalogue.Label(facet, value) }

// Highlighter returns what a query is about, to mark it in the texts of passages.
func (x *Index) Highlighter(q query.Query) *snippet.Highlighter {
	if q.Root == nil {
		return &snippet.Highlighter{}
	}
	return snippet.New(x.collection.Planner(context.Background(), false, false).Plan(q.Root))
}
