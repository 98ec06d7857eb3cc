package ask

import (
	"strings"

	"socsearch/index/schema"
	"socsearch/sources"
)

// Facet is a facet of the index with what people read of it. How passages come to
// its values is the index's business; all else that addresses, pages, sentences and
// the API's description say of it stands in this one table.
type Facet struct {
	schema.FacetField
	Title     string // over its values
	Parameter string // what its parameter asks for
	Open      bool   // its values stand unfolded at first
	Parted    bool   // its labels have a title after a colon: "Objective 2: …"
	wording
}

// wording is how a sentence says that passages have values of a facet. It has one of
// noun, place and verb.
type wording struct {
	noun      map[string][2]string                         // what is counted, by value: one and many
	place     string                                       // a preposition
	verb, not [2]string                                    // "names", "name"; "does not name", "do not name"
	implied   *wording                                     // where implied values count, too
	label     func(x Snapshot, value, label string) string // the label as a sentence has it; nil: as it is
}

// Facets lists the facets in the order in which a page shows them. A test tells what
// is missing here of a facet that the index has.
var Facets = func() []Facet {
	texts := map[string]Facet{}
	for _, f := range facetTexts {
		texts[f.Name] = f
	}
	var list []Facet
	for _, field := range schema.FacetFields {
		f := texts[field.Name]
		f.FacetField = field
		list = append(list, f)
	}
	return list
}()

var facetTexts = []Facet{
	{
		FacetField: schema.FacetField{Name: schema.FacetOrganisation}, Title: "Organisation", Open: true, Parameter: "Slug of an organisation that is named",
		wording: wording{
			verb: [2]string{"names", "name"}, not: [2]string{"does not name", "do not name"},
			implied: &wording{verb: [2]string{"names or implies", "name or imply"}, not: [2]string{"neither names nor implies", "neither name nor imply"}},
			label:   func(_ Snapshot, _, label string) string { return sources.WithArticle(label) },
		},
	},
	{
		FacetField: schema.FacetField{Name: "objective"}, Title: "Objective", Open: true, Parted: true, Parameter: "Number of the objective that passages stand under",
		wording: wording{place: "under"},
	},
	{
		FacetField: schema.FacetField{Name: "part"}, Title: "Part", Parted: true, Parameter: "Part of a document that passages stand in",
		wording: wording{place: "in", label: func(_ Snapshot, _, label string) string { return partInSentence(label) }},
	},
	{
		FacetField: schema.FacetField{Name: "threat"}, Title: "Threat", Open: true, Parameter: "Slug of a threat that passages are about",
		wording: wording{
			verb: [2]string{"is about", "are about"}, not: [2]string{"is not about", "are not about"},
			label: func(_ Snapshot, _, label string) string { return lowerFirst(label) },
		},
	},
	{
		FacetField: schema.FacetField{Name: "strand"}, Title: "Strand", Parameter: "Strand of work that is named",
		wording: wording{verb: [2]string{"names the strand", "name the strand"}, not: [2]string{"does not name the strand", "do not name the strand"}},
	},
	{
		FacetField: schema.FacetField{Name: schema.FacetCommitment}, Title: "Commitments", Parameter: "How firmly passages undertake something",
		wording: wording{
			verb: [2]string{"undertakes something", "undertake something"}, not: [2]string{"undertakes nothing", "undertake nothing"},
			label: func(_ Snapshot, value, _ string) string { return value },
		},
	},
	{
		FacetField: schema.FacetField{Name: "kind"}, Title: "Kind of passage", Parameter: "Kind of passage",
		wording: wording{noun: map[string][2]string{
			"paragraph": {"numbered paragraph", "numbered paragraphs"},
			"foreword":  {"paragraph of the foreword", "paragraphs of the foreword"},
			"box":       {"paragraph of a box", "paragraphs of boxes"},
			"figure":    {"figure", "figures"},
			"annex":     {"entry of the annex", "entries of the annex"},
			"role":      {"entry of the roles page", "entries of the roles page"},
		}},
	},
	{
		FacetField: schema.FacetField{Name: schema.FacetDocument}, Title: "Document", Parameter: "Slug of a document",
		wording: wording{place: "in", label: func(x Snapshot, value, label string) string {
			if d := x.Document(value); d != nil {
				return d.ShortName()
			}
			return label
		}},
	},
}

// FacetNamed returns a facet by its name; that of another has nothing to say.
func FacetNamed(name string) Facet {
	for _, f := range Facets {
		if f.Name == name {
			return f
		}
	}
	return Facet{}
}

// Cut parts a label into what is short and the title after its colon.
func (f Facet) Cut(label string) (short, title string) {
	if !f.Parted {
		return label, ""
	}
	short, title, _ = strings.Cut(label, ": ")
	return short, title
}

// ShortLabel is a value's label up to its colon: "Objective 2".
func (x Snapshot) ShortLabel(facet, value string) string {
	short, _ := FacetNamed(facet).Cut(x.Label(facet, value))
	return short
}
