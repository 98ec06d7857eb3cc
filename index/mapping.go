package index

import (
	"slices"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"

	"socsearch/index/analysis"
)

// FormatVersion is the version of everything that an index holds. Raise it with
// any change to the mapping, the analysis, the making of passages, or the files
// beside the store: an index of another version is rebuilt. A test holds it
// against what is indexed.
const FormatVersion = 9

// The fields of the index that are searched. Each of them has a twin with
// exactSuffix that holds word forms as written.
const (
	fieldText    = "text"    // the passage
	fieldHeading = "heading" // the heading that it stands under, and its title
	fieldName    = "name"    // names and abbreviations of organisations named in it
	fieldNote    = "note"    // its footnotes

	fieldSection = "section" // all headings above it, for heading: alone

	exactSuffix = "_exact"
)

var (
	searchedFields = []string{fieldText, fieldHeading, fieldName, fieldNote}
	analysedFields = append([]string{fieldSection}, searchedFields...)
)

// The fields that are looked up whole.
const (
	fieldID          = "id"          // of the passage
	fieldNumber      = "number"      // of a numbered paragraph
	fieldNoteNumber  = "note_number" // of its footnotes
	fieldImplied     = "implied"     // slugs of implied organisations
	fieldExpectation = "expectation" // "yes" where something is expected of others
	fieldPassage     = "passage"     // the passage as JSON, stored only
)

// record is what bleve indexes of a passage.
type record struct {
	Text    string `json:"text"`
	Heading string `json:"heading"`
	Section string `json:"section"`
	Name    string `json:"name"`
	Note    string `json:"note"`

	ID           string   `json:"id"`
	Number       string   `json:"number"`
	NoteNumber   []string `json:"note_number"`
	Document     string   `json:"document"`
	Kind         string   `json:"kind"`
	Part         []string `json:"part"` // none is no value; "" would be one
	Objective    []string `json:"objective"`
	Organisation []string `json:"organisation"`
	Implied      []string `json:"implied"`
	Strand       []string `json:"strand"`
	Threat       []string `json:"threat"`
	Commitment   []string `json:"commitment"`
	Expectation  []string `json:"expectation"`

	Passage string `json:"passage"`
}

// newMapping makes the mapping: what isn't named here is not indexed.
func newMapping() *mapping.IndexMappingImpl {
	passage := bleve.NewDocumentStaticMapping()
	for _, name := range analysedFields {
		passage.AddFieldMappingsAt(name, textField(name, analysis.ProseName), textField(name+exactSuffix, analysis.ExactName))
	}
	for _, name := range slices.Concat([]string{fieldID, fieldNumber, fieldNoteNumber}, lookupFields, facetNames()) {
		f := bleve.NewKeywordFieldMapping()
		f.Store, f.IncludeInAll, f.DocValues, f.IncludeTermVectors = false, false, false, false
		passage.AddFieldMappingsAt(name, f)
	}
	stored := bleve.NewTextFieldMapping()
	stored.Index, stored.Store, stored.IncludeInAll, stored.DocValues, stored.IncludeTermVectors = false, true, false, false, false
	passage.AddFieldMappingsAt(fieldPassage, stored)

	m := bleve.NewIndexMapping()
	m.DefaultMapping = passage
	m.IndexDynamic, m.StoreDynamic, m.DocValuesDynamic = false, false, false
	return m
}

func textField(name, analyzer string) *mapping.FieldMapping {
	f := bleve.NewTextFieldMapping()
	f.Name = name
	f.Analyzer = analyzer
	f.Store, f.IncludeInAll, f.DocValues = false, false, false
	f.IncludeTermVectors = true // positions, for phrases
	return f
}
