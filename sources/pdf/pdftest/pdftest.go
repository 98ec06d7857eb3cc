// Package pdftest makes small PDFs for tests, written out as a person would type
// them.
package pdftest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Assemble returns a PDF of the given objects; the first is object 1 and the
// document's catalogue. trailer is added to the trailer's dictionary.
func Assemble(trailer string, objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var places []int
	for i, o := range objects {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, p := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, xref)
	return b.Bytes()
}

// Stream returns a stream object; dict is added to its dictionary.
func Stream(dict, data string) string {
	return fmt.Sprintf("<< /Length %d %s >>\nstream\n%s\nendstream", len(data), dict, data)
}

// Numbers of the objects that [Objects] makes first.
const (
	Catalogue = 1
	PageTree  = 2
	Resources = 3 // a dictionary that all pages share
	FirstPage = 4 // each page is followed by its contents
)

// Objects returns the objects of a document whose pages, each of 600 by 800
// points, draw the given contents. Fonts F1 to F3 are Helvetica, Helvetica-Bold
// and Times-Italic. Further objects, and further entries of the shared
// resources, may be added.
func Objects(resources string, contents ...string) []string {
	var kids strings.Builder
	for i := range contents {
		fmt.Fprintf(&kids, "%d 0 R ", FirstPage+2*i)
	}
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] /MediaBox [0 0 600 800] /Resources 3 0 R >>", len(contents), kids.String()),
		"<< /Font << " + font("F1", "Helvetica") + font("F2", "Helvetica-Bold") + font("F3", "Times-Italic") + ">> " + resources + " >>",
	}
	for i, c := range contents {
		objects = append(objects, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /Contents %d 0 R >>", FirstPage+2*i+1), Stream("", c))
	}
	return objects
}

func font(name, base string) string {
	return fmt.Sprintf("/%s << /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >> ", name, base)
}

// Pages returns a PDF whose pages draw the given contents; see [Objects].
func Pages(contents ...string) []byte {
	return Assemble("", Objects("", contents...)...)
}

// Write writes a PDF to a temporary file and returns its path.
func Write(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// Fixture returns the path of one of the public documents that tests read. They
// are no part of the project: a test that finds none is skipped, or fails where
// CI is set and SOCSEARCH_PDFS says where they are.
func Fixture(t testing.TB, name string) string {
	t.Helper()
	folder := os.Getenv("SOCSEARCH_PDFS")
	if folder == "" {
		folder = besideProject(t)
	}
	path := filepath.Join(folder, name)
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CI") != "" && os.Getenv("SOCSEARCH_PDFS") != "" {
			t.Fatalf("no %s: %v", name, err)
		}
		t.Skipf("no %s (set SOCSEARCH_PDFS to the folder that has it): %v", name, err)
	}
	return path
}

// besideProject returns ../shared/pdfs, seen from the folder of go.mod.
func besideProject(t testing.TB) string {
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return filepath.Join(folder, "..", "shared", "pdfs")
		}
		up := filepath.Dir(folder)
		if up == folder {
			t.Skip("no go.mod above the test")
		}
		folder = up
	}
}

// Fixtures are the names of the documents that have text.
var Fixtures = []string{
	"immigration-white-paper-2025.pdf",
	"home-affairs-cttee-summer-2024-disorder.pdf",
	"edpb-guidelines-07-2020.pdf",
	"us-federal-register-3col.pdf",
}

// ImageOnly is the name of a document without a text layer.
const ImageOnly = "horizon-response-image-only.pdf"
