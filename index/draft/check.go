package draft

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"socsearch/index/quotation"
	"socsearch/sources/blocks"
	"socsearch/sources/cite"
	"socsearch/sources/document"
	"socsearch/sources/resolve"
)

// Checker checks drafts. It may be used by several goroutines at once.
type Checker struct {
	Corpus    *quotation.Corpus
	Manifests []*document.Manifest
	Resolve   func(string) (*resolve.Reference, error)
	Index     string // fingerprint of the index
}

// Options are how a draft is checked.
type Options struct {
	Style    cite.Style // of the citations of corrections; "" is OSCOLA
	Document string     // the only document that counts; "" for all
	Name     string     // of the file
	Format   string
	Accessed time.Time // the day for citations of web pages
}

// termWords is how many words in quotation marks are a term, not a quotation.
const termWords = 3

// Check checks a draft. The error is the context's.
func (c *Checker) Check(ctx context.Context, doc *blocks.Document, o Options) (*Report, error) {
	if o.Style == "" {
		o.Style = cite.StyleOSCOLA
	}
	doc = withoutGiants(doc)
	s := &session{Checker: c, doc: doc, o: o, runes: newRunes(doc.Text)}
	if o.Document != "" {
		prefix := o.Document + "/"
		s.only = func(id string) bool { return strings.HasPrefix(id, prefix) }
	}
	s.works = newWorks(c.Manifests)
	f := &referrer{doc: doc, works: s.works, resolve: c.Resolve, done: func() bool { return ctx.Err() != nil }}
	for _, m := range c.Manifests {
		if m.Slug == o.Document {
			f.only = m
		}
	}
	refs := f.find()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	quotes := s.quotes(refs, f.done)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	slices.SortStableFunc(quotes, func(a, b quote) int { return a.start - b.start })
	p := newPairer(doc, s.works, quotes, refs, f.byNote)
	for k := range quotes {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		q := &quotes[k]
		if !q.apart && quotation.CountWords(doc.Text[q.start:q.end]) <= termWords {
			s.judge(q, p.ofTerm(k))
		} else {
			s.judge(q, p.of(k))
		}
	}
	for _, r := range refs {
		if !r.paired {
			s.reference(r)
		}
	}
	slices.SortStableFunc(s.findings, func(a, b Finding) int { return a.Start - b.Start })
	return s.report(), nil
}

// maxBlock is the longest block that is looked at as one, in bytes: more than any
// paragraph has. What is looked for in a block takes time with the square of its
// length.
const maxBlock = 20_000

// withoutGiants cuts blocks that are longer, at spaces.
func withoutGiants(doc *blocks.Document) *blocks.Document {
	giant := func(b blocks.Block) bool { return b.End-b.Start > maxBlock }
	if !slices.ContainsFunc(doc.Blocks, giant) {
		return doc
	}
	cut := *doc
	cut.Blocks = nil
	for _, b := range doc.Blocks {
		for giant(b) {
			first := b
			first.End = b.Start + maxBlock
			if at := strings.LastIndexAny(doc.Text[b.Start:first.End], " \n"); at > 0 {
				first.End = b.Start + at + 1
			}
			for !utf8.RuneStart(doc.Text[first.End]) {
				first.End--
			}
			cut.Blocks = append(cut.Blocks, first)
			b.Start = first.End
		}
		cut.Blocks = append(cut.Blocks, b)
	}
	return &cut
}

// session is the check of one draft.
type session struct {
	*Checker
	doc      *blocks.Document
	works    *works
	o        Options
	only     func(string) bool
	runes    *runes
	findings []Finding
}

// quotes are the quotations of a draft without the titles of works: those aren't
// words that somebody quotes.
func (s *session) quotes(refs []*reference, done func() bool) []quote {
	f := &finder{doc: s.doc, done: done, known: func(words string) bool {
		return s.Corpus.Match(words, s.only).Verdict == quotation.Exact
	}}
	var list []quote
	inBlock := byBlock(refs)
	for _, q := range f.find() {
		if done() {
			return nil
		}
		if q.apart {
			for i := q.block; i <= q.lastBlock; i++ {
				s.trimTail(&q, inBlock[i])
			}
		}
		text := s.doc.Text[q.start:q.end]
		if q.start >= q.end || quotation.CountWords(text) == 0 || s.isTitle(q) || insideReference(q, inBlock[q.block]) {
			continue
		}
		if q.apart && !q.sure && !s.introducedOrKnown(q, refs) {
			continue
		}
		list = append(list, q)
	}
	return list
}

// trimTail takes the reference off the end of a block quotation.
func (s *session) trimTail(q *quote, refs []*reference) {
	for _, r := range refs {
		if r.start <= q.start || r.end > q.end {
			continue
		}
		text := s.doc.Text[q.start:r.start]
		at := strings.LastIndexAny(text, "(—–\n[")
		if at <= 0 {
			continue
		}
		rest := s.doc.Text[q.start+at : q.end]
		line := strings.TrimLeft(rest, "\n> \t")
		if tail.MatchString(strings.TrimSpace(rest)) || rest[0] == '\n' && s.works.connects.MatchString(line[:max(0, len(line)-(q.end-r.start))]) && len(strings.TrimSpace(s.doc.Text[r.end:q.end])) < 3 {
			q.end = q.start + len(strings.TrimRight(text[:at], " \t\n>"))
			return
		}
	}
}

// insideReference reports whether a quotation is a part of a reference: the title
// of a box.
func insideReference(q quote, refs []*reference) bool {
	return slices.ContainsFunc(refs, func(r *reference) bool { return r.start <= q.start && q.end <= r.end && r.verdict != Other && !q.apart })
}

// isTitle reports whether a quotation is the title of a work in a citation.
func (s *session) isTitle(q quote) bool {
	text := s.doc.Text[q.start:q.end]
	for _, n := range s.works.namesIn(text) {
		if n.start == 0 && len(strings.Trim(text[n.end:], " .,")) == 0 && !q.apart {
			return true
		}
	}
	after := s.doc.Text[q.outerEnd:min(len(s.doc.Text), q.outerEnd+60)]
	before := strings.TrimRight(s.doc.Text[max(s.doc.Blocks[q.block].Start, q.outerStart-citationLength):q.outerStart], " ")
	inNote := s.doc.Blocks[q.block].Kind == blocks.Note
	if !titleAfter.MatchString(after) || !inNote && !authorBefore.MatchString(before) {
		return false
	}
	return s.Corpus.Match(text, nil).Verdict != quotation.Exact
}

// introducedOrKnown reports whether an indented stretch is a quotation: its words
// come from the documents, or a reference belongs to it.
func (s *session) introducedOrKnown(q quote, refs []*reference) bool {
	text := s.doc.Text[q.start:q.end]
	if quotation.CountWords(text) <= termWords {
		return false
	}
	if s.Corpus.Match(text, s.only).Verdict != quotation.Absent {
		return true
	}
	p := newPairer(s.doc, s.works, []quote{q}, refs, nil)
	return p.around(q) != nil
}

func (s *session) report() *Report {
	r := &Report{
		Index: s.Index, Style: string(s.o.Style), Findings: s.findings,
		Input: Input{Name: s.o.Name, Format: s.o.Format, Characters: utf8.RuneCountInString(s.doc.Text), Text: s.doc.Text, LeftOut: s.doc.LeftOut},
	}
	if r.Findings == nil {
		r.Findings = []Finding{}
	}
	worst := map[*reference]Verdict{}
	for i := range r.Findings {
		f := &r.Findings[i]
		f.fillLists()
		switch f.Type {
		case TypeTerm:
			r.Summary.Terms++
			continue
		case TypeQuotation:
			r.Summary.Quotations++
			switch f.Words {
			case quotation.Exact:
				r.Summary.Exact++
			case quotation.Altered:
				r.Summary.Altered++
			default:
				r.Summary.Absent++
			}
		}
		v := f.Verdict
		if f.Reference != nil {
			v = f.Reference.Verdict
		}
		if f.reference != nil && (worst[f.reference] == "" || v == Wrong) {
			worst[f.reference] = v
		}
	}
	for _, v := range worst {
		r.Summary.References++
		switch v {
		case Right:
			r.Summary.Right++
		case Wrong:
			r.Summary.Wrong++
		case Unknown:
			r.Summary.Unknown++
		case Other:
			r.Summary.Other++
		}
	}
	return r
}

// fillLists makes the lists that are absent empty, so that JSON has [] for them.
func (f *Finding) fillLists() {
	if f.Difference == nil {
		f.Difference = []quotation.Diff{}
	}
	f.Warnings, f.Passages = notNil(f.Warnings), notNil(f.Passages)
}

// runes turns bytes into code points, quickly for places in ascending order.
type runes struct {
	s           string
	bytes, code int
}

func newRunes(s string) *runes { return &runes{s: s} }

func (r *runes) at(b int) int {
	if b < r.bytes {
		r.code -= utf8.RuneCountInString(r.s[b:r.bytes])
	} else {
		r.code += utf8.RuneCountInString(r.s[r.bytes:b])
	}
	r.bytes = b
	return r.code
}
