package draft

import (
	"regexp"
	"slices"
	"strings"

	"socsearch/sources/blocks"
)

// pairer finds the references that belong to each quotation: one, or several that
// stand together ("paras 79 and 82; Annex A").
type pairer struct {
	doc    *blocks.Document
	works  *works
	quotes []quote
	refs   map[int][]*reference // by block, in order
	byNote map[string][]*reference
	// taken is the quotation after which a reference stands that it belongs to.
	taken map[*reference]int
}

func newPairer(doc *blocks.Document, works *works, quotes []quote, refs []*reference, byNote map[string][]*reference) *pairer {
	return &pairer{doc: doc, works: works, quotes: quotes, refs: byBlock(refs), byNote: byNote, taken: map[*reference]int{}}
}

func byBlock(refs []*reference) map[int][]*reference {
	m := map[int][]*reference{}
	for _, r := range refs {
		m[r.block] = append(m[r.block], r)
	}
	return m
}

// reach is how far from a quotation its reference may stand without being right
// beside it, in bytes.
const reach = 400

// longestSentence bounds how far the sentence around a quotation is looked at, in
// bytes.
const longestSentence = 4_000

// of returns the references of a quotation, the likeliest first; nil for none.
func (p *pairer) of(k int) []*reference {
	q := p.quotes[k]
	b := p.doc.Blocks[q.lastBlock]
	if refs := p.beside(q); refs != nil {
		return p.take(k, refs)
	}
	if q.apart {
		return p.take(k, p.around(q))
	}
	first := p.doc.Blocks[q.block]
	from := max(first.Start, q.outerStart-longestSentence)
	start := from + p.sentenceBefore(from, q.outerStart)
	end := p.sentenceAfter(q.outerEnd, min(b.End, q.outerEnd+longestSentence))
	before := p.lastBefore(k, max(start, q.outerStart-reach))
	after := p.firstAfter(k, min(end, q.outerEnd+reach))
	switch {
	case before != nil && after == nil:
		return p.take(k, []*reference{before})
	case before == nil && after != nil:
		return p.take(k, p.together(after))
	case before != nil && after != nil:
		if _, isTaken := p.taken[before]; isTaken && !p.anotherQuoteBefore(k, after) {
			return p.take(k, p.together(after))
		}
		return p.take(k, []*reference{before})
	}
	if refs := p.noteIn(q.outerEnd, end); refs != nil {
		return p.take(k, refs)
	}
	if refs := p.introduced(k); refs != nil {
		return p.take(k, refs)
	}
	if refs := p.inNext(q); refs != nil {
		return p.take(k, refs)
	}
	return nil
}

// ofTerm returns the references right beside one to three words; nil for none.
func (p *pairer) ofTerm(k int) []*reference {
	q := p.quotes[k]
	near := func(gap string) bool { return len(gap) <= 2*maxBeside && !strings.ContainsAny(gap, ".;!?\n") }
	if refs := p.beside(q); refs != nil {
		if r := refs[0]; r.note != p.doc.Blocks[q.lastBlock].Note || near(p.doc.Text[q.outerEnd:r.start]) {
			return p.take(k, refs)
		}
	}
	if r := p.lastBefore(k, max(0, q.outerStart-4*maxBeside)); r != nil && near(p.doc.Text[r.end:q.outerStart]) {
		return p.take(k, []*reference{r})
	}
	return nil
}

func (p *pairer) take(k int, refs []*reference) []*reference {
	for _, r := range refs {
		r.paired = true
		if _, ok := p.taken[r]; !ok && r.start >= p.quotes[k].outerEnd {
			p.taken[r] = k
		}
	}
	return refs
}

// beside are the references right after a quotation: in brackets, after a dash or a
// comma, or in the note whose mark stands there.
func (p *pairer) beside(q quote) []*reference {
	b := p.doc.Blocks[q.lastBlock]
	for _, m := range p.doc.Marks {
		if m.At >= q.end && m.At <= q.outerEnd+maxBeside && m.At <= b.End && onlyMarks.MatchString(p.doc.Text[q.end:m.At]) {
			if refs := p.byNote[m.Note]; refs != nil {
				return refs
			}
		}
	}
	for _, r := range p.refs[q.lastBlock] {
		if r.start >= q.outerEnd && r.start-q.outerEnd < 4*maxBeside && p.works.connects.MatchString(p.doc.Text[q.outerEnd:r.start]) {
			return p.together(r)
		}
	}
	return nil
}

const maxBeside = 12

var (
	onlyMarks = regexp.MustCompile(`^[\s\pP]*$`)
	// joins is what stands between references that stand together.
	joins = regexp.MustCompile(`(?i)^[\s,;&]*(?:and|see also|also|or)?[\s,]*(?:the\s)?$`)
)

// together are the references of a list that begins with one.
func (p *pairer) together(r *reference) []*reference {
	list := []*reference{r}
	for _, o := range p.refs[r.block] {
		last := list[len(list)-1]
		if o.start >= last.end && joins.MatchString(p.doc.Text[last.end:o.start]) {
			list = append(list, o)
		}
	}
	return list
}

// lastBefore is the last reference before a quotation and after the one before it.
func (p *pairer) lastBefore(k, from int) *reference {
	q := p.quotes[k]
	var found *reference
	for _, r := range p.refs[q.block] {
		if r.end <= q.outerStart && r.start >= from {
			found = r
		}
	}
	return found
}

func (p *pairer) firstAfter(k, to int) *reference {
	q := p.quotes[k]
	for _, r := range p.refs[q.lastBlock] {
		if r.start >= q.outerEnd && r.end <= to {
			return r
		}
	}
	return nil
}

// anotherQuoteBefore reports whether another quotation stands between one and a
// reference after it.
func (p *pairer) anotherQuoteBefore(k int, r *reference) bool {
	return k+1 < len(p.quotes) && p.quotes[k+1].outerStart < r.start
}

// noteIn are the references of the first note with a mark in a stretch.
func (p *pairer) noteIn(from, to int) []*reference {
	for _, m := range p.doc.Marks {
		if m.At >= from && m.At <= to {
			return p.byNote[m.Note]
		}
	}
	return nil
}

// introduced are the references of the sentence before, where it ends in a colon,
// or of the block before where that does.
func (p *pairer) introduced(k int) []*reference {
	q := p.quotes[k]
	b := p.doc.Blocks[q.block]
	if q.outerStart-b.Start > maxBeside || strings.Trim(p.doc.Text[b.Start:q.outerStart], " \t*_>-•") != "" || q.block == 0 || k > 0 && p.quotes[k-1].block == q.block {
		return nil
	}
	return p.blockBefore(q)
}

// around are the references of a block quotation: inside its end, in the note
// whose mark ends it, in the next block or in the one that introduces it.
func (p *pairer) around(q quote) []*reference {
	var inside []*reference
	for i := q.block; i <= q.lastBlock; i++ {
		for _, r := range p.refs[i] {
			if r.start >= q.end {
				inside = append(inside, r)
			}
		}
	}
	if inside != nil {
		return inside
	}
	if refs := p.inNext(q); refs != nil {
		return refs
	}
	return p.blockBefore(q)
}

// inNext are the references with which the block after a quotation begins, in
// brackets, after a dash, or alone.
func (p *pairer) inNext(q quote) []*reference {
	next := q.lastBlock + 1
	if next >= len(p.doc.Blocks) || strings.Trim(p.doc.Text[q.outerEnd:p.doc.Blocks[q.lastBlock].End], " .\n") != "" {
		return nil
	}
	start := p.doc.Blocks[next].Start
	for _, r := range p.refs[next] {
		if p.works.connects.MatchString(p.doc.Text[start:r.start]) {
			if lead := strings.TrimSpace(p.doc.Text[start:r.start]); lead != "" || r.end >= p.doc.Blocks[next].End-2 {
				return p.together(r)
			}
		}
	}
	return nil
}

// blockBefore are the last references of the block that introduces a quotation: in
// its last sentence, or in its last note.
func (p *pairer) blockBefore(q quote) []*reference {
	if q.block == 0 {
		return nil
	}
	b := p.doc.Blocks[q.block-1]
	text := strings.TrimRight(p.doc.Text[b.Start:b.End], " *_\n")
	if !strings.HasSuffix(text, ":") && !q.apart || b.Kind == blocks.Quotation || b.Note != p.doc.Blocks[q.block].Note {
		return nil
	}
	from := b.Start + p.sentenceBefore(b.Start, b.Start+len(text))
	var found *reference
	for _, r := range p.refs[q.block-1] {
		if r.start >= from {
			found = r
		}
	}
	if found != nil {
		return []*reference{found}
	}
	return p.noteIn(from, b.End)
}

// sentenceBefore is where the sentence begins that a place stands in, counted from
// start.
func (p *pairer) sentenceBefore(start, at int) int {
	return sentenceStart(p.masked(start, at))
}

// sentenceAfter is where the sentence ends.
func (p *pairer) sentenceAfter(from, end int) int {
	s := p.masked(from, end)
	last, _ := lastRune(strings.TrimRight(p.doc.Text[:from], `”"’'»)`))
	if (last == '.' || last == '!' || last == '?') && startsSentence.MatchString(s) {
		return from
	}
	for _, m := range sentenceEnd.FindAllStringIndex(s, -1) {
		if !abbreviated.MatchString(s[:m[0]+1]) {
			return from + m[1]
		}
	}
	return end
}

var startsSentence = regexp.MustCompile(`^\s+[\p{Lu}“‘]`)

func lastRune(s string) (rune, bool) {
	r := []rune(s[max(0, len(s)-4):])
	if len(r) == 0 {
		return 0, false
	}
	return r[len(r)-1], true
}

// masked is a stretch of the draft in which quotations are blank, so that their
// sentences don't count.
func (p *pairer) masked(start, end int) string {
	b := []byte(p.doc.Text[start:end])
	first, _ := slices.BinarySearchFunc(p.quotes, start, func(q quote, at int) int { return q.outerEnd - at })
	for _, q := range p.quotes[first:] {
		if q.outerStart >= end {
			break
		}
		// The last byte stays: a full stop inside the marks ends the sentence, too.
		for i := max(q.start, start); i < min(q.end-1, end); i++ {
			b[i-start] = 'x'
		}
	}
	return string(b)
}
