package resolve

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"socsearch/sources/cite"
	"socsearch/sources/document"
)

// TestLaws resolves recitals and paragraphs of articles under their own names, and
// cites them so: a recital is no paragraph.
func TestLaws(t *testing.T) {
	m := &document.Manifest{Slug: "act", Title: "An Act", Published: "2016"}
	var passages []document.Passage
	add := func(anchor, number string, place document.Place) {
		place.Number, _ = document.ParseNumber(number)
		passages = append(passages, document.Passage{ID: "act/" + anchor, Document: "act", Kind: document.KindParagraph, Number: number, Place: place, Label: place.Label(), URL: "/act/" + anchor})
	}
	for n := 1; n <= 30; n++ {
		number := strconv.Itoa(n)
		add("recital-"+number, number, document.Place{Scheme: document.SchemeRecital, Group: "recital"})
	}
	for n := 1; n <= 3; n++ {
		number := strconv.Itoa(n)
		add("article-5-principles-"+number, number, document.Place{Scheme: document.SchemeHeading, Group: "article-5-principles", Under: "Article 5"})
	}
	r := New([]*document.Manifest{m}, passages)
	for ref, want := range map[string]string{
		"recital 26": "act/recital-26", "recital (26)": "act/recital-26",
		"Article 5(1)": "act/article-5-principles-1", "Article 5(1)(a)": "act/article-5-principles-1",
		"art 5(2)": "act/article-5-principles-2", "Article 5, para 3": "act/article-5-principles-3",
	} {
		got, err := r.Resolve(ref)
		if err != nil || strings.Join(got.Passages, " ") != want {
			t.Errorf("Resolve(%q) = %+v, %v, want %s", ref, got, err, want)
		}
	}
	if got := cite.Cite(cite.StyleOSCOLA, cite.Work{Manifest: m, Pins: cite.Passages(&passages[25])}, time.Time{}).Text; !strings.Contains(got, "recital 26") || strings.Contains(got, "para") {
		t.Errorf("the citation is %q, want one of recital 26", got)
	}
}
