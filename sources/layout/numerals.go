package layout

import (
	"math"
	"slices"
	"strconv"

	"socsearch/sources/document"
)

// candidate is a line that may open a numbered paragraph.
type candidate struct {
	*line
	numeral
	at int // place of the line in the document
}

// run is paragraphs that are numbered from 1, or nearly.
type run struct {
	accepted []candidate
	gaps     []string // what is missing
	anchor   string   // "" of the main run
	heading  string   // under which it begins anew, as labels name it
	in       string   // the annex that heading stands in, where another has the same

	byHeading bool // one of many that begin anew under headings
	added     bool // beside the main ones
	points    bool // numbers in brackets that are an article's
	recitals  bool // numbers in brackets before all others
}

// How a sequence of numbers is told from chance.
const (
	sameLeft     = 4.0 // points between the left edges of numbers
	digitWidth   = 0.5 // of the size; right-aligned numbers begin so much further left for each digit
	leastNumbers = 4
	leastPerPage = 0.4 // numbers for each page of text
)

// findNumbers finds the numbered paragraphs: of all styles and left edges, those
// whose numbers make the longest sequence.
func (r *reader) findNumbers() {
	style := r.manifest.Paragraphs.Numbering
	if style == document.NumberingPages {
		r.findRecitals()
		r.setNumbers()
		return
	}
	r.findAmendments()
	amendments := r.runs
	all := r.candidates(style)
	var best []*run
	var others [][]*run
	most := 0
	for _, group := range groups(all, r.rules.NumberLeft) {
		runs := r.sequences(group)
		others = append(others, runs)
		if n := countAccepted(runs); n > most && (style != document.NumberingNone || !r.areTitles(runs) && !r.areLists(runs)) {
			best, most = runs, n
		}
	}
	if style == document.NumberingNone && (most < leastNumbers || float64(most) < leastPerPage*float64(r.textPages())) {
		r.findRecitals()
		r.findPoints()
		r.findBracketed()
		r.setNumbers()
		return
	}
	r.runs = r.outermostRuns(best, others)
	if len(best) > 0 && r.runs[0] != best[0] {
		r.runs = append(slices.Clone(r.runs), r.headed(best)...)
	}
	r.extend(all)
	r.mendGaps(all)
	r.dropTitles()
	r.setStyle()
	all = r.candidates(document.NumberingNone)
	r.addOthers(all)
	r.extendOthers(all)
	r.joinChapters(all)
	r.runs = append(r.runs, amendments...)
	r.findRecitals()
	r.findPoints()
	r.setNumbers()
}

// belongs reports whether numbers of a style may stand among those of another: 4.12
// beside 4.2.1.
func belongs(style, among document.Numbering) bool {
	return style == among || style == document.NumberingChapter && among == document.NumberingSection
}

// setNumbers marks the lines that open a numbered paragraph.
func (r *reader) setNumbers() {
	for _, run := range r.runs {
		for i := range run.accepted {
			c := &run.accepted[i]
			c.line.role, c.line.number = roleNumber, c.numeral
			c.line.number.run = run
		}
	}
}

// setStyle sets how and where numbers are printed.
func (r *reader) setStyle() {
	if len(r.runs) == 0 {
		return
	}
	r.first = r.main().accepted[0]
	r.style, r.numberLeft = r.first.style, r.first.X0
	if slices.ContainsFunc(r.main().accepted, func(c candidate) bool { return c.style == document.NumberingSection }) {
		r.style = document.NumberingSection
	}
}

func (r *reader) textPages() int {
	n := 0
	for _, p := range r.pages {
		if hasProse(textLines(p)) {
			n++
		}
	}
	return n
}

// candidates returns the lines of ordinary size that open with a number.
func (r *reader) candidates(style document.Numbering) []candidate {
	var list []candidate
	for i, l := range r.lines {
		if l.role != roleText || l.quoted || !r.body.opensAt(l) {
			continue
		}
		n, ok := numeralOf(l.text)
		if ok && !l.runs[0].Raised && (style == document.NumberingNone || belongs(n.style, style)) {
			list = append(list, candidate{l, n, i})
		}
	}
	return list
}

// groups parts candidates by style and place: numbers share their left edge or,
// right-aligned, their right one. left, if not 0, is where they begin.
func groups(all []candidate, left float64) [][]candidate {
	var list [][]candidate
	seen := map[string]bool{}
	for _, place := range []func(candidate) float64{
		func(c candidate) float64 { return c.left },
		func(c candidate) float64 { return c.left + digitWidth*c.size*float64(c.length) },
	} {
		for _, first := range all {
			key := string(first.style) + strconv.Itoa(int(math.Round(place(first))))
			if seen[key] || left != 0 && math.Abs(first.X0-left) > sameLeft {
				continue
			}
			seen[key] = true
			var group []candidate
			for _, c := range all {
				if belongs(c.style, first.style) && math.Abs(place(c)-place(first)) <= sameLeft {
					group = append(group, c)
				}
			}
			list = append(list, group)
		}
		clear(seen)
	}
	return list
}

func countAccepted(runs []*run) int {
	n := 0
	for _, r := range runs {
		n += len(r.accepted)
	}
	return n
}

// main returns the run whose paragraphs have plain ids: the first that is at
// least half as long as the longest, or that stands farther left than it.
func (r *reader) main() *run {
	own := slices.DeleteFunc(slices.Clone(r.runs), func(r *run) bool { return r.recitals || r.points })
	if len(own) == 0 {
		own = r.runs
	}
	longest := slices.MaxFunc(own, func(a, b *run) int { return len(a.accepted) - len(b.accepted) })
	for _, run := range own {
		if first, other := run.accepted[0], longest.accepted[0]; 2*len(run.accepted) >= len(longest.accepted) ||
			first.style == other.style && first.left < other.left-sameLeft && first.at < other.at {
			return run
		}
	}
	return longest
}
