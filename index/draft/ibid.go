package draft

import (
	"regexp"
	"slices"
	"strings"

	"socsearch/sources/blocks"
)

var (
	// again is a reference to what was cited last, with a place of its own or not.
	again = regexp.MustCompile(`(?i)\b(?:ibid(?:em)?\.?|idem|id\.(?:,?\s+at)|(?:the|that|this)\s+same\s+(?:paragraph|para|passage|page|place|footnote|box)|same\s+(?:paragraph|para|page)|loc\.?\s*cit\.?)(?:,?\s*(?:at\s+)?\[?(` + number + `)\]?(?:\s*(?:–|-|—|to)\s*\[?(` + number + `)\]?)?)?`)
	// above is a reference to what an earlier note cites: "(n 3)", "above n 3".
	above = regexp.MustCompile(`(?i)(?:\((?:above\s+|supra\s+)?(?:nn?|notes?|fn|footnote)\.?\s*(\d{1,3})(?:\s+above)?\)|\b(?:above|supra)\s+(?:nn?|notes?)\.?\s*(\d{1,3}))(?:\s*(?:at\s+)?(?:(\d{1,3}(?:\s*[–-]\s*\d{1,3})?)\b|\[(` + number + `)\]))?`)
)

// chain takes the references of a block that go back to earlier ones. Those of the
// block stand from n on in f.refs.
func (f *referrer) chain(i int, b blocks.Block, n int) {
	text := f.doc.Text[b.Start:b.End]
	for _, m := range above.FindAllStringSubmatchIndex(text, -1) {
		note := group(text, m, 1) + group(text, m, 2)
		earlier := f.byNote[note]
		if len(earlier) == 0 {
			continue
		}
		f.replaceAll(i, b, n, m[0], m[1], earlier[0], group(text, m, 3), group(text, m, 4))
	}
	for _, m := range again.FindAllStringSubmatchIndex(text, -1) {
		r := &reference{start: b.Start + m[0], end: b.Start + m[1], block: i, note: b.Note}
		if next := f.following(n, r); next != nil { // “ibid, para 80” was read as a place of its own
			if last := f.before(r); last != nil {
				f.inherit(next, last)
				next.start = r.start
			}
			continue
		}
		last := f.before(r)
		if last == nil {
			r.verdict, r.message = Unknown, "There is no reference before it that it could go back to."
		} else {
			f.again(r, last, group(text, m, 1), group(text, m, 2))
		}
		f.refs = append(f.refs, r)
	}
	slices.SortStableFunc(f.refs[n:], func(a, b *reference) int { return a.start - b.start })
}

func group(s string, m []int, i int) string {
	if m[2*i] < 0 {
		return ""
	}
	return s[m[2*i]:m[2*i+1]]
}

// following is the reference whose place was read right after a word that goes
// back, or over it.
func (f *referrer) following(n int, r *reference) *reference {
	for _, o := range f.refs[n:] {
		gap := o.start - r.end
		if o.start < r.end && r.start < o.end || gap >= 0 && gap < 8 && strings.Trim(f.doc.Text[r.end:o.start], " ,.at\n") == "" {
			return o
		}
	}
	return nil
}

// before is the last reference before one: in its block, or in the text or the
// notes before.
func (f *referrer) before(r *reference) *reference {
	for k := len(f.refs) - 1; k >= 0; k-- {
		if o := f.refs[k]; o.end <= r.start && (o.note == "") == (r.note == "") {
			return o
		}
	}
	return nil
}

// inherit gives a place without a work that of an earlier reference.
func (f *referrer) inherit(r, last *reference) {
	if last.verdict == Other {
		r.verdict, r.ids, r.message = Other, nil, ""
		return
	}
	if r.work == nil && last.work != nil {
		r.work = last.work
		f.place(r, f.doc.Text[r.start:r.end])
	}
}

// again makes a reference that of an earlier one, with a place of its own if from
// isn't "".
func (f *referrer) again(r, last *reference, from, to string) {
	copied := *last
	copied.start, copied.end, copied.block, copied.note, copied.paired = r.start, r.end, r.block, r.note, false
	*r = copied
	if from == "" || last.verdict == Other {
		return
	}
	kind := last.kind
	if kind == "" || kind == "figure" {
		kind = "para"
	}
	if to != "" {
		from += "–" + to
	}
	r.whole, r.footnotes, r.others, r.kind, r.ids, r.message = false, nil, nil, kind, nil, ""
	f.place(r, kind+" "+from)
}

// replaceAll takes "(n 3)" with the place that follows it.
func (f *referrer) replaceAll(i int, b blocks.Block, n, start, end int, earlier *reference, page, para string) {
	r := &reference{start: b.Start + start, end: b.Start + end, block: i, note: b.Note}
	for k := n; k < len(f.refs); k++ { // a place that was read after it
		o := f.refs[k]
		if o.start >= r.start && o.start-r.end < 8 && (o.start <= r.end || strings.Trim(f.doc.Text[r.end:o.start], " ,.at\n") == "") {
			if o.start < r.start+2 && unitKind(strings.Trim(f.doc.Text[o.start:o.end], "( ")) == "fn" { // the number of the note was taken for a document's footnote
				f.refs = slices.Delete(f.refs, k, k+1)
				k--
				continue
			}
			f.inherit(o, earlier)
			return
		}
	}
	switch {
	case para != "":
		copied := *earlier
		copied.kind = "para"
		f.again(r, &copied, para, "")
	case page != "":
		copied := *earlier
		copied.kind = "p"
		f.again(r, &copied, page, "")
	default:
		f.again(r, earlier, "", "")
	}
	f.refs = append(f.refs, r)
}

// otherNote takes a note that cites something, but none of the documents, as a
// reference to another work.
func (f *referrer) otherNote(i int, b blocks.Block, n int) {
	if len(f.refs) > n {
		return
	}
	text := f.doc.Text[b.Start:b.End]
	if !year.MatchString(text) && !seriesNumber.MatchString(text) && !otherWork.MatchString(text) {
		return
	}
	start := b.Start + len(text) - len(strings.TrimLeft(text, " \t"))
	f.refs = append(f.refs, &reference{start: start, end: b.End, block: i, note: b.Note, verdict: Other})
}
