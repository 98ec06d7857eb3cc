package schema_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"socsearch/index/schema"
	"socsearch/sources"
	"socsearch/sources/document"
)

// passage has something in every field.
func passage() *document.Passage {
	return &document.Passage{
		ID: "paper/7", Document: "paper", Kind: document.KindParagraph, Number: "7", Title: "A title", Part: "part-one", Objective: 2,
		Section: []string{"Part One", "Ports"}, Text: "The agency guards ports.",
		Organisations: []document.Mention{{Slug: "ag", Name: "The Agency", Abbreviation: "AG"}},
		Implied:       []document.Mention{{Slug: "ministry", Name: "The Ministry"}},
		Strands:       []string{"protect"}, Threats: []string{"drugs", "fraud"},
		Footnotes:    []document.Footnote{{Number: "3", Text: "See the report."}, {Number: "4", Text: "Ibid."}},
		Commitments:  []document.Commitment{{Strength: document.Soft}, {Strength: document.Firm}, {Strength: document.Soft}},
		Expectations: []document.Expectation{{}},
	}
}

func TestNewRecord(t *testing.T) {
	p := passage()
	r, err := schema.NewRecord(p)
	if err != nil {
		t.Fatal(err)
	}
	want := &schema.Record{
		Text: "The agency guards ports.", Heading: "Part One\nPorts\nA title", Name: "The Agency AG\n", Note: "See the report.\nIbid.\n",
		ID: "paper/7", Number: "7", NoteNumber: []string{"3", "4"}, Document: "paper", Kind: "paragraph", Part: []string{"part-one"}, Objective: []string{"2"},
		Organisation: []string{"ag"}, Implied: []string{"ministry"}, Strand: []string{"protect"}, Threat: []string{"drugs", "fraud"},
		Commitment: []string{"firm", "soft"}, Expectation: []string{"yes"}, // each strength once, in its natural order
	}
	if diff := cmp.Diff(want, r, cmpopts.IgnoreFields(schema.Record{}, "Passage")); diff != "" {
		t.Errorf("NewRecord (-want +got):\n%s", diff)
	}
	if len(p.Section) != 2 {
		t.Errorf("the passage's headings were changed to %q", p.Section)
	}
}

// TestEmptyRecord has no value where the passage has none: "" would be one to filter by.
func TestEmptyRecord(t *testing.T) {
	r, err := schema.NewRecord(&document.Passage{ID: "paper/box", Document: "paper", Kind: document.KindBox, Number: "7"})
	if err != nil {
		t.Fatal(err)
	}
	if r.Number != "" {
		t.Errorf("a box is found by the number %q", r.Number)
	}
	for name, values := range r.Keywords() {
		switch name {
		case schema.ID, schema.Number, schema.FacetDocument, "kind":
			continue
		}
		if len(values) > 0 {
			t.Errorf("%s has the values %q, want none", name, values)
		}
	}
}

// TestReadPassage gets every passage of the documents back as it was stored, with its
// place.
func TestReadPassage(t *testing.T) {
	c, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	for i := range c.Passages {
		want := &c.Passages[i]
		r, err := schema.NewRecord(want)
		if err != nil {
			t.Fatal(err)
		}
		got, err := schema.ReadPassage([]byte(r.Passage))
		if err != nil {
			t.Fatalf("%s: %v", want.ID, err)
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty(), cmp.Exporter(func(reflect.Type) bool { return true })); diff != "" {
			t.Fatalf("%s (-stored +read):\n%s", want.ID, diff)
		}
	}
}

// TestFacets holds what is filtered by to what is indexed: a facet that a record lacks
// would find nothing.
func TestFacets(t *testing.T) {
	p := passage()
	r, err := schema.NewRecord(p)
	if err != nil {
		t.Fatal(err)
	}
	values, keywords := schema.ValuesOf(p), r.Keywords()
	for _, name := range append(schema.FacetNames(), schema.Lookup...) {
		if len(values[name]) == 0 {
			t.Errorf("the passage has nothing of %s", name)
		}
		if diff := cmp.Diff(values[name], keywords[name]); diff != "" {
			t.Errorf("%s (-filtered by +indexed):\n%s", name, diff)
		}
	}
	if got, want := values.Of(schema.FacetOrganisation, true), []string{"ag", "ministry"}; !slices.Equal(got, want) {
		t.Errorf("organisations with implied ones are %q, want %q", got, want)
	}
	if got, want := values.Of(schema.FacetOrganisation, false), []string{"ag"}; !slices.Equal(got, want) {
		t.Errorf("organisations are %q, want %q", got, want)
	}
}
