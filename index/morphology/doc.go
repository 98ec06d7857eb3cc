// Package morphology knows the forms of English words: which words are
// inflections of one, which are of one family, and which are spelled correctly.
//
// In goes a word in small letters, without accents and possessive. [Lemmas]
// returns the words under which a dictionary has it: child for children, lead
// for led, meeting and meet for meeting. Two words are inflections of one if
// they share a lemma. [Relatives] returns words of the same family, which are
// other words: government and governance. [Known] reports whether a word is in
// an English dictionary, so that nobody takes it for a slip of the pen.
//
// # The data
//
//	words.tsv        English words with their lemmas, where these differ from the word
//	families.tsv     words that are derived from one another
//	corrections.txt  what the two have wrong, by hand, with reasons
//	documents.tsv    what all this makes of every word of the embedded documents
//
// The tables are looked up where they stand in the program, by binary search.
// documents.tsv isn't read by the program: it is there to be read by people. A
// line is a word, its printed forms with the number of their passages, and its
// relatives in the documents. Where it is wrong, add a line to corrections.txt
// and make the files again:
//
//	apt-get install wordnet-base wamerican wbritish
//	pip download --no-deps lemminflect==0.2.3 && unzip lemminflect-0.2.3-*.whl
//	go generate ./index/morphology
//
// A word that words.tsv lacks is taken apart by rules, without a guess at what
// it means: see [Lemmas].
//
// # Sources and licences
//
// Lemmas are those of LemmInflect 0.2.3 by Brad Jascob (MIT licence:
// LEMMINFLECT-LICENSE), which drew them from the SPECIALIST Lexicon of the U.S.
// National Library of Medicine, and which is free to use with that
// acknowledgement. Words that it lacks are from SCOWL, as Debian's wamerican and
// wbritish have it (SCOWL-LICENSE). Families are those of WordNet 3.0
// (© 2006 Princeton University; WORDNET-LICENSE).
package morphology

//go:generate go run ./generate -lemminflect lemminflect/resources/lemma_lu.csv.gz -wordnet /usr/share/wordnet -words /usr/share/dict/american-english,/usr/share/dict/british-english -dir .
