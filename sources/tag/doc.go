// Package tag says of each passage which organisations it names, which it
// implies, which strands of the strategy and which threats it speaks of.
//
// In come passages, as package split makes them, and the vocabularies: a
// [Gazetteer] of organisations, and the words by which a threat is known. Out
// come the same passages with Organisations, Implied, Strands and Threats set,
// each mention with the words and the place that it rests on.
//
//	gazetteer.go  reads organisations.yaml and completes it from the annex
//	words.go      cuts text into words with their places
//	match.go      finds the longest names of a dictionary in those words
//	mentions.go   turns what was found into mentions, named and implied
//	threats.go    threats
//	strands.go    strands
//
// A name is found as whole words, in the case in which it is printed, longest
// first, whatever stands after it (’s, a hyphen, a bracket). Phrases that look
// like a name and aren't one stand in the gazetteer as masks and take part in
// the match.
package tag
