package main

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"socsearch/sources/pdf/pdftest"
)

// TestStrict builds a paper with a word in white on white: building tells of it,
// and -strict refuses it and builds nothing.
func TestStrict(t *testing.T) {
	doubtful := paper(1, 6) + "1 g BT /F1 12 Tf 72 100 Td (unseen) Tj ET\n"
	dir := folder(t, map[string]string{"a.yaml": leastManifest("a"), "a.pdf": string(pdftest.Pages(doubtful, paper(7, 12)))})
	index := filepath.Join(t.TempDir(), "index")
	var out bytes.Buffer
	if err := run(context.Background(), []string{"-sources", dir, "-index", index, "-meaning", "off"}, &out, new(bytes.Buffer)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"not read: white on white", "doubtful: 6 characters on page 1 of the file are white on white"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the summary lacks %q:\n%s", want, &out)
		}
	}
	var told bytes.Buffer
	err := run(context.Background(), []string{"-sources", dir, "-index", index + "-2", "-meaning", "off", "-strict"}, new(bytes.Buffer), &told)
	if err == nil || !strings.Contains(err.Error(), "-strict") || !strings.Contains(told.String(), "white on white") {
		t.Errorf("-strict: error %v, told %q", err, &told)
	}
	clean := folder(t, map[string]string{"a.yaml": leastManifest("a"), "a.pdf": string(pdftest.Pages(paper(1, 6), paper(7, 12)))})
	if err := run(context.Background(), []string{"-sources", clean, "-index", index + "-3", "-meaning", "off", "-strict"}, new(bytes.Buffer), &told); err != nil {
		t.Errorf("-strict with nothing doubtful: %v", err)
	}
}
