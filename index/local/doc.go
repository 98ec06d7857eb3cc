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
//	gen-…/store/         the bleve index (scorch): which passages have a term, a tag, an id
//	gen-…/places.bin     how often a term stands in each of its passages, and where; all
//	                     of word forms as written
//	gen-…/blocks.bin     where in places.bin each term is
//	gen-…/lengths.bin    how many terms each passage's fields have
//	gen-…/terms.tsv      every term with the numbers of passages that have it
//	gen-…/passages.bin   the passages, compressed some twenty at a time
//	gen-…/packs.bin      where in passages.bin each passage is
//	gen-…/facets.bin     for each value of a facet the passages that have it
//	gen-…/names.jsonl    for each passage what references name it by
//	gen-…/vectors.bin    what passages mean, as numbers; not where that is off
//
// The number of a document in the store is the place of its passage in reading order
// (see inOrder), so that all these files count passages alike.
//
// Bleve could keep places, frequencies and passages itself, and did: five numbers for
// each place where one is needed, norms for each occurrence, each passage compressed
// alone, and every word twice, as its term and as it is written. A hundred thousand
// passages took 340 MB so, and most of the time of a build.
//
// [Build] writes a generation and then replaces "current", so that a reader
// finds the old index or the new one, whole; a lock keeps other builders out.
// [Open] checks everything that the manifest says before it believes anything,
// the hashes of a large index while it already serves.
package local
