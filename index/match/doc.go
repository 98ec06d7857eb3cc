// Package match runs plans: it reads lists of postings and makes scored hits of
// them, by BM25F, by what share of the query a passage covers, and by how close
// its words are to each other.
//
// Closeness of words is looked at in the hits that reach the first pages alone, the
// proximityLooked best: it is a second phase over a window, as search engines have
// it. Without the bound the slowest hundredth of searches over 100,000 passages took
// three times as long; with it an engine that hands over its best candidates can do
// the same. An engine is held to the same hits with
// the same scores up to that many hits, and beyond it to the same totals and facets.
//
// Lists come from an [engine.Source]. What was decoded is kept, up to a number of
// bytes; hits and sets of one search come from an [Arena], whose memory the next
// search uses again.
//
//	find.go          a search: strictly, wider, loosely, by families, at named places
//	match.go         a plan's nodes, one in the other → hits
//	covering.go      words side by side: how much of them a passage must have
//	phrase.go        words that stand together, or close to each other
//	levels.go        passages that print all that was asked for, before others
//	telling.go       in a sentence, passages with the words that tell
//	tail.go          passages with some of the words, behind those with all
//	nearness.go      ranks by words and by meaning
//	sets.go          which documents match, without scores; bitset.go
//	hits.go          scores, and hits put together
//	topk.go          the best of many
//	postingcache.go  lists that are read once
//	arena.go         memory that searches share
package match
