package index

import (
	"socsearch/index/engine"
	"socsearch/index/library"
	"socsearch/index/local"
	"socsearch/index/plan"
	"socsearch/index/schema"
	"socsearch/index/snippet"
)

// The rooms' types that whoever uses an index meets.
type (
	Manifest = local.Manifest
	Origin   = local.Origin
	Meaning  = local.Meaning
	Option   = local.Option

	Document    = library.Document
	Filter      = engine.Filter
	Filters     = engine.Filters
	Facet       = engine.Facet
	Count       = engine.Count
	FacetValue  = engine.FacetValue
	Match       = engine.Match
	Standing    = engine.Standing
	Obstacle    = engine.Obstacle
	FacetField  = schema.FacetField
	Expanded    = plan.Expanded
	Snippet     = snippet.Snippet
	Highlighter = snippet.Highlighter
)

// The origins of documents, and whether vectors are made.
const (
	OriginEmbedded = local.OriginEmbedded
	OriginFolder   = local.OriginFolder

	MeaningAuto  = local.MeaningAuto
	MeaningOn    = local.MeaningOn
	MeaningOff   = local.MeaningOff
	MeaningKnown = local.MeaningKnown
	AutoMeaning  = local.AutoMeaning
)

// The ways in which a passage is found.
const (
	MatchWords   = engine.MatchWords
	MatchPartial = engine.MatchPartial
	MatchFamily  = engine.MatchFamily
	MatchMeaning = engine.MatchMeaning
)

// The facets that are known by name.
const (
	FacetOrganisation = schema.FacetOrganisation
	FacetDocument     = schema.FacetDocument
	FacetCommitment   = schema.FacetCommitment
)

// FacetFields lists the facets in the order in which a page shows them.
var FacetFields = schema.FacetFields

// The errors of building and opening.
var (
	ErrLocked  = local.ErrLocked
	ErrNoIndex = local.ErrNoIndex
)

// What builds an index: see package local.
var (
	Build        = local.Build
	BuildFrom    = local.BuildFrom
	WithMeaning  = local.WithMeaning
	WithProgress = local.WithProgress
	Current      = local.Current
)
