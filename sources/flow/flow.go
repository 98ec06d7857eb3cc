package flow

import (
	"fmt"

	"socsearch/sources/blocks"
	"socsearch/sources/document"
	"socsearch/sources/split"
)

// The reasons under which words are in no passage, besides those of the readers.
const (
	Title     = "title"
	Contents  = "contents"
	Signature = "signature"
)

// Split splits a document into passages. It fails, naming the file, where the
// manifest says otherwise than the document.
func Split(m *document.Manifest, source *blocks.Document) (*split.Result, error) {
	d := infer(m, source)
	parts := d.cut()
	result, err := split.Assemble(m, d.write(parts))
	if err != nil {
		return nil, err
	}
	if want := m.Paragraphs.Last; want > 0 {
		if got := d.lastNumber(); got != want {
			return nil, fmt.Errorf("%s: the last numbered paragraph found is %d, but the manifest has paragraphs.last %d", m.File, got, want)
		}
	}
	if len(result.Passages) == 0 {
		return nil, fmt.Errorf("%s: it holds no passage: look at it with indexer -inspect", m.File)
	}
	result.Doubts = d.findDoubts(result)
	return result, nil
}

func infer(m *document.Manifest, source *blocks.Document) *doc {
	d := newDoc(m, source)
	if m.Paragraphs.Numbering != document.NumberingPages {
		d.findNumbers()
	}
	d.findHeadings()
	return d
}

// lastNumber returns the last number of the document's own run.
func (d *doc) lastNumber() int {
	if r := d.main(); r != nil {
		return r.last().Int()
	}
	return 0
}
