// Package thesaurus leads from the words that people type to the words that the
// documents print: from jail to prison, from people smuggling to organised
// immigration crime, from UWO to Unexplained Wealth Orders.
//
// In goes a word or phrase as it was typed; out come [Expansion]s, the best
// first, each with a weight and with how it stands to what was typed. Words are
// compared by their lemmas, so that jails and jailed are jail. Words of one family
// that are no inflections are another matter: package morphology knows them.
// [Thesaurus.Longest] finds the phrases in a row of words.
//
// # The data
//
//	field.tsv     the vocabulary of the field: made from field.yaml, which is
//	              written by hand, each entry with its reason
//	spelling.tsv  other spellings of the documents' words, by hand
//
// field.tsv is looked up where it stands in the program, without reading it first
// (see table). A word is first spelled as the documents spell it (organized
// crime), then looked up. All words that are led to occur in the embedded
// documents; a test says so. After a change to field.yaml:
//
//	go generate ./index/thesaurus
//
// WordNet's synonyms, broader and narrower terms were here too. Over queries that
// had no part in choosing their weights they brought nothing: a dictionary doesn't
// know what a document is about.
//
// # The weights
//
// A weight tells how far the other words stand for what was typed: 1 would be
// the word itself. Another spelling has 0.95; entries of the field have 0.8, 0.5 or
// 0.25, as field.yaml says: high, medium, low.
package thesaurus

//go:generate go run ./generate -dir .
