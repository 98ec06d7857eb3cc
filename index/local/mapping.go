package local

import (
	"slices"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"

	"socsearch/index/schema"
)

// FormatVersion is the version of everything that an index holds. Raise it with
// any change to the mapping, the analysis, the making of passages, or the files
// beside the store: an index of another version is rebuilt. A test holds it
// against what is indexed.
const FormatVersion = 12

// newMapping makes the mapping: what isn't named here is not indexed.
func newMapping() *mapping.IndexMappingImpl {
	passage := bleve.NewDocumentStaticMapping()
	for _, name := range schema.Searched {
		passage.AddFieldMappingsAt(name, textField(name, proseName), textField(name+schema.ExactSuffix, exactName))
	}
	for _, name := range slices.Concat([]string{schema.ID, schema.Number, schema.NoteNumber}, schema.Lookup, schema.FacetNames()) {
		f := bleve.NewKeywordFieldMapping()
		f.Store, f.IncludeInAll, f.DocValues, f.IncludeTermVectors = false, false, false, false
		passage.AddFieldMappingsAt(name, f)
	}
	stored := bleve.NewTextFieldMapping()
	stored.Index, stored.Store, stored.IncludeInAll, stored.DocValues, stored.IncludeTermVectors = false, true, false, false, false
	passage.AddFieldMappingsAt(schema.Passage, stored)

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
