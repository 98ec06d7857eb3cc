package local

import (
	"context"
	"errors"
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// store is a bleve index that is open for reading, with a snapshot that sees it
// as it is for good.
type store struct {
	index   bleve.Index
	reader  *scorch.IndexSnapshot
	segment segment.Segment // the only one; nil: the index is empty
}

func openStore(path string) (*store, error) {
	x, err := bleve.OpenUsing(path, map[string]any{"read_only": true, "bolt_timeout": boltTimeout})
	if err != nil {
		return nil, err
	}
	advanced, err := x.Advanced()
	if err != nil {
		return nil, errors.Join(err, x.Close())
	}
	reader, err := advanced.Reader()
	if err != nil {
		return nil, errors.Join(err, x.Close())
	}
	s := &store{index: x}
	var ok bool
	if s.reader, ok = reader.(*scorch.IndexSnapshot); !ok || len(s.reader.Segments()) > 1 {
		return nil, errors.Join(fmt.Errorf("%s isn't one segment: this program doesn't write such a store", path), reader.Close(), x.Close())
	}
	if len(s.reader.Segments()) == 1 {
		s.segment = s.reader.Segments()[0].Segment()
	}
	return s, nil
}

func (s *store) close() error { return errors.Join(s.reader.Close(), s.index.Close()) }

// bitmap is what bleve's segments keep the documents of a term in; a term of one
// document has none.
type bitmap interface {
	ActualBitmap() *roaring.Bitmap
	DocNum1Hit() (document uint64, ok bool)
}

// documents returns the numbers of the documents that have a term in a field,
// in ascending order.
func (s *store) documents(ctx context.Context, field, term string) ([]uint32, error) {
	if s.segment == nil {
		return nil, ctx.Err()
	}
	dictionary, err := s.segment.Dictionary(field)
	if err != nil {
		return nil, err
	}
	list, err := dictionary.PostingsList([]byte(term), nil, nil)
	if err != nil {
		return nil, err
	}
	documents, ok := list.Iterator(false, false, false, nil).(bitmap)
	if !ok {
		return nil, fmt.Errorf("documents of %q in %s: bleve has no bitmap of them", term, field)
	}
	if one, ok := documents.DocNum1Hit(); ok {
		return []uint32{uint32(one)}, ctx.Err()
	}
	if all := documents.ActualBitmap(); all != nil {
		return all.ToArray(), ctx.Err()
	}
	return nil, ctx.Err()
}

// terms calls visit for each term of a field in alphabetical order.
func (s *store) terms(field string, visit func(term string, documents int)) error {
	dict, err := s.reader.FieldDict(field)
	if err != nil {
		return err
	}
	defer dict.Close()
	for {
		e, err := dict.Next()
		if err != nil || e == nil {
			return err
		}
		visit(e.Term, int(e.Count))
	}
}

// externalID is the id of a bleve document: the passage's place in reading order.
func externalID(place int) string { return fmt.Sprintf("%09d", place) }
