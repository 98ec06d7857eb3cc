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

// TestProvisions resolves sections, regulations and the paragraphs of schedules by their
// numbers, in words or as OSCOLA has them, and cites them so.
func TestProvisions(t *testing.T) {
	m := &document.Manifest{Slug: "act", Title: "Things Act 2018", Published: "2018"}
	var passages []document.Passage
	add := func(anchor, number string, place document.Place) {
		place.Number, _ = document.ParseNumber(number)
		passages = append(passages, document.Passage{ID: "act/" + anchor, Document: "act", Kind: document.KindParagraph, Number: number, Place: place, Label: place.Label(), URL: "/act/" + anchor})
	}
	section := func(n string) document.Place {
		return document.Place{Scheme: document.SchemeProvision, Group: "section-" + n, Under: "section " + n}
	}
	for n := 1; n <= 3; n++ {
		number := strconv.Itoa(n)
		add("section-2-"+number, number, section("2"))
	}
	add("section-3", "", section("3"))
	add("section-3a-1", "1", section("3A"))
	add("section-3a-2", "2", section("3A"))
	for n := 1; n <= 4; n++ {
		number := strconv.Itoa(n)
		add("schedule-1-"+number, number, document.Place{Scheme: document.SchemeHeading, Group: "schedule-1", Under: "Schedule 1"})
	}
	r := New([]*document.Manifest{m}, passages)
	for ref, want := range map[string]string{
		"section 2(1)": "act/section-2-1", "s 2(1)": "act/section-2-1", "s. 2(3)(a)": "act/section-2-3", "Sec. 2(2)": "act/section-2-2",
		"section 3": "act/section-3", "section 3A(2)": "act/section-3a-2", "s 2": "act/section-2-1 act/section-2-2 act/section-2-3",
		"ss 2(1) and 2(3)": "act/section-2-1 act/section-2-3", "section 2(1)-(2)": "act/section-2-1 act/section-2-2",
		"Schedule 1, para 4": "act/schedule-1-4", "Sch 1, para 4": "act/schedule-1-4", "Sch. 1 para 2": "act/schedule-1-2",
		"Things Act 2018, s 2(1)": "act/section-2-1",
	} {
		got, err := r.Resolve(ref)
		if err != nil || strings.Join(got.Passages, " ") != want {
			t.Errorf("Resolve(%q) = %+v, %v, want %s", ref, got, err, want)
		}
	}
	for _, ref := range []string{"Things Act 2018, s 9", "section 2(7)", "Sch 1, para 9"} {
		if got, err := r.Resolve(ref); err == nil {
			t.Errorf("Resolve(%q) = %v, want that there is none", ref, got.Passages)
		}
	}
	for _, i := range []int{0, 3, 5, 9} {
		back, err := r.Resolve(passages[i].Label)
		if err != nil || len(back.Passages) != 1 || back.Passages[0] != passages[i].ID {
			t.Errorf("the label %q resolves to %+v, %v", passages[i].Label, back, err)
		}
	}
	pins := cite.Passages(&passages[0], &passages[2])
	if got := cite.Cite(cite.StyleOSCOLA, cite.Work{Manifest: m, Pins: pins}, time.Time{}).Text; !strings.Contains(got, "section 2(1), (3)") {
		t.Errorf("the citation is %q, want one of section 2(1), (3)", got)
	}
}
