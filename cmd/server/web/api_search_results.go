package web

import (
	"bytes"
	"slices"
	"time"

	"socsearch/index"
	"socsearch/index/lru"
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
	encoded *lru.Cache[resultKey, []jsonMember]
}

// resultKey: an index hands out the same pointer for a passage as long as it
// keeps it decoded; a citation may say on what day it was made.
type resultKey struct {
	passage *document.Passage
	day     time.Time
}

// resultsMemory is how many bytes of results are kept: all of a few papers.
const resultsMemory = 8 << 20

func newResults() *results {
	return &results{lru.New(resultsMemory, func(_ resultKey, members []jsonMember) int {
		n := 0
		for _, m := range members {
			n += len(m.name) + cap(m.value)
		}
		return n
	})}
}

// append appends a hit's JSON to a buffer: all of its members, or those that are asked
// for.
func (r *results) append(b *bytes.Buffer, x *snapshot, h index.Hit, fields []string) error {
	key := resultKey{h.Passage, today()}
	same, ok := r.encoded.Get(key)
	if !ok {
		var err error
		if same, err = encodeMembers(x.newResult(h.Passage, key.day)); err != nil {
			return err
		}
		r.encoded.Put(key, same)
	}
	o := beginObject(b, fields)
	o.encoded(same)
	o.member("score", h.Score)
	o.member("partial", h.Partial)
	o.member("match", h.Match)
	if h.Because != "" {
		o.member("because", h.Because)
	}
	o.member("snippet", h.Snippet.HTML)
	return o.end()
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
