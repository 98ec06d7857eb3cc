package engine

import (
	"context"

	"socsearch/index/meaning"
	"socsearch/index/plan"
)

// Search is what is asked of an engine.
type Search struct {
	Ask     plan.Ask
	Filters Filters
	Implied bool // the organisation filter matches implied organisations, too

	// InOrder lists hits in reading order instead of the best first; those that
	// match some of the words only come last in either order.
	InOrder    bool
	From, Size int // the part of the list that is wanted; Size 0: facets alone
	Most       int // how many hits there may be for any to be listed; 0: no matter
	Everywhere bool

	// Kin asks for passages besides, that weren't found: the best KinSize of those
	// that print all of this plan, under the same filters. nil: none.
	Kin     plan.Node
	KinSize int

	// ByMeaning ranks by meaning, too, where an engine can; nil: by words alone.
	ByMeaning *ByMeaning
}

// ByMeaning is how meaning is taken in.
type ByMeaning struct {
	// Question returns what a query means; nil where it is meant as it is. It takes
	// milliseconds and is asked once the words have found what they find.
	Question func(ctx context.Context, found Tally) (*meaning.Query, error)
	// Alone is how many passages may be listed that haven't the words and are Least
	// near, on the first page.
	Alone int
	Least float32
}

// Tally is how much was found before any filter.
type Tally struct {
	Hits  int
	Whole int // match all of the words
	Loose bool
}

// Found is what a search found.
type Found struct {
	Total   int // hits under the filters
	Whole   int // of them, those that match all of the words
	Literal int // of them, those that print all of the words themselves
	Loose   bool
	Facets  []Facet
	Hits    []Hit
	// Everywhere is where all hits stand, in reading order, if that was asked for.
	Everywhere []Standing
	Kin        []Hit

	WithoutFilters int        // hits before any filter
	Obstacles      []Obstacle // where nothing is left, what each facet's filters hold back
}

// Hit is a passage that was found.
type Hit struct {
	Place   int
	Score   float32 // 0 where nothing was searched for
	Match   Match
	Because string // of one found by meaning, the sentence that is nearest
}

// Match says how a passage was found.
type Match string

// The ways in which a passage is found.
const (
	MatchWords   Match = "words"   // it has all that was asked for
	MatchPartial Match = "partial" // it has some of it
	MatchFamily  Match = "family"  // it has words of the same family alone, for one of the words at least
	MatchMeaning Match = "meaning" // it has no word that tells, and is close in meaning
)

// Standing is where a hit stands.
type Standing struct {
	Place   int  // in reading order, from 0
	Partial bool // it matches some of the words only
}

// Obstacle is the filters by a facet, and how many passages would be left without
// them.
type Obstacle struct {
	Facet   string
	Without int
}
