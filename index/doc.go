// Package index builds the index of all passages and searches it. It is the
// only package that knows of bleve, which analyses, stores and reads the
// inverted index; what a query means, how hits are scored, faceted and quoted
// is decided here.
//
// # On disk
//
// An index is a folder that holds generations, each a folder that is written
// once and never changed:
//
//	current          names the generation in use
//	gen-…/manifest.json  format version, corpus hash, size and SHA-256 of each file
//	gen-…/corpus.json    documents, organisations, threats
//	gen-…/order.u32      for each bleve document its place in reading order
//	gen-…/facets.bin     for each value of a facet the documents that have it
//	gen-…/terms.tsv      every term with the numbers of documents that have it
//	gen-…/names.jsonl    for each passage what references name it by
//	gen-…/vectors.bin    what passages mean, as numbers; not where that is off
//	gen-…/store/         the bleve index (scorch)
//
// [Build] writes a generation and then replaces "current", so that a reader
// finds the old index or the new one, whole; a lock keeps other builders out.
// [Open] checks everything that the manifest says before it believes anything,
// the hashes of a large index while it already serves. [Live] swaps indexes
// while searches are under way.
//
// # The way of a search
//
//	text → query.Parse → tree             (package query)
//	→ plan: words become terms            plan.go, planwords.go, respell.go, expand.go
//	→ hits: documents with scores         match.go, phrase.go, postings.go
//	  of sentences by the words that tell  sentence.go
//	→ questions by meaning, too           nearness.go, package meaning
//	→ filters and facets, by bits         facets.go, bitset.go
//	→ the page's passages with snippets   top.go, snippet.go, tokens.go
//
// What the store has of a term is decoded when it is first asked for and kept
// (lists.go), up to so many bytes: all of a few papers, of a large collection
// what people look for. No answers are kept here.
package index
