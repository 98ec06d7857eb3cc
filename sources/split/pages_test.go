package split

import (
	"strconv"
	"strings"
	"testing"

	"socsearch/sources/document"
)

// TestPagesAsRead compares the first and last words of every printed page.
func TestPagesAsRead(t *testing.T) {
	m, text := readDocument(t, "strategy")
	s := newSplitter(m, text)
	lines, err := s.paginate(cutLines(s.ledger.text))
	if err != nil {
		t.Fatal(err)
	}
	s.words = newVocabulary(lines)
	if lines, err = s.takeFootnotes(lines); err != nil {
		t.Fatal(err)
	}
	body := map[int]string{}
	for _, l := range lines {
		body[l.page] += " " + s.withoutMarks(l)
	}
	for _, row := range readTable(t, "pages.tsv") {
		page, _ := strconv.Atoi(row[0])
		first, last := row[1], row[2]
		switch {
		case page == 67: // the file has the heading at the page's foot
			first = strings.TrimPrefix(first, "Annex A: Roles and responsibilities ")
			last += " Annex A: Roles and responsibilities"
		case first == "-":
			first, last = "", ""
		case m.Figures[1].Page == page: // sideways
			continue
		}
		if got := firstWords(body[page], len(words(first))); got != first {
			t.Errorf("page %d begins %q, want %q", page, got, first)
		}
		if got := lastWords(body[page], len(words(last))); got != last {
			t.Errorf("page %d ends %q, want %q", page, got, last)
		}
	}
}

func (s *splitter) withoutMarks(l line) string {
	var b strings.Builder
	for at := l.from; at < l.to; at++ {
		if m, ok := s.marks[at]; ok {
			at = m.to - 1
			continue
		}
		b.WriteRune(s.ledger.text[at])
	}
	return normalise(b.String())
}

// TestMismatchNamesBothValues checks that a manifest that is wrong about the
// document is refused with what it says and what the text says.
func TestMismatchNamesBothValues(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(*document.Manifest)
		want  []string
	}{
		{"heading on another page", func(m *document.Manifest) { m.Outline[2].Page = 10 }, []string{`"Introduction"`, "page 9", "page 10"}},
		{"box on another page", func(m *document.Manifest) { m.Boxes[3].Page = 33 }, []string{"Firearms and Drugs", "page 34", "page 33"}},
		{"figure on another page", func(m *document.Manifest) { m.Figures[6].Page = 56 }, []string{"Figure 7", "page 55", "page 56"}},
		{"heading that isn't there", func(m *document.Manifest) { m.Outline[4].Children[0].Heading = "Aims" }, []string{`"Aim and objectives`, "line 486"}},
		{"page start missed", func(m *document.Manifest) { m.Pages.NotStarts = m.Pages.NotStarts[1:] }, []string{"page 19", "20"}},
		{"one paragraph fewer", func(m *document.Manifest) { m.Paragraphs.Last = 206 }, []string{"1 to 207", "206"}},
		{"one paragraph more", func(m *document.Manifest) { m.Paragraphs.Last = 208 }, []string{"1 to 207", "208"}},
		{"one footnote more", func(m *document.Manifest) { m.Footnotes.Last = 83 }, []string{"1 to 82", "83"}},
		{"one entry fewer", func(m *document.Manifest) { m.Entries.Last = 37 }, []string{"38 entries", "37"}},
		{"one row more", func(m *document.Manifest) { m.Figures[6].Table.Rows = 44 }, []string{"43 rows", "44"}},
		{"another last page", func(m *document.Manifest) { m.Pages.Last = 71 }, []string{"page 70", "71"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m, text := readDocument(t, "strategy")
			test.spoil(m)
			_, err := Split(m, text)
			if err == nil {
				t.Fatal("Split accepts a manifest that contradicts the text")
			}
			for _, want := range append(test.want, m.File) {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("Split: %v; want it to name %s", err, want)
				}
			}
		})
	}
}
