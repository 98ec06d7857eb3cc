// Command generate makes the tables of package morphology: words.tsv,
// families.tsv and, from the embedded documents, documents.tsv.
//
//	generate -lemminflect lemma_lu.csv.gz -wordnet DIR -words FILE,FILE -dir index/morphology
//
// The same sources, corrections and documents give the same files. With
// -lemminflect "" it makes documents.tsv alone, from the tables as they are
// built in.
package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	lexicon := flag.String("lemminflect", "", "`file` lemma_lu.csv.gz of LemmInflect")
	dict := flag.String("wordnet", "/usr/share/wordnet", "`folder` of WordNet's dictionary")
	lists := flag.String("words", "", "`files` of words, one a line, parted by commas")
	dir := flag.String("dir", ".", "`folder` of package morphology")
	flag.Parse()
	if err := run(*lexicon, *dict, strings.Split(*lists, ","), *dir); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(lexicon, dict string, lists []string, dir string) error {
	files := map[string]string{}
	if lexicon != "" {
		made, err := fromDictionaries(lexicon, dict, lists, dir)
		if err != nil {
			return err
		}
		maps.Copy(files, made)
	} else {
		text, err := documents()
		if err != nil {
			return err
		}
		files["documents.tsv"] = text
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// fromDictionaries returns the contents of words.tsv and families.tsv.
func fromDictionaries(lexicon, dict string, lists []string, dir string) (map[string]string, error) {
	fixes, err := readCorrections(filepath.Join(dir, "corrections.txt"))
	if err != nil {
		return nil, err
	}
	d, err := readDerivations(os.DirFS(dict))
	if err != nil {
		return nil, fmt.Errorf("reading WordNet: %w", err)
	}
	listed := map[string]bool{}
	for _, path := range lists {
		if err := addList(listed, path); err != nil {
			return nil, err
		}
	}
	w, err := readLexicon(lexicon, func(lemma string) bool { return listed[lemma] || d.lemmas[lemma] })
	if err != nil {
		return nil, err
	}
	w.addListed(listed)
	w.dropRedundant()
	maps.Copy(w, fixes.lemmas)
	return map[string]string{"words.tsv": w.String(), "families.tsv": families(d, fixes)}, nil
}
