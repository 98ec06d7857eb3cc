package document

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func placeOf(scheme Scheme, number string) Place {
	n, _ := ParseNumber(number)
	return Place{Scheme: scheme, Number: n}
}

// TestLabels prints every kind of place.
func TestLabels(t *testing.T) {
	conclusion := placeOf(SchemeHeading, "4.12")
	conclusion.In, conclusion.Under = "Annex C", "Costs, para by para"
	for _, test := range []struct {
		place       Place
		label, long string
	}{
		{placeOf(SchemeParagraph, "79"), "para 79", "Paragraph 79"},
		{placeOf(SchemeRecital, "26"), "recital 26", "recital 26"},
		{placeOf(SchemeFigure, "7"), "Figure 7", "Figure 7"},
		{conclusion, "Annex C, Costs, para by para, para 4.12", "Annex C, Costs, para by para, para 4.12"},
		{Place{Scheme: SchemeFront, Under: Foreword, Ordinal: 3}, "Foreword, para 3", "Foreword, para 3"},
		{Place{Scheme: SchemeFront, Under: "Summary"}, "Summary", "Summary"},
		{Place{Scheme: SchemePage, Page: 38, Ordinal: 2}, "p 38, para 2", "Page 38, para 2"},
		{Place{Scheme: SchemeFilePage, Page: 3, Ordinal: 1}, "PDF p 3, para 1", "PDF p 3, para 1"},
		{Place{Scheme: SchemeBox, Under: "Firearms and Drugs", Ordinal: 2}, "Box “Firearms and Drugs”, para 2", "Box “Firearms and Drugs”, para 2"},
		{Place{Scheme: SchemeBox, Page: 29}, "Box on page 29", "Box on page 29"},
		{Place{Scheme: SchemeEntry, In: "Annex A", Under: "National Crime Agency"}, "Annex A, National Crime Agency", "Annex A, National Crime Agency"},
		{Place{Scheme: SchemeEntry, Under: "Home Office", Apart: Apart{Page: 4, Nth: 2}, Ordinal: 2}, "Home Office (p 4, 2), para 2", "Home Office (p 4, 2), para 2"},
	} {
		if got := test.place.Label(); got != test.label {
			t.Errorf("Label = %q, want %q", got, test.label)
		}
		if got := test.place.LongLabel(); got != test.long {
			t.Errorf("LongLabel = %q, want %q", got, test.long)
		}
		data, err := json.Marshal(test.place)
		var again Place
		if err != nil || json.Unmarshal(data, &again) != nil || again != test.place {
			t.Errorf("%s is read back as %+v, want %+v", data, again, test.place)
		}
	}
}

// TestPrintLabels gives no two passages one label, and tells boxes, figures and
// headings of one name apart by their pages, or by their order.
func TestPrintLabels(t *testing.T) {
	box := func(group string, page OptionalInt, ordinal int) Passage {
		return Passage{Page: page, Place: Place{Scheme: SchemeBox, Group: group, Under: "Example", Ordinal: ordinal}}
	}
	passages := []Passage{
		box("box-example", 4, 1), box("box-example", 5, 2), box("box-example-3", 9, 0),
		{Page: 6, Place: placeOf(SchemeFigure, "1")}, {Page: 6, Place: placeOf(SchemeFigure, "1")}, {Page: 7, Place: placeOf(SchemeFigure, "2")},
		{Page: 3, Place: placeOf(SchemeParagraph, "1")}, {Page: 3, Place: placeOf(SchemeParagraph, "1.1")}, {Place: placeOf(SchemeParagraph, "1")},
		{Page: 1, Place: Place{Scheme: SchemeFront, Group: "foreword", Under: "Summary", Ordinal: 1}},
		{Page: 8, Place: Place{Scheme: SchemeHeading, Group: "summary", Under: "Summary", Number: placeOf("", "1").Number}},
		{Page: 8, Place: Place{Scheme: SchemeHeading, Group: "summary", Under: "Summary", Number: placeOf("", "1").Number}},
	}
	PrintLabels(passages)
	var got []string
	for i := range passages {
		got = append(got, passages[i].Label)
	}
	want := `Box “Example” (p 4), para 1
Box “Example” (p 4), para 2
Box “Example” (p 9)
Figure 1 (1)
Figure 1 (2)
Figure 2
para 1 (1)
para 1.1
para 1 (2)
Summary (p 1), para 1
Summary (p 8), para 1
Summary (p 8, 2), para 1`
	if diff := cmp.Diff(strings.Split(want, "\n"), got); diff != "" {
		t.Errorf("labels (-want +got)\n%s", diff)
	}
}
