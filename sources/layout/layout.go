package layout

import (
	"fmt"
	"slices"

	"socsearch/sources/document"
	"socsearch/sources/pdf"
	"socsearch/sources/split"
)

// reader reads the typography of a document: what is known of it after each pass.
type reader struct {
	manifest *document.Manifest
	rules    document.Layout
	title    string // as the file's properties give it

	pages []*page
	lines []*line // of all pages, but for what was left out
	body  body

	offset    int // pages of the file before printed page 1
	hasOffset bool
	tagged    bool // headings are tagged
	tagStyles []style
	law       bool // its parts are numbered as a law's

	setApart     map[int]int    // headings of each tag that are set unlike the text
	numberedText map[style]bool // tagged as headings, but the first lines of numbered paragraphs
	runs         []*run
	first        candidate // of the main run
	style        document.Numbering
	numberLeft   float64
	notes        []*note
	doubts       []string
}

// Split works out how a PDF is laid out and splits it into passages. It fails,
// naming the file, where the manifest says otherwise than the document.
func Split(m *document.Manifest, d *pdf.Document) (*split.Result, error) {
	r := infer(m, d, nil)
	result, err := split.Assemble(m, r.blocks(r.cut()))
	if err != nil {
		return nil, err
	}
	if want := m.Paragraphs.Last; want > 0 {
		if got := r.lastNumber(); got != want {
			return nil, fmt.Errorf("%s: the last numbered paragraph found is %d, but the manifest has paragraphs.last %d", m.File, got, want)
		}
	}
	if len(result.Passages) == 0 {
		return nil, fmt.Errorf("%s: it holds no passage: look at it with indexer -inspect", m.File)
	}
	result.Doubts = r.findDoubts(d, result.Contents)
	result.Pages = len(d.Pages)
	result.Unread = map[string]int{}
	for _, p := range d.Pages {
		for reason, n := range p.LeftOut {
			result.Unread[reason] += n
		}
	}
	return result, nil
}

// lastNumber returns the last number of the longest run.
func (r *reader) lastNumber() int {
	if len(r.runs) == 0 {
		return 0
	}
	return r.main().last().Int()
}

// newReader returns what is known of a document before the first pass.
func newReader(m *document.Manifest, d *pdf.Document) *reader {
	r := &reader{manifest: m, title: d.Title}
	if m.Layout != nil {
		r.rules = *m.Layout
	}
	r.pages, r.lines = linesOf(d)
	r.body.size = r.rules.BodySize
	if r.body.size == 0 {
		r.body.size = bodySize(r.lines)
	}
	return r
}

// settle measures columns and places lines in them anew, once some were found
// to be no text.
func (r *reader) settle() {
	r.lines = r.lines[:0]
	for _, p := range r.pages {
		for _, l := range p.lines {
			if l.role != roleLeftOut && l.role != roleNote {
				r.lines = append(r.lines, l)
			}
		}
	}
	r.body.place(r.lines)
	r.body.measure(r.lines)
	r.body.place(r.lines)
	r.body.measurePitch(r.lines)
}

// exclude leaves out what the manifest leaves out by its words, each the first
// time it stands on lines of its own.
func (r *reader) exclude() {
	for _, e := range r.manifest.LeaveOut {
		for i := range r.lines {
			if n := matching(r.lines[i:], e.Text); n > 0 {
				leaveOutPage(r.lines[i:i+n], e.Reason)
				break
			}
		}
	}
}

func (r *reader) doubt(format string, args ...any) {
	if d := fmt.Sprintf(format, args...); !slices.Contains(r.doubts, d) {
		r.doubts = append(r.doubts, d)
	}
}
