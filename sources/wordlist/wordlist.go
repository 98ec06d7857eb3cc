// Package wordlist knows English words, British and American, so that a word
// that a line's end broke can be told from one that has a hyphen of its own.
//
// words.txt holds the words of SCOWL as Debian's wamerican and wbritish have them
// (SCOWL-LICENSE) and the hyphenated words of WordNet 3.0 (WORDNET-LICENSE),
// sorted, in small letters. It is looked up where it stands in the program.
package wordlist

//go:generate go run ./generate -words /usr/share/dict/american-english,/usr/share/dict/british-english -wordnet /usr/share/wordnet

import (
	_ "embed"
	"sort"
	"strings"
)

//go:embed words.txt
var words string

// Has reports whether a word in small letters is in the list. A hyphenated word
// is in it as such.
func Has(word string) bool {
	if word == "" || strings.Contains(word, "\n") {
		return false
	}
	// The first byte from which on all lines sort after the word.
	at := sort.Search(len(words), func(i int) bool { return line(i) >= word })
	return at < len(words) && line(at) == word
}

// line returns the list's line that holds byte i.
func line(i int) string {
	from := strings.LastIndexByte(words[:i], '\n') + 1
	to := strings.IndexByte(words[from:], '\n')
	return words[from : from+to]
}
