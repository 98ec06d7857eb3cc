// Package quotation judges whether quoted words stand in the passages of some
// documents, and where.
//
// In come passages ([New]) and a quotation ([Corpus.Match]); out comes a
// [Result]: exact, altered or absent, every place of the words, the difference
// word by word, and warnings about what marked changes hide.
//
// # The algorithm
//
//  1. Words. A text becomes words (words.go): letters and digits, an apostrophe
//     within, a currency's sign and a per-cent sign with their number. White
//     space, quotation marks, bullets and the shape of dashes and apostrophes
//     don't count; that a hyphen joins two words does. In a quotation an ellipsis
//     is a gap, and square brackets are a wildcard or, inside a word, a pattern.
//  2. Candidates. Each word of the quotation votes, by how rare it is, for the
//     places where it would begin if it were quoted from there; pairs of words
//     that also follow each other in the document weigh more. Where the votes
//     are most, in stretches of a few words, is a candidate (candidates.go).
//  3. Alignment. Each candidate's surroundings are aligned with the quotation by
//     the least cost of words changed, left out and put in (Needleman and
//     Wunsch, with free ends in the document; a gap may pass over words at next
//     to no cost; align.go).
//  4. Judgement. No difference makes it exact; else the words that agree must be
//     enough, and in runs, to say that they come from there (judge.go); where
//     that is stands in place.go.
//
// The text of passages is laid out in streams, so that a quotation may go on
// from one paragraph into the next: the numbered paragraphs, foreword and
// entries of a document in one, its boxes and figures in another, each footnote
// and heading in its own.
package quotation
