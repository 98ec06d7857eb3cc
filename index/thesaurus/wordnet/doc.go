// Package wordnet reads the database files of Princeton WordNet 3 and answers
// what a thesaurus asks of them.
//
// In come the files of the dictionary folder, in the formats that the manual
// pages wndb(5), cntlist(5) and morphy(7) describe: index.*, data.*, *.exc and
// cntlist.rev. Out come [Sense]s of a word with the share of each among the uses
// of the word, [Synset]s with their words and pointers, base forms of inflected
// words, and how close one synset is to another ([Dictionary.Similarity]).
//
//	read.go        the files
//	senses.go      senses of a word, with their shares
//	morph.go       base forms and inflected forms
//	similarity.go  how much a synset tells, and what two have in common
//
// It is used when the thesaurus is made, never when it is searched.
package wordnet
