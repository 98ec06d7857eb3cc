// Package index is the face of the index: it plans what a query means, has an
// engine find it, and tells what was found with snippets, facets, suggestions
// and what to do where nothing was. [Live] swaps indexes while searches are
// under way.
//
// # The rooms
//
//	query      what a person types → a tree
//	analysis   text → terms
//	morphology forms and families of words
//	thesaurus  words that mean the same: data with reasons
//	schema     what is indexed of a passage: fields, facets
//	words      an index's terms; acronyms, spelling, words that tell nothing
//	plan       a tree → what to look for
//	engine     what an engine offers; filters and counts
//	match      a plan over lists of postings → scored hits
//	snippet    what to mark and quote
//	library    documents, organisations, what passages are named by
//	meaning    passages and questions as vectors
//	quotation  quoted words → where they stand, what differs
//	draft      a draft's quotations and references, checked
//	lru        what was used last, up to a number of bytes
//	local      the engine on bleve: build, generations, store, facets
//	cluster    the engine on OpenSearch
//	generate   collections of any size, for tests
//	benchmark  a command that compares this search with others
//
// # The way of a search
//
//	text → query.Parse → tree
//	→ plan.Planner: words become terms
//	→ match.Matcher: documents with scores; of sentences by the words that tell
//	→ questions by meaning, too             nearness.go, package meaning
//	→ filters and facets, by bits           package local
//	→ the page's passages with snippets     search.go, passages.go, package snippet
//
// No answers are kept here.
package index
