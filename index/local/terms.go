package local

import (
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/mapping"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// analysed is a passage as it goes into the store: the terms of its fields.
type analysed []termsField

// termsField is a field of a bleve document whose terms are known already: bleve
// would cut the text again, and keep more of it than is asked.
type termsField struct {
	name  string
	terms bleveindex.TokenFrequencies // shared, and never changed
}

func (f *termsField) Name() string             { return f.name }
func (f *termsField) Value() []byte            { return nil }
func (f *termsField) ArrayPositions() []uint64 { return nil }
func (f *termsField) EncodedFieldType() byte   { return 't' }
func (f *termsField) Analyze()                 {}
func (f *termsField) Options() bleveindex.FieldIndexingOptions {
	return bleveindex.IndexField | bleveindex.SkipFreqNorm
}
func (f *termsField) AnalyzedLength() int                                   { return 0 } // see the file of places
func (f *termsField) AnalyzedTokenFrequencies() bleveindex.TokenFrequencies { return f.terms }
func (f *termsField) NumPlainTextBytes() uint64                             { return 0 }
func (f *termsField) Size() int                                             { return len(f.name) }

// passageMapping is the mapping of a store with a shorter way for passages whose
// terms are known.
type passageMapping struct{ *mapping.IndexMappingImpl }

func (m passageMapping) MapDocument(doc *document.Document, data any) error {
	passage, ok := data.(analysed)
	if !ok {
		return m.IndexMappingImpl.MapDocument(doc, data)
	}
	for i := range passage {
		doc.AddField(&passage[i])
	}
	return nil
}

// termSet makes the terms of a field from its values.
func termSet(values []string) bleveindex.TokenFrequencies {
	terms := make(bleveindex.TokenFrequencies, len(values))
	for _, v := range values {
		terms[v] = termAlone(v)
	}
	return terms
}

// termAlone is a term without a frequency, which the store then doesn't keep.
func termAlone(term string) *bleveindex.TokenFreq { return &bleveindex.TokenFreq{Term: []byte(term)} }
