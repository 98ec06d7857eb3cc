package layout

// goesOnShare is the part of the numbered lines of one style that text goes on
// with, at least, if they are no headings.
const goesOnShare = 0.4

// findNumberedText finds the styles of lines that are tagged as headings because
// they have a number: they are set as ordinary text, and that goes on below them.
func (r *reader) findNumberedText() {
	all, goOn := map[style]float64{}, map[style]float64{}
	for i, l := range r.lines {
		s := styleOf(l)
		if s.tag == 0 || s.bold || s.ital || s.capitals || !r.body.isBody(l) || !opensParagraphNumber(l) {
			continue
		}
		all[s]++
		if i+1 < len(r.lines) && r.goesOn(l, r.lines[i+1]) {
			goOn[s]++
		}
	}
	r.numberedText = map[style]bool{}
	for s, n := range all {
		r.numberedText[s] = goOn[s] >= goesOnShare*n
	}
}

// leastApart is how many headings of a level are set apart from the text, at least,
// where what has their tag and is set as the text is text.
const leastApart = 3

// findSetApart counts, by tag, the lines tagged as headings that are larger than the text
// or bold.
func (r *reader) findSetApart() {
	r.setApart = map[int]int{}
	for _, l := range r.lines {
		if s := styleOf(l); s.tag > 0 && l.role == roleText && r.isApart(l) {
			r.setApart[s.tag]++
		}
	}
}

func (r *reader) isApart(l *line) bool {
	return l.bold() || l.capitals() || l.size > largerHeading*r.body.size
}

// setAsText reports whether lines that are tagged as a heading are set as ordinary text,
// unlike others that have their tag, and fill their column: an entry of a list, whose
// style was misused.
func (r *reader) setAsText(block []*line) bool {
	l := block[0]
	return (len(block) > 1 || !l.short) && r.setApart[styleOf(l).tag] >= leastApart && !r.isApart(l) && r.body.isBody(l)
}

func opensParagraphNumber(l *line) bool {
	_, ok := numeralOf(l.text)
	return ok
}

// goesOn reports whether a line that fills its column goes on with the next.
func (r *reader) goesOn(l, next *line) bool {
	return follows(l, next) && !l.short && !endsSentence(l.text) && next.size == l.size && !r.body.parted(next)
}
