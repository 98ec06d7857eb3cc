package wordfile

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"socsearch/sources/blocks"
	"socsearch/sources/docx"
)

// sample has every style and kind of span.
var sample = &Document{
	Title:    "Fish & <chips>",
	Language: "en-GB",
	Made:     time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC),
	Blocks: []Block{
		Plain(Title, "Fish & <chips>"),
		Plain(Heading1, "First"),
		{Style: Heading2, Spans: []Span{{Text: "Paragraph 79", Link: "https://example.org/strategy/79?a=1&b=2"}, {Text: ", p 31"}}},
		{Style: Quote, Spans: []Span{{Text: "Words with a mark"}, {Text: "12", Raised: true}, {Text: "."}, {Note: []Span{{Text: "HM Government, "}, {Text: "A Title", Italic: true}, {Text: " para 79."}}}}},
		{Style: Item, Spans: []Span{{Text: "An item"}}},
		{Rows: [][]string{{"Force", "2015"}, {"Kent", "3"}}},
		{Style: Text, Spans: []Span{{Text: "Two\nlines"}, {Note: []Span{{Text: "The second note."}}}}},
		Plain(Source, "A source"),
		Plain(Small, "Small print"),
	},
}

func TestWrite(t *testing.T) {
	var file bytes.Buffer
	if err := Write(&file, sample); err != nil {
		t.Fatal(err)
	}
	read, err := docx.Read(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"heading 1: First", "heading 2: Paragraph 79, p 31", "quotation: Words with a mark12.", "table row: Force 2015", "table row: Kent 3",
		"note 1: HM Government, A Title para 79.", "note 2: The second note.",
	}
	lines := describe(read)
	for _, w := range want {
		if !slices.Contains(lines, w) {
			t.Errorf("no %q in %q", w, lines)
		}
	}
	var again bytes.Buffer
	if err := Write(&again, sample); err != nil || !bytes.Equal(file.Bytes(), again.Bytes()) {
		t.Errorf("the same document gave other bytes: %v", err)
	}
}

// TestLibreOffice opens a file in LibreOffice, which saves it in its own format: the
// footnotes are there, in order.
func TestLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("no soffice: install it with apt-get install libreoffice-writer-nogui")
		}
		t.Skip("no soffice: install it with apt-get install libreoffice-writer-nogui")
	}
	var file bytes.Buffer
	if err := Write(&file, sample); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "sample.docx")
	if err := os.WriteFile(path, file.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	convert := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "odt", "--outdir", dir, path)
	if out, err := convert.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v: %s", err, out)
	}
	data, err := os.ReadFile(filepath.Join(dir, "sample.odt"))
	if err != nil {
		t.Fatal(err)
	}
	read, err := docx.ReadODT(data)
	if err != nil {
		t.Fatal(err)
	}
	var notes []string
	for _, line := range describe(read) {
		if len(line) > 4 && line[:4] == "note" {
			notes = append(notes, line)
		}
	}
	want := []string{"note 1: HM Government, A Title para 79.", "note 2: The second note."}
	if diff := cmp.Diff(want, notes); diff != "" {
		t.Errorf("footnotes (-want +got)\n%s", diff)
	}
}

// describe writes each block as its kind and its words.
func describe(d *blocks.Document) []string {
	var lines []string
	for _, b := range d.Blocks {
		kind := string(b.Kind)
		switch b.Kind {
		case blocks.Heading:
			kind += " " + string(rune('0'+b.Level))
		case blocks.Note:
			kind += " " + b.Note
		}
		lines = append(lines, kind+": "+d.Text[b.Start:b.End])
	}
	return lines
}
