package library

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"socsearch/sources"
	"socsearch/sources/document"
)

// TestOpenings: what leads to a passage stands in its document once, and begins a
// line of the passage. The executive summary's last two paragraphs are
// printed again, word for word, as 35 and 36: a browser finds the first.
func TestOpenings(t *testing.T) {
	c, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	var without []string
	printedTwice := map[string]bool{"strategy/6": true, "strategy/7": true}
	for _, d := range c.Documents {
		var own []*document.Passage
		var all strings.Builder
		for i := range c.Passages {
			if p := &c.Passages[i]; p.Document == d.Slug {
				own = append(own, p)
				all.WriteString(p.Text + "\n")
				for _, f := range p.Footnotes {
					all.WriteString(f.Text + "\n")
				}
			}
		}
		text := strings.ToLower(strings.Join(strings.Fields(all.String()), " "))
		openings := Openings(own)
		for _, p := range own {
			opening := openings[p.ID]
			if opening == "" {
				without = append(without, p.ID)
				continue
			}
			if !strings.HasPrefix(strings.Join(strings.Fields(p.Text), " "), opening) && !lineBegins(p.Text, opening) {
				t.Errorf("no line of %s begins with %q", p.ID, opening)
			}
			if n := strings.Count(text, strings.ToLower(opening)); n != 1 && !printedTwice[p.ID] {
				t.Errorf("%q of %s stands in %d places of %s", opening, p.ID, n, d.Slug)
			}
		}
	}
	if want := []string{"strategy/35", "strategy/36"}; !slices.Equal(without, want) {
		t.Errorf("%v have no opening, want %v", without, want)
	}
}

func lineBegins(text, words string) bool {
	return slices.ContainsFunc(strings.Split(text, "\n"), func(line string) bool {
		return strings.HasPrefix(strings.TrimPrefix(line, "• "), words)
	})
}

// TestOpeningsAreShort: as many words as must be, no more.
func TestOpeningsAreShort(t *testing.T) {
	texts := []string{
		"We will work with every force and with the agencies abroad to find them.",
		"We will work with every force and with the agencies at home to find them.",
		"Our aim is:\n• to protect all citizens",
		"Our aim is:\n• to pursue offenders",
		"Only this one has these words, and a good many more that nobody needs.",
	}
	var passages []*document.Passage
	for i, text := range texts {
		passages = append(passages, &document.Passage{ID: "a/" + strconv.Itoa(i+1), Text: text})
	}
	passages = append(passages, &document.Passage{ID: "a/6", Text: texts[3]})
	want := map[string]string{
		"a/1": "We will work with every force and with the agencies abroad to",
		"a/2": "We will work with every force and with the agencies at home",
		"a/3": "to protect all citizens",
		"a/4": "to pursue offenders",
		"a/5": "Only this one has these words, and a",
	}
	if diff := cmp.Diff(want, Openings(passages)); diff != "" {
		t.Errorf("Openings (-want +got)\n%s", diff)
	}
}
