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
const FormatVersion = 17

// newMapping makes the mapping: what isn't named here is not indexed.
func newMapping() *mapping.IndexMappingImpl {
	passage := bleve.NewDocumentStaticMapping()
	for _, name := range schema.Searched {
		passage.AddFieldMappingsAt(name, textField(name))
	}
	for _, name := range slices.Concat([]string{schema.ID, schema.Number, schema.NoteNumber}, schema.Lookup, schema.FacetNames()) {
		f := bleve.NewKeywordFieldMapping()
		f.Store, f.IncludeInAll, f.DocValues, f.IncludeTermVectors, f.SkipFreqNorm = false, false, false, false, true
		passage.AddFieldMappingsAt(name, f)
	}
	passage.AddSubDocumentMapping("_all", bleve.NewDocumentDisabledMapping())

	m := bleve.NewIndexMapping()
	m.DefaultMapping = passage
	m.IndexDynamic, m.StoreDynamic, m.DocValuesDynamic = false, false, false
	return m
}

func textField(name string) *mapping.FieldMapping {
	f := bleve.NewTextFieldMapping()
	f.Name = name
	f.Analyzer = proseName
	f.Store, f.IncludeInAll, f.DocValues, f.IncludeTermVectors = false, false, false, false
	f.SkipFreqNorm = true // they lie beside the store, with the places
	return f
}
