// Package local is the engine on bleve, and the only package that knows of it.
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
// the hashes of a large index while it already serves.
package local
