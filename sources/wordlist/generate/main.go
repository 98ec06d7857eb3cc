// Command generate makes words.txt: the words of Debian's word lists and the
// hyphenated words of WordNet, sorted, one a line, in small letters.
package main

import (
	"bufio"
	"flag"
	"log"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
)

func main() {
	lists := flag.String("words", "", "word lists, a word a line, comma-separated")
	wordnet := flag.String("wordnet", "", "folder of WordNet's index files")
	out := flag.String("out", "words.txt", "file to write")
	flag.Parse()
	words := map[string]bool{}
	for _, name := range strings.Split(*lists, ",") {
		collect(words, name, regexp.MustCompile(`^[a-z]{2,}$`))
	}
	for _, part := range []string{"noun", "verb", "adj", "adv"} {
		collect(words, *wordnet+"/index."+part, regexp.MustCompile(`^[a-z]+(?:-[a-z]+)+$`))
	}
	if err := os.WriteFile(*out, []byte(strings.Join(slices.Sorted(maps.Keys(words)), "\n")+"\n"), 0o644); err != nil {
		log.Fatal(err)
	}
}

// collect adds the first words of a file's lines that match.
func collect(words map[string]bool, name string, match *regexp.Regexp) {
	f, err := os.Open(name)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		w, _, _ := strings.Cut(s.Text(), " ")
		if w = strings.ToLower(w); match.MatchString(w) {
			words[w] = true
		}
	}
}
