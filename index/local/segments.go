package local

import (
	"cmp"
	"slices"

	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveindex "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	zapx "github.com/blevesearch/zapx/v17"
)

// inOrder is bleve's own format of segments, with the documents of a segment in the
// order of their ids. Bleve hands a batch over as a map, in any order; so the number
// of a document is the place of its passage in reading order, and what lies beside
// the store needs no table from one to the other.
type inOrder struct{ *zapx.ZapPlugin }

func (f inOrder) New(documents []bleveindex.Document) (segment.Segment, uint64, error) {
	sortByID(documents)
	return f.ZapPlugin.New(documents)
}

func (f inOrder) NewUsing(documents []bleveindex.Document, config map[string]any) (segment.Segment, uint64, error) {
	sortByID(documents)
	return f.ZapPlugin.NewUsing(documents, config)
}

func sortByID(documents []bleveindex.Document) {
	slices.SortFunc(documents, func(a, b bleveindex.Document) int { return cmp.Compare(a.ID(), b.ID()) })
}

func init() { scorch.RegisterSegmentPlugin(inOrder{new(zapx.ZapPlugin)}, true) }
