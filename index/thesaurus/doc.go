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
// Three tables, each looked up where it stands in the program, without reading
// it first (see table):
//
//	field.tsv     the vocabulary of the field, by hand: field.yaml, with reasons
//	everyday.tsv  words that the documents don't use, from WordNet
//	spelling.tsv  other spellings of the documents' words, from WordNet
//
// A word is first spelled as the documents spell it (organized crime), then
// looked up. Where the thesaurus of the field has the word, everyday.tsv isn't
// asked: someone has thought about it. All words that are led to occur in the
// embedded documents, and no headword of everyday.tsv does; tests say so.
//
// The files are made by command generate in the folder below, with packages
// vocabulary (what the documents print) and wordnet (the dictionary), and are
// committed, so that WordNet isn't needed to build or test:
//
//	apt-get install wordnet-base
//	go generate ./index/thesaurus
//
// # The weights
//
// A weight tells how far the other words stand for what was typed: 1 would be
// the word itself.
//
//	spelling  0.95
//	field     0.8, 0.5 or 0.25, as field.yaml says: high, medium, low
//	others    the sum over the senses of the word, of
//	          the sense's share among the uses of the word
//	          × the steps from that sense to the other
//	          × how likely the other word is meant in that sense
//	          × its rarity and how much it is at home in the documents
//
// Shares come from WordNet's counts in tagged texts. Steps are 1 for a synonym,
// 0.8 for a word of its family, 0.5 for similar adjectives, 0.6 for the nearest
// broader term, 0.5 for a narrower one and 0.35 for another kind of the same
// thing, the last three times their similarity (Lin's measure on what stands
// below a term in WordNet's hierarchy), which must be high. Rarity is the share
// of the passages that don't hold the word; at home is a word that is commoner
// in the documents than in texts at large. Of what a headword leads to the best
// five are kept, if they come near the best.
//
// So everyday.tsv weighs low and guesses; a search should trust it less than the
// rest, and show what it did.
//
// # Licence
//
// WordNet 3.0 is © 2006 Princeton University; WORDNET-LICENSE allows use,
// change and distribution and goes with the files made from it.
package thesaurus

//go:generate go run ./generate -wordnet /usr/share/wordnet -dir .
