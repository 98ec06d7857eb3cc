package draft

import (
	"regexp"
	"strings"

	"socsearch/sources/blocks"
	"socsearch/sources/document"
)

// law is a place in a statute, or a report of a case: works that documents of policy
// never are.
var law = regexp.MustCompile(`\b(?:[A-Z][\pL’'-]+\s(?:(?:and|of|the|for|in)\s)*){1,8}(?:Act|Order|Bill|Regulations)\s\d{4},?\s\(?(?:ss?|sections?|sch|arts?|regs?)\.?\s?\d+[A-Z]*(?:\(\w{1,4}\))*` +
	`|\b(?:ss?|[Ss]ections?|[Aa]rticles?)\.?\s\d+[A-Z]*(?:\(\w{1,4}\))*\s(?:of\s)?(?:the\s)?(?:[A-Z][\pL’'-]+\s(?:(?:and|of|the|for|in|on)\s)*){1,8}(?:Act|Convention|Order)(?:\s\d{4})?` +
	`|\[\d{4}\]\s(?:\d+\s)?[A-Z]{2,}[A-Za-z]*\s\d+(?:\s?\([A-Za-z]+\))?`)

// citationLength is how far before its place a work may be named.
const citationLength = 300

// findWork finds the work that a place is in: named before it in the same
// citation, or after it ("paragraph 79 of the strategy"). The reference grows to
// its name.
func (f *referrer) findWork(r *reference, b blocks.Block) {
	from := max(b.Start, r.start-citationLength)
	for k := len(f.refs) - 1; k >= 0 && f.refs[k].block == r.block; k-- {
		if f.refs[k].end <= r.start {
			from = max(from, f.refs[k].end)
		}
	}
	before := f.doc.Text[from:r.start]
	if at := sentenceStart(before); at > 0 {
		from, before = from+at, before[at:]
	}
	if at := strings.LastIndexAny(before, ";“”\""); at >= 0 && b.Kind != blocks.Note {
		for at < len(before) && before[at] >= 0x80 { // the mark's other bytes
			at++
		}
		if cut := strings.TrimLeft(before[at:], ";\""); true {
			from = r.start - len(cut)
			before = cut
		}
	} else if at := strings.LastIndex(before, ";"); at >= 0 {
		from, before = from+at+1, before[at+1:]
	}
	if m := lastMatch(quotedBefore, before); m != nil && !strings.Contains(before[m[1]:], ")") {
		from, before = from+m[1]-1, before[m[1]-1:] // what is quoted is no citation
	}
	after := f.doc.Text[r.end:min(b.End, r.end+160)]
	ofWhat := ofWork.FindString(after)
	if ofWhat != "" {
		names := f.works.namesIn(ofWhat)
		var near *document.Manifest
		if len(names) > 0 {
			near = names[0].manifest
		}
		switch {
		case f.works.isOther(ofWhat, near) || near == nil && foreignWork.MatchString(ofWhat):
			r.verdict = Other
			return
		case near != nil:
			r.work, r.end = near, r.end+names[0].end
			return
		}
	}
	names := f.works.namesIn(before)
	var near *document.Manifest
	nameStart := -1
	if len(names) > 0 {
		last := names[len(names)-1]
		near, nameStart = last.manifest, from+last.start
		for _, n := range names { // “HM Government, Serious … Strategy (Cm 9718, 2018)” is one name
			if n.manifest == near {
				nameStart = from + n.start
				break
			}
		}
	}
	if f.works.isOther(before, near) {
		r.verdict = Other
		return
	}
	if near == nil {
		if m := f.works.byTitleYear(before); m != nil {
			at := authorYear.FindStringIndex(before)
			near, nameStart = m, from+at[0]
		}
	}
	if near != nil {
		r.work = near
		r.grow(f.doc.Text, nameStart, f.works)
	}
}

var (
	ofWork      = regexp.MustCompile(`^\s*(?:\([^)]*\))?\s*,?\s*(?:of|in|from)\s+[^.;:“”"\n]{3,140}`)
	foreignWork = regexp.MustCompile(`^\s*,?\s*(?:of|in|from)\s+(?:the|that|this|its|his|her|their|an?)\s+(?:[\pL’'-]+\s+){0,4}?(?:[Rr]eport|[Rr]eview|[Aa]ct|[Jj]udgment|[Bb]ill|[Ww]hite [Pp]aper|[Cc]onvention|[Gg]uidance|[Dd]irective|[Aa]ssessment|[Aa]rticle|[Bb]ook|[Ii]nquiry|[Dd]ecision)\b`)
)

// grow makes a reference begin with the name of its work, and its author, if it
// follows as in a citation.
func (r *reference) grow(text string, start int, w *works) {
	between := text[start:r.start]
	if strings.ContainsAny(between, "\n") && strings.Count(between, "\n") > 2 || wordsIn(text[start:r.start]) > 24 {
		return
	}
	if verb.MatchString(between) {
		return
	}
	if m := w.authorLead.FindStringIndex(text[:start]); m != nil {
		start = m[0]
	}
	r.start = start
}

var verb = regexp.MustCompile(`\b(?:says|said|states|stated|sets|explains|notes|argues|claims|promises|commits|is|was|are|were|has|had|describes|warns|adds|that)\b`)

func wordsIn(s string) int { return len(strings.Fields(s)) }

// sentenceStart is where the last sentence of a text begins.
func sentenceStart(s string) int {
	start := 0
	for _, m := range sentenceEnd.FindAllStringIndex(s, -1) {
		if !abbreviated.MatchString(s[:m[0]+1]) {
			start = m[1]
		}
	}
	return start
}

var (
	sentenceEnd = regexp.MustCompile(`[.!?][”"’')\]]*\s+`)
	abbreviated = regexp.MustCompile(`(?i)(?:\b(?:paras?|pars?|pp?|pgs?|fns?|nn?|nos?|figs?|cf|eg|e\.g|i\.e|ie|v|vol|ch|ed|eds|cm|al|ibid|st|mr|mrs|dr|ltd|op|loc|cit)|\b[A-Z])\.$`)
)

// wholeWorks takes citations of a whole document: its name with its series or year.
func (f *referrer) wholeWorks(i int, b blocks.Block, text string) {
	for _, n := range f.works.namesIn(text) {
		if f.done() {
			return
		}
		end := n.end
		rest := text[end:]
		m := wholeCitation.FindString(rest)
		if m == "" && !(b.Kind == blocks.Note && strings.EqualFold(text[n.start:n.end], n.manifest.Title)) {
			continue
		}
		r := &reference{start: b.Start + n.start, end: b.Start + end + len(m), block: i, note: b.Note, work: n.manifest, whole: true, verdict: Right}
		if f.covered(r) {
			continue
		}
		if f.works.isOther(text[n.start:end+len(m)], n.manifest) {
			r.work, r.whole, r.verdict = nil, false, Other
		} else if p := pinpoint.FindStringSubmatch(text[end+max(len(m)-1, 0):]); m != "" && p != nil {
			r.kind, r.whole = "p", false
			r.end = b.Start + end + len(m) - 1 + strings.Index(text[end+len(m)-1:], p[1]) + len(p[1])
			f.place(r, "p "+p[1])
		}
		r.grow(f.doc.Text, r.start, f.works)
		f.refs = append(f.refs, r)
	}
	for _, m := range authorYear.FindAllStringSubmatchIndex(text, -1) {
		if f.done() {
			return
		}
		d := f.works.byAuthor(text[m[2]:m[3]], text[m[4]:m[5]])
		near := text[max(0, m[0]-citationLength):m[0]]
		r := &reference{start: b.Start + m[0], end: b.Start + m[1], block: i, note: b.Note, work: d, whole: true, verdict: Right}
		if f.covered(r) {
			continue
		}
		switch inBrackets := strings.LastIndex(near, "(") > strings.LastIndex(near, ")") || strings.Contains(text[m[3]:m[4]], "("); {
		case d == nil && inBrackets && !sentenceWords[firstWord(text[m[2]:m[3]])] && !months[lastWord(text[m[2]:m[3]])] && !seriesNumber.MatchString(text[m[0]:m[1]]):
			r.verdict, r.whole = Other, false
		case d == nil || !inBrackets:
			continue
		default:
			if p := pinpoint.FindStringSubmatchIndex(text[m[1]:]); p != nil {
				r.kind, r.whole, r.end = "p", false, r.end+p[3]
				f.place(r, "p "+text[m[1]+p[2]:m[1]+p[3]])
			}
		}
		f.refs = append(f.refs, r)
	}
}

// wholeCitation follows a title in a citation: its series, publisher and year.
var wholeCitation = regexp.MustCompile(`^[’'”"*_]*,?\s*\((?:[^()]{0,80}?(?:19|20)\d\d[^()]{0,40}|C[mdP][^()]{0,30})\)`)
