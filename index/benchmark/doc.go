// Command benchmark compares this program's search with others on the same
// passages and queries, and prints a table:
//
//	go run .                        the real documents
//	go run . -n 100000              as many made passages (package generate)
//	go run . -tags sqlite_fts5 .    with SQLite in C too (needs a C compiler)
//
// It is a module of its own, so that the program needs none of the others.
//
// Every engine answers the queries of queries.txt with the ten best passages, a
// snippet of each with the words marked, the total, and the counts of four
// facets; caches of answers and expansion of words are off.
//
//   - socsearch: all facets (seven), four fields (text, headings, names of
//     organisations, footnotes), words close to each other first; expansion off.
//   - bleve as it comes: a match query over the text (analyzer en), four facet
//     requests over keyword fields, the html highlighter.
//   - bluge: the same: a match query, terms aggregations, the HTML highlighter.
//   - SQLite FTS5: tokenizer porter; bm25, snippet(), count(*), and one GROUP BY
//     over a table of facet values; words joined by OR as in a match query, and
//     in another row by AND, which finds and counts far less.
//   - tantivy (Rust; the folder tantivy, built by cargo where it is there): text in
//     en_stem with positions, stored; four facets as fast fields, aggregated; a
//     snippet generator; one segment; 400 MB for its writer; words joined by OR, and
//     in another row by AND.
//
// tantivy takes the same figures in a process of its own. All others run in this one
// with GOGC 400 and a memory limit of 400 MB, one after the other: latencies one
// query at a time, queries a second with a goroutine for each processor. Figures
// are medians of the rounds. "Found" is how many passages all queries find together.
package main
