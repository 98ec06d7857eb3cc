package quotation

import (
	"math"
	"slices"
	"strings"
)

// Verdict is what is found of a quotation's words.
type Verdict string

// The verdicts.
const (
	Exact   Verdict = "exact"
	Altered Verdict = "altered"
	Absent  Verdict = "absent"
)

// Result is what was found of a quotation.
type Result struct {
	Verdict Verdict
	Places  []Place // every place of the words, in reading order; the best first where altered
	Diff    []Diff  // of the first place; nil where exact
	Message string  // what differs first of all, "" where nothing does
	Words   int     // how many the quotation has
	// Score is how sure it is that an altered quotation comes from its place, from 0
	// to 1.
	Score float64
}

// Place is where the words stand.
type Place struct {
	Passages []string // ids: more than one where the words go on into the next
	Footnote string   // number of the footnote of the first passage; "" for its text
	Start    int      // code points in the first passage's text or its footnote's
	End      int      // … -1 and -1 where the words are a heading's or a table's
	Warnings []string // what marked changes hide there
	Printed  string   // the words as printed, marked omissions kept
}

// Diff is a piece of the difference between the document and the quotation.
type Diff struct {
	Op   string `json:"op"` // "same", "missing" in the quotation, "extra" in it
	Text string `json:"text"`
}

// maxWords is the longest quotation that is aligned: more than ten pages.
const maxWords = 4000

// CountWords is how many words a text has, brackets and omissions left out.
func CountWords(s string) int { return countWords(elements(s)) }

func countWords(q []element) int {
	n := 0
	for _, e := range q {
		if e.kind == kindWord || e.kind == kindPattern {
			n++
		}
	}
	return n
}

// Match looks for a quotation, given without its marks. only reports whether a
// passage counts; nil for all.
func (c *Corpus) Match(text string, only func(id string) bool) *Result {
	q := elements(text)
	q = c.mend(q)
	r := &Result{Verdict: Absent, Words: countWords(q)}
	inner := trimMarks(q)
	if r.Words == 0 || len(inner) > maxWords || len(c.places) == 0 {
		return r
	}
	ids := make([]int32, len(inner))
	for i, e := range inner {
		ids[i] = -1
		if e.kind == kindWord || e.kind == kindPattern {
			ids[i] = c.id(e.key)
		}
	}
	m := &matching{Corpus: c, text: text, q: inner, ids: ids, only: only}
	m.leading, m.trailing = len(q) > 0 && q[0].kind == kindGap, len(q) > 1 && q[len(q)-1].kind == kindGap
	m.search()
	m.fill(r)
	return r
}

// trimMarks leaves out gaps and brackets at both ends.
func trimMarks(q []element) []element {
	mark := func(e element) bool { return e.kind == kindGap || e.kind == kindBracket && len(e.inside) == 0 }
	for len(q) > 0 && mark(q[0]) {
		q = q[1:]
	}
	for len(q) > 0 && mark(q[len(q)-1]) {
		q = q[:len(q)-1]
	}
	return q
}

// mend joins words that a line's end broke, where the documents have the whole.
func (c *Corpus) mend(q []element) []element {
	var out []element
	for _, e := range q {
		if n := len(out); e.join == joinLine && n > 0 && out[n-1].kind == kindWord && e.kind == kindWord {
			if whole := out[n-1].key + e.key; c.id(whole) >= 0 {
				out[n-1].key, out[n-1].form, out[n-1].end = whole, out[n-1].form+e.form, e.end
				continue
			}
		}
		out = append(out, e)
	}
	return out
}

// matching is the search for one quotation.
type matching struct {
	*Corpus
	text              string
	q                 []element
	ids               []int32
	only              func(id string) bool
	leading, trailing bool // the quotation begins or ends with an ellipsis

	exact [][]step
	best  []step
	score float64
}

func (m *matching) search() {
	for _, start := range m.runs(m.q, m.ids) {
		steps := make([]step, len(m.q))
		for i := range steps {
			steps[i] = step{opSame, i, start + int32(i)}
		}
		m.take(steps)
	}
	if len(m.exact) > 0 {
		return
	}
	for _, at := range m.candidates(m.q, m.ids) {
		first, last := m.window(m.q, at)
		if first < last {
			m.take(m.ends(m.align(m.q, m.ids, first, last)))
		}
	}
}

// ends tells of a word at either end as changed where the document has another in its
// place in the same sentence. An alignment is free to end before it, and takes the word
// for one that was put in.
func (m *matching) ends(steps []step) []step {
	n := len(steps)
	if n < 2 {
		return steps
	}
	if first, next := &steps[0], steps[1]; first.op == opExtra && agrees(next) && m.goesOn(next.j-1) {
		*first = step{opChanged, first.i, next.j - 1}
	}
	if last, before := &steps[n-1], steps[n-2]; last.op == opExtra && agrees(before) && m.goesOn(before.j) {
		*last = step{opChanged, last.i, before.j + 1}
	}
	return steps
}

// take keeps an alignment if it is exact, or better than the best so far.
func (m *matching) take(steps []step) {
	if len(steps) == 0 || m.only != nil && !m.allowed(steps) {
		return
	}
	if m.isExact(steps) {
		m.exact = append(m.exact, steps)
		return
	}
	if score := m.likeness(steps); score > m.score {
		m.best, m.score = steps, score
	}
}

func (m *matching) allowed(steps []step) bool {
	for _, s := range steps {
		if s.op == opSame {
			return m.only(m.Passages[m.units[m.places[s.j].unit].passage].ID)
		}
	}
	return false
}

// isExact reports whether nothing differs, and the parts stand in one passage or
// in ones that follow each other.
func (m *matching) isExact(steps []step) bool {
	unit, same := int32(-1), 0
	for _, s := range steps {
		switch s.op {
		case opSame:
			at := m.places[s.j].unit
			if unit >= 0 && at > unit+1 {
				return false
			}
			unit = at
			same++
		case opMark, opHidden:
		default:
			return false
		}
	}
	return same > 0
}

// likeness is how sure it is that an altered quotation comes from there, from 0 to
// 1; 0 where it is too little.
func (m *matching) likeness(steps []step) float64 {
	const enough = 0.5
	var same, all, content float64
	run, longest, matched, missing := 0, 0, 0, 0
	for k, s := range steps {
		if s.op == opMissing {
			missing++
			run = 0
			continue
		}
		if s.op == opHidden || s.op == opMark {
			continue
		}
		w := m.weight(s.i)
		all += w
		if s.op != opSame && s.op != opForm {
			run = 0
			continue
		}
		run++
		matched++
		longest = max(longest, run)
		alone := !(k > 0 && agrees(steps[k-1]) || k+1 < len(steps) && agrees(steps[k+1]))
		if alone {
			w /= 2
		}
		same += w
		if w > contentWeight {
			content++
		}
	}
	words := countWords(m.q)
	share := same / max(all, 1)
	long := 3
	if words <= 5 {
		long = 2
	}
	if matched == words && words > 1 && missing == 0 {
		return 0.9 // capitals and hyphens alone differ
	}
	density := float64(matched) / float64(matched+missing)
	if share < enough || longest < long || content < 2 || density < 0.35 {
		return 0
	}
	return share * (0.5 + density/2)
}

func agrees(s step) bool { return s.op == opSame || s.op == opForm }

// contentWeight is the weight of words that tell something.
const contentWeight = 2.5

// weight is how much a word of the quotation tells: the rarer, the more.
func (m *matching) weight(i int) float64 {
	most := math.Log(1 + float64(len(m.places))/2)
	if m.ids[i] < 0 {
		return most * 0.5
	}
	return math.Min(math.Log(1+float64(len(m.places))/float64(len(m.postings[m.ids[i]]))), most)
}

// fill writes what was found into a result.
func (m *matching) fill(r *Result) {
	alignments := m.exact
	switch {
	case len(m.exact) > 0:
		r.Verdict = Exact
	case m.best != nil:
		r.Verdict, r.Score = Altered, m.score
		alignments = [][]step{m.best}
	default:
		return
	}
	seen := map[string]bool{}
	for _, steps := range alignments {
		p := m.place(steps)
		key := strings.Join(p.Passages, " ") + "#" + p.Footnote
		if !seen[key] {
			seen[key] = true
			p.Warnings = m.warnings(steps)
			r.Places = append(r.Places, p)
		}
	}
	slices.SortStableFunc(r.Places, func(a, b Place) int {
		return m.order[a.Passages[0]] - m.order[b.Passages[0]]
	})
	if r.Verdict == Altered {
		r.Diff = m.diff(m.best)
		r.Message = m.message(m.best)
	}
}
