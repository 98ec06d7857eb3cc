package web

import (
	"bytes"
	"slices"
	"strconv"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"socsearch/index"
	"socsearch/sources/cite"
	"socsearch/sources/document"
)

// resultJSON is what is the same of a passage in every search: the passage
// without the places of its mentions and the texts of its footnotes, which its
// own address has.
type resultJSON struct {
	document.Passage
	Footnotes []footnoteMark `json:"footnotes"`
	Citation  string         `json:"citation"`
}

type footnoteMark struct {
	Number string `json:"number"`
	At     int    `json:"at"`
}

// results keeps the JSON of passages that were found before: a search has to
// write only what it says of them.
type results struct {
	encoded *lru.Cache[resultKey, []byte]
}

// resultKey: an index hands out the same pointer for a passage as long as it
// keeps it decoded; a citation may say on what day it was made.
type resultKey struct {
	passage *document.Passage
	day     time.Time
}

// keptResults is how many results are kept: all of a few papers, some MB.
const keptResults = 2048

func newResults() (*results, error) {
	encoded, err := lru.New[resultKey, []byte](keptResults)
	return &results{encoded}, err
}

// append appends a hit's JSON to a buffer.
func (r *results) append(b *bytes.Buffer, x *snapshot, h index.Hit) error {
	key := resultKey{h.Passage, today()}
	same, ok := r.encoded.Get(key)
	if !ok {
		var own bytes.Buffer
		if err := encodeJSON(&own, x.newResult(h.Passage, key.day)); err != nil {
			return err
		}
		same = own.Bytes()
		r.encoded.Add(key, same)
	}
	b.Write(same[:len(same)-len("}\n")])
	b.WriteString(`,"score":`)
	b.Write(strconv.AppendFloat(b.AvailableBuffer(), float64(h.Score), 'f', -1, 32))
	b.WriteString(`,"partial":`)
	b.Write(strconv.AppendBool(b.AvailableBuffer(), h.Partial))
	b.WriteString(`,"match":"`)
	b.WriteString(string(h.Match))
	b.WriteByte('"')
	if h.Because != "" {
		b.WriteString(`,"because":`)
		if err := encodeJSON(b, h.Because); err != nil {
			return err
		}
		b.Truncate(b.Len() - 1)
	}
	b.WriteString(`,"snippet":`)
	if err := encodeJSON(b, h.Snippet.HTML); err != nil {
		return err
	}
	b.Truncate(b.Len() - 1) // the encoder ends with a new line
	b.WriteByte('}')
	return nil
}

func (x *snapshot) newResult(p *document.Passage, day time.Time) resultJSON {
	r := resultJSON{Passage: *p, Footnotes: []footnoteMark{}}
	r.Organisations = document.WithoutWhy(p.Organisations)
	r.Implied = document.WithoutWhy(p.Implied)
	r.Commitments, r.Expectations = withoutWhy(p)
	for _, n := range p.Footnotes {
		r.Footnotes = append(r.Footnotes, footnoteMark{n.Number, n.At})
	}
	if d := x.Document(p.Document); d != nil {
		w := cite.Work{Manifest: &d.Manifest, Pins: cite.Passages(p)}
		r.Citation = cite.Cite(cite.StyleOSCOLA, w, day).Text
	}
	return r
}

// withoutWhy returns what a passage undertakes and expects without the words that
// it rests on.
func withoutWhy(p *document.Passage) ([]document.Commitment, []document.Expectation) {
	commitments, expectations := slices.Clone(p.Commitments), slices.Clone(p.Expectations)
	for i := range commitments {
		commitments[i].Why = []document.Span{}
	}
	for i := range expectations {
		expectations[i].Why = []document.Span{}
	}
	return commitments, expectations
}
