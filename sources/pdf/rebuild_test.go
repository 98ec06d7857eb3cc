package pdf

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"socsearch/sources/pdf/pdftest"
)

// TestReadRebuilds reads files whose table of objects is missing or wrong, and
// refuses those in which not all objects can be found.
func TestReadRebuilds(t *testing.T) {
	plain := string(pdftest.Pages(hello, hello))
	wrongPlace := regexp.MustCompile(`startxref\n\d+`).ReplaceAllString(plain, "startxref\n7")
	edited := strings.Replace(wrongPlace, "trailer", "5 0 obj\n"+pdftest.Stream("", "BT /F1 12 Tf 100 700 Td (Edited) Tj ET")+"\nendobj\ntrailer", 1)
	tests := []struct{ name, data, want string }{ // "" if it is refused
		{"another place", wrongPlace, "Hello"},
		{"all places shifted", strings.Replace(plain, "%PDF-1.7\n", "%PDF-1.7\n%note\n", 1), "Hello"},
		{"no table", regexp.MustCompile(`xref\n(?:\d+ \d+( [fn] )?\n)+`).ReplaceAllString(plain, ""), "Hello"},
		{"an object anew", edited, "Edited"},
		{"an object missing", strings.Replace(wrongPlace, "5 0 obj", "5 0 xbj", 1), ""},
		{"the root missing", strings.Replace(wrongPlace, "/Root 1 0 R", "", 1), ""},
		{"a number too high", strings.Replace(wrongPlace, "trailer", "9999999 0 obj\nnull\nendobj\ntrailer", 1), ""},
		{"packed objects", strings.Replace(wrongPlace, "trailer", "12 0 obj\n"+pdftest.Stream("/Type /ObjStm /N 0 /First 1", " ")+"\nendobj\ntrailer", 1), ""},
		{"encrypted", strings.Replace(wrongPlace, "/Root", "/Encrypt 3 0 R /Root", 1), ""},
	}
	for _, tt := range tests {
		if tt.data == plain {
			t.Fatalf("%s: the file isn't damaged", tt.name)
		}
		d, err := Read(context.Background(), pdftest.Write(t, "paper.pdf", []byte(tt.data)), Limits{})
		switch {
		case tt.want == "" && !isKind(err, KindDamaged):
			t.Errorf("%s: Read = %v, want kind %q", tt.name, err, KindDamaged)
		case tt.want != "" && err != nil:
			t.Errorf("%s: %v", tt.name, err)
		case tt.want != "":
			if got := d.Pages[0].Lines[0].Text(); got != tt.want || len(d.Pages) != 2 {
				t.Errorf("%s: text = %q on the first of %d pages, want %s on that of 2", tt.name, got, len(d.Pages), tt.want)
			}
		}
	}
}
