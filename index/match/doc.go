// Package match runs plans: it reads lists of postings and makes scored hits of
// them, by BM25F, by what share of the query a passage covers, and by how close
// its words are to each other.
//
// Lists come from an [engine.Source]. What was decoded is kept, up to so many
// bytes; hits and sets of one search come from an [Arena], whose memory the next
// search uses again.
package match
