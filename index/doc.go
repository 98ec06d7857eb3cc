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
//	gen-…/store/         the bleve index (scorch)
//
// [Build] writes a generation and then replaces "current", so that a reader
// finds the old index or the new one, whole. [Open] checks everything that the
// manifest says before it believes anything.
//
// # The way of a search
//
//	text → query.Parse → tree             (package query)
//	→ plan: words become terms            plan.go
//	→ hits: documents with scores         match.go, phrase.go
//	→ filters and facets                  facets.go
//	→ the page's passages with snippets   search.go, snippet.go
package index
