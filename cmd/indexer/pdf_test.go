package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"socsearch/sources/document"
	"socsearch/sources/pdf"
	"socsearch/sources/pdf/pdftest"
)

func TestMain(m *testing.M) {
	pdf.RunChild()
	os.Exit(m.Run())
}

// paper draws a page of a paper with numbered paragraphs.
func paper(from, to int) string {
	var b strings.Builder
	b.WriteString("BT /F2 16 Tf 72 700 Td (The Threat) Tj ET\n")
	y := 660
	for n := from; n <= to; n++ {
		fmt.Fprintf(&b, "BT /F1 12 Tf 72 %d Td (%d. This paragraph has a number, words that fill its first line,) Tj ET\n", y, n)
		fmt.Fprintf(&b, "BT /F1 12 Tf 90 %d Td (and a second line that ends it well before the edge.) Tj ET\n", y-14)
		y -= 42
	}
	return b.String()
}

// folder makes a folder of manifests and files.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func leastManifest(slug string) string {
	return fmt.Sprintf("slug: %s\ntitle: The paper %s\nfile: %s.pdf\n", slug, slug, slug)
}

// TestLeastManifest indexes a PDF of which nothing but slug, title and file are
// told.
func TestLeastManifest(t *testing.T) {
	dir := folder(t, map[string]string{"a.yaml": leastManifest("a"), "a.pdf": string(pdftest.Pages(paper(1, 6), paper(7, 12)))})
	var out bytes.Buffer
	if err := run(context.Background(), []string{"-sources", dir, "-dump"}, &out, os.Stderr); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 12 {
		t.Fatalf("%d passages, want 12:\n%s", len(lines), &out)
	}
	var p document.Passage
	if err := json.Unmarshal([]byte(lines[6]), &p); err != nil {
		t.Fatal(err)
	}
	const text = "This paragraph has a number, words that fill its first line, and a second line that ends it well before the edge."
	if p.ID != "a/7" || p.Label != "para 7" || p.Text != text || p.Page != 0 || len(p.Section) != 1 || p.Section[0] != "The Threat" {
		t.Errorf("passage 7 is %+v", p)
	}
	if err := run(context.Background(), []string{"-sources", dir, "-index", filepath.Join(t.TempDir(), "index")}, new(bytes.Buffer), os.Stderr); err != nil {
		t.Error(err)
	}
}

// TestKeepGoing checks that documents that can't be read are named, a line each,
// and left out with -keep-going only.
func TestKeepGoing(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.yaml": leastManifest("a"), "a.pdf": string(pdftest.Pages(paper(1, 6))),
		"b.yaml": leastManifest("b"), "b.pdf": "no PDF at all",
		"c.yaml": leastManifest("c"), "c.pdf": string(pdftest.Pages("")),
		"d.yaml": leastManifest("d"),
		"e.yaml": "slug: e\ntitel: wrong\n",
	})
	index := filepath.Join(t.TempDir(), "index")
	if err := run(context.Background(), []string{"-sources", dir, "-index", index}, new(bytes.Buffer), os.Stderr); err == nil {
		t.Error("run without -keep-going succeeded")
	}
	if _, err := os.Stat(index); err == nil {
		t.Error("there is an index although documents failed")
	}
	var out, errs bytes.Buffer
	err := run(context.Background(), []string{"-sources", dir, "-index", index, "-keep-going"}, &out, &errs)
	if err == nil || !strings.Contains(err.Error(), "4 of the documents") {
		t.Errorf("run with -keep-going = %v, want an error that counts 4 documents", err)
	}
	if !strings.Contains(out.String(), "Indexed 6 passages of 1 documents") {
		t.Errorf("summary: %s", &out)
	}
	lines := strings.Split(strings.TrimSpace(errs.String()), "\n")
	for i, want := range []string{"e.yaml", "b.pdf", "c.pdf: no text layer: run OCR first", "d.pdf"} {
		if i >= len(lines) || !strings.Contains(lines[i], want) {
			t.Errorf("failures:\n%swant one with %q in line %d", &errs, want, i+1)
		}
	}
}

// TestPasses prints what each pass finds in a made paper.
func TestPasses(t *testing.T) {
	path := filepath.Join(folder(t, map[string]string{"a.pdf": string(pdftest.Pages(paper(1, 6), paper(7, 12)))}), "a.pdf")
	var out bytes.Buffer
	if err := run(context.Background(), []string{"-inspect", path, "-passes"}, &out, os.Stderr); err != nil {
		t.Fatal(err)
	}
	// 26 lines: two headings, twelve numbers and a second line of each paragraph.
	if want := regexp.MustCompile(`(?m)^large headings +24 +0 +0 +0 +2 +0 (?s:.*)^paragraph numbers +12 +0 +0 +0 +2 +12 `); !want.MatchString(out.String()) {
		t.Errorf("the passes are\n%s", &out)
	}
	if err := run(context.Background(), []string{"-passes"}, new(bytes.Buffer), new(bytes.Buffer)); !errors.As(err, new(usageError)) {
		t.Errorf("-passes alone: %v, want a mistake in the command line", err)
	}
}

// TestInspect checks that what -inspect prints is a manifest, and that a document
// with it is split as with the least one.
func TestInspect(t *testing.T) {
	for _, name := range pdftest.Fixtures {
		t.Run(name, func(t *testing.T) {
			path := pdftest.Fixture(t, name)
			var out bytes.Buffer
			if err := run(context.Background(), []string{"-inspect", path}, &out, os.Stderr); err != nil {
				t.Fatal(err)
			}
			m, err := document.ParseManifest(name, out.Bytes())
			if err != nil {
				t.Fatalf("%v\n%s", err, &out)
			}
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			least := fmt.Sprintf("slug: %s\ntitle: x\nfile: %s\n", m.Slug, m.File)
			if m.Published != "" { // periods such as "later this year" count from it
				least += "published: " + m.Published + "\n"
			}
			if m.Author != "" { // whose "we" it is
				least += fmt.Sprintf("author: %q\n", m.Author)
			}
			full := dumpOf(t, folder(t, map[string]string{"a.yaml": out.String(), m.File: string(data)}))
			if got := dumpOf(t, folder(t, map[string]string{"a.yaml": least, m.File: string(data)})); got != full {
				t.Errorf("the manifest that was worked out splits otherwise than the least one: %s", firstDifference(got, full))
			}
		})
	}
	image := pdftest.Fixture(t, pdftest.ImageOnly)
	err := run(context.Background(), []string{"-inspect", image}, new(bytes.Buffer), os.Stderr)
	if want := pdftest.ImageOnly + ": no text layer: run OCR first (for example `ocrmypdf`)"; err == nil || err.Error() != want {
		t.Errorf("inspecting a PDF of pictures = %v, want %s", err, want)
	}
}

func dumpOf(t *testing.T, dir string) string {
	t.Helper()
	var out bytes.Buffer
	if err := run(context.Background(), []string{"-sources", dir, "-dump"}, &out, os.Stderr); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return x[i] + "\n" + y[i]
		}
	}
	return "one is longer"
}
