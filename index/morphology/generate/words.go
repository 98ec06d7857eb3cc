package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"socsearch/index/morphology"
)

// lemmasOf has the lemmas of words in small letters, the word itself first if it
// is one of them.
type lemmasOf map[string][]string

// readLexicon reads LemmInflect's table: a line is a form, a part of speech and
// its lemmas, parted by slashes. A lemma that isn't known elsewhere is left out
// where the form has one that is: develope of developed.
func readLexicon(path string, known func(string) bool) (lemmasOf, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	all := lemmasOf{}
	for s := bufio.NewScanner(z); s.Scan(); {
		fields := strings.Split(s.Text(), ",")
		if len(fields) != 3 {
			return nil, fmt.Errorf("%s: %q isn't a form, a part of speech and lemmas", path, s.Text())
		}
		form := strings.ToLower(fields[0])
		for _, lemma := range strings.Split(strings.ToLower(fields[2]), "/") {
			if isPlain(form) && isPlain(lemma) && !slices.Contains(all[form], lemma) {
				all[form] = append(all[form], lemma)
			}
		}
	}
	for form, lemmas := range all {
		good := slices.DeleteFunc(slices.Clone(lemmas), func(l string) bool { return !known(l) })
		if len(good) > 0 {
			all[form] = good
		}
	}
	return all, nil
}

// addList adds the words of a list, one a line, but for possessives.
func addList(listed map[string]bool, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	for s.Scan() {
		if word := strings.ToLower(s.Text()); isPlain(word) {
			listed[word] = true
		}
	}
	return s.Err()
}

// addListed adds words that the lexicon lacks. A word with a regular ending is a
// form of the word before the ending if that is in the lists too; not if the
// lexicon has that word, and so all its forms, unless it is a plural.
func (w lemmasOf) addListed(listed map[string]bool) {
	inLexicon := maps.Clone(w)
	for word := range listed {
		if _, known := inLexicon[word]; known {
			continue
		}
		w[word] = []string{word}
		for _, ending := range []string{"s", "ed", "ing"} {
			for _, base := range morphology.Detach(word, ending) {
				if _, known := inLexicon[base]; listed[base] && len(w[word]) == 1 && (ending == "s" || !known) {
					w[word] = append(w[word], base)
				}
			}
		}
	}
}

// dropRedundant takes a word from its own lemmas where it is no other word's: all
// that have it have its other lemmas too (united: unite).
func (w lemmasOf) dropRedundant() {
	users := map[string]int{}
	for _, lemmas := range w {
		for _, l := range lemmas {
			users[l]++
		}
	}
	for form, lemmas := range w {
		if len(lemmas) > 1 && users[form] == 1 {
			lemmas = slices.DeleteFunc(slices.Clone(lemmas), func(l string) bool { return l == form })
		}
		if i := slices.Index(lemmas, form); i > 0 {
			lemmas = slices.Insert(slices.Delete(slices.Clone(lemmas), i, i+1), 0, form)
		}
		w[form] = lemmas
	}
}

// String returns the table.
func (w lemmasOf) String() string {
	var b strings.Builder
	b.WriteString("# Made by index/morphology/generate; see ../doc.go for sources and licences. Not to be edited.\n")
	for _, word := range slices.Sorted(maps.Keys(w)) {
		b.WriteString(word)
		if lemmas := w[word]; len(lemmas) > 1 || lemmas[0] != word {
			b.WriteString("\t" + strings.Join(lemmas, " "))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// isPlain reports whether a word is of the letters a to z alone.
func isPlain(word string) bool {
	return word != "" && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == ""
}
