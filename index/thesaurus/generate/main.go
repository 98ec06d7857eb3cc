// Command generate makes from field.yaml, which people write, field.tsv, which the
// program looks up.
//
//	generate -dir index/thesaurus
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	dir := flag.String("dir", ".", "`folder` of package thesaurus: field.yaml is read there and field.tsv goes there")
	flag.Parse()
	if err := run(*dir); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	table, err := fieldTable(dir)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "field.tsv"), []byte(table), 0o644)
}

// fieldTable returns the content of field.tsv.
func fieldTable(dir string) (string, error) {
	data, err := os.ReadFile(filepath.Join(dir, "field.yaml"))
	if err != nil {
		return "", err
	}
	entries, err := parseField("field.yaml", data)
	if err != nil {
		return "", err
	}
	const head = "# Made by index/thesaurus/generate from field.yaml. Not to be edited.\n"
	return head + field(entries), nil
}
