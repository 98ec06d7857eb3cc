package layout

// titleShare is the part of numbered lines that are titles, at least, if the
// numbers are those of headings.
const titleShare = 0.6

// areTitles reports whether most of the numbers open a heading: a short line that
// ends no sentence, with white space or another weight below it.
func (r *reader) areTitles(runs []*run) bool {
	titles := 0
	for _, run := range runs {
		for _, c := range run.accepted {
			if c.short && !endsSentence(c.text) && (r.partedBelow(c.at+1) || c.bold() != r.lines[c.at+1].bold()) {
				titles++
			}
		}
	}
	return float64(titles) > titleShare*float64(countAccepted(runs))
}

// dropTitles makes headings of the numbers of sections whose first paragraph has
// its own number: of 4.2 over 4.2.1.
func (r *reader) dropTitles() {
	for _, run := range r.runs {
		var kept []candidate
		for i, c := range run.accepted {
			if i+1 < len(run.accepted) {
				if next := run.accepted[i+1]; c.Parts() < 3 && next.Parts() == 3 && next.Part(1) == c.Int() && next.at-c.at <= leadInLines && !endsSentence(c.line.text) {
					setHeading(r.lines[c.at:next.at])
					continue
				}
			}
			kept = append(kept, c)
		}
		run.accepted = kept
		run.findGaps()
	}
}

// How the items of lists are told from numbered paragraphs: the part of them that
// have one short line, at least; or the part of the pages with text that have one,
// at most, or that have one where no run is long.
const (
	shortItems  = 0.4
	listPages   = 0.25
	listLongest = 12
	listsPages  = 0.6
)

// areLists reports whether numbers are those of lists here and there.
func (r *reader) areLists(runs []*run) bool {
	short, longest := 0, 0
	pages := map[*page]bool{}
	for _, run := range runs {
		longest = max(longest, len(run.accepted))
		for _, c := range run.accepted {
			pages[c.page] = true
			if c.short && r.endsBelow(c) {
				short++
			}
		}
	}
	with, all := float64(len(pages)), float64(r.textPages())
	return float64(short) > shortItems*float64(countAccepted(runs)) || with < listPages*all || longest < listLongest && with < listsPages*all
}

// endsBelow reports whether what a candidate opens ends with its line.
func (r *reader) endsBelow(c candidate) bool {
	if c.at+1 >= len(r.lines) {
		return true
	}
	next := r.lines[c.at+1]
	_, numbered := numeralOf(next.text)
	return numbered || !follows(c.line, next) || r.body.parted(next)
}
