package split

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"socsearch/sources/document"
)

// The tables in testdata/reading were made by reading the two documents, page
// by page, without running this program: see testdata/reading/README.md.

func splitDocument(t testing.TB, slug string) *Result {
	t.Helper()
	m, text := readDocument(t, slug)
	r, err := Split(m, text)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func readDocument(t testing.TB, slug string) (*document.Manifest, string) {
	t.Helper()
	name := slug + ".yaml"
	data, err := os.ReadFile(filepath.Join("../documents", name))
	if err != nil {
		t.Fatal(err)
	}
	m, err := document.ParseManifest(name, data)
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join("../documents", m.File))
	if err != nil {
		t.Fatal(err)
	}
	return m, string(text)
}

// readTable reads a table of testdata/reading without its first line.
func readTable(t *testing.T, name string) [][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata/reading", name))
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for _, l := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		rows = append(rows, strings.Split(l, "\t"))
	}
	return rows
}

func allPassages(t *testing.T) []document.Passage {
	return append(splitDocument(t, "strategy").Passages, splitDocument(t, "roles").Passages...)
}

func words(s string) []string {
	return strings.Fields(strings.ReplaceAll(s, "•", " "))
}

func firstWords(s string, n int) string {
	w := words(s)
	return strings.Join(w[:min(n, len(w))], " ")
}

func lastWords(s string, n int) string {
	w := words(s)
	return strings.Join(w[max(0, len(w)-n):], " ")
}

func pageString(p document.OptionalInt) string {
	if p == 0 {
		return "-"
	}
	return strconv.Itoa(int(p))
}

// TestPassagesAsRead compares every passage's place in the order, its pages,
// and its first and last words.
func TestPassagesAsRead(t *testing.T) {
	var got, want []string
	passages := allPassages(t)
	rows := readTable(t, "passages.tsv")
	for i, row := range rows {
		want = append(want, strings.Join(row, " | "))
		if i >= len(passages) {
			continue
		}
		p := passages[i]
		last := lastWords(p.Text, len(words(row[4])))
		if row[4] == "-" { // a figure with a caption alone, or one read by hand
			last = "-"
		}
		got = append(got, strings.Join([]string{
			p.ID, pageString(p.Page), pageString(p.PageEnd), firstWords(p.Text, len(words(row[3]))), last,
		}, " | "))
	}
	if len(passages) != len(rows) {
		t.Errorf("%d passages, want %d", len(passages), len(rows))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("passages (-read +split):\n%s", diff)
	}
}

// TestFootnotesAsRead compares every footnote's host, the words around its
// mark, and its own first and last words.
func TestFootnotesAsRead(t *testing.T) {
	type cited struct {
		host *document.Passage
		note document.Footnote
	}
	notes := map[string]cited{}
	passages := allPassages(t)
	for i := range passages {
		for _, n := range passages[i].Footnotes {
			if notes[n.Number].host != nil {
				t.Errorf("footnote %s is cited twice", n.Number)
			}
			notes[n.Number] = cited{&passages[i], n}
		}
	}
	rows := readTable(t, "footnotes.tsv")
	if len(notes) != len(rows) {
		t.Errorf("%d footnotes, want %d", len(notes), len(rows))
	}
	for _, row := range rows {
		number, host, before, after, first, last := row[0], row[1], row[2], row[3], row[4], row[5]
		c := notes[number]
		if c.host == nil {
			t.Errorf("footnote %s is missing", number)
			continue
		}
		text := []rune(c.host.Text)
		gotBefore := lastWords(string(text[:c.note.At]), len(words(before)))
		gotAfter := firstWords(string(text[c.note.At:]), len(words(after)))
		if after == "-" {
			gotAfter = strings.TrimSpace(string(text[c.note.At:]))
			after = ""
		}
		got := []string{c.host.ID, gotBefore, gotAfter, firstWords(c.note.Text, len(words(first))), lastWords(c.note.Text, len(words(last)))}
		if diff := cmp.Diff([]string{host, before, after, first, last}, got); diff != "" {
			t.Errorf("footnote %s (-read +split):\n%s", number, diff)
		}
	}
}

// TestHeadingsAsRead compares the tree of headings with the one read.
func TestHeadingsAsRead(t *testing.T) {
	var got [][]string
	var walk func([]*document.Heading)
	walk = func(headings []*document.Heading) {
		for _, h := range headings {
			got = append(got, []string{pageString(h.Page), strconv.Itoa(h.Level), h.Heading})
			walk(h.Children)
		}
	}
	walk(splitDocument(t, "strategy").Contents)
	if diff := cmp.Diff(readTable(t, "headings.tsv"), got); diff != "" {
		t.Errorf("headings (-read +split):\n%s", diff)
	}
}

// TestSectionsAsRead compares the headings above every numbered paragraph.
func TestSectionsAsRead(t *testing.T) {
	section := map[string]string{}
	for _, p := range allPassages(t) {
		section[p.ID] = strings.Join(p.Section, " > ")
	}
	seen := 0
	for _, row := range readTable(t, "sections.tsv") {
		for n := numberOf(row[0]); n <= numberOf(row[1]); n++ {
			id := "strategy/" + strconv.Itoa(n)
			seen++
			if section[id] != row[2] {
				t.Errorf("%s stands under %q, want %q", id, section[id], row[2])
			}
		}
	}
	if seen < 207 {
		t.Errorf("the table covers %d paragraphs, want 207", seen)
	}
}

func numberOf(id string) int {
	n, _ := strconv.Atoi(id[strings.LastIndexByte(id, '/')+1:])
	return n
}

// TestFootnotePages checks on which pages footnotes are printed whose passages run
// over two: read off the pages.
func TestFootnotePages(t *testing.T) {
	printed := map[string]document.OptionalInt{}
	for _, p := range splitDocument(t, "strategy").Passages {
		for _, f := range p.Footnotes {
			printed[f.Number] = f.Page
		}
	}
	for number, want := range map[string]document.OptionalInt{"10": 9, "28": 13, "30": 14, "40": 30, "64": 44, "66": 45} {
		if got := printed[number]; got != want {
			t.Errorf("footnote %s is printed on page %d, want %d", number, got, want)
		}
	}
}
