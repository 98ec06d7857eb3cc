package layout

import (
	"math"
	"slices"

	"socsearch/sources/pdf"
)

// body is how ordinary text is set.
type body struct {
	size    float64
	pitches map[float64]float64 // usual distance of baselines, by size
	edges   map[margin]edge
}

// margin names the columns that begin at the same place: facing pages may have
// them at different places.
type margin struct {
	column int
	even   bool
}

// edge is where the lines of a column begin and end.
type edge struct{ left, right float64 }

// sizeStep is how finely sizes are told apart, in points: a document's own
// sizes differ by half a point at least, and come with rounding errors.
const sizeStep = 0.5

func rounded(size float64) float64 { return math.Round(size/sizeStep) * sizeStep }

// bodySize returns the size in which most letters are set.
func bodySize(lines []*line) float64 {
	letters := map[float64]float64{}
	for _, l := range lines {
		if l.tag() != artifact {
			letters[rounded(l.size)] += float64(len(l.text))
		}
	}
	return mode(letters)
}

// mode returns the key with the greatest weight; the smaller of two that tie.
func mode(weights map[float64]float64) float64 {
	best, most := 0.0, 0.0
	for k, w := range weights {
		if w > most || w == most && k < best {
			best, most = k, w
		}
	}
	return best
}

// isBody reports whether a line is as large as ordinary text.
func (b *body) isBody(l *line) bool { return math.Abs(l.size-b.size) <= 0.06*b.size }

// opensAt reports whether a line has the size at which numbered paragraphs open: a
// run-in title may be somewhat larger than the text that follows it.
func (b *body) opensAt(l *line) bool {
	const runIn = 1.15
	return b.isBody(l) || l.size > b.size && l.size <= runIn*b.size && !l.short
}

// isSmall reports whether a line is as small as footnotes are.
func (b *body) isSmall(l *line) bool { return l.size < 0.95*b.size }

// measure finds the edges of columns and the usual distance of lines.
func (b *body) measure(lines []*line) {
	lefts, rights := map[margin]map[float64]float64{}, map[margin][]float64{}
	for _, l := range lines {
		if l.role == roleLeftOut {
			continue
		}
		m := marginOf(l)
		if lefts[m] == nil {
			lefts[m] = map[float64]float64{}
		}
		lefts[m][math.Round(l.X0)]++
		if b.isBody(l) {
			rights[m] = append(rights[m], l.X1)
		}
	}
	b.edges = map[margin]edge{}
	for m, counts := range lefts {
		e := edge{left: mode(counts)}
		if n := len(rights[m]); n > 0 {
			slices.Sort(rights[m])
			e.right = rights[m][n*9/10]
		}
		b.edges[m] = e
	}
	b.joinFacing(lefts, pagesOf(lines))
	b.measurePitch(lines)
}

// How far the margins of facing pages differ at least, in points, and how much
// larger the part of their lines is that begins at the same places once they are
// shifted: what is less comes from what stands on the pages.
const (
	facingShift = 3
	facingGain  = 0.1
)

// joinFacing gives left and right pages the same edges, unless one is like the
// other shifted.
// Of documents with fewer pages than four that can't be told.
func (b *body) joinFacing(lefts map[margin]map[float64]float64, pages int) {
	for m, e := range b.edges {
		odd := margin{m.column, false}
		o, ok := b.edges[odd]
		if !m.even || !ok {
			continue
		}
		shift := e.left - o.left
		if pages < 4 || math.Abs(shift) < facingShift || overlap(lefts[odd], lefts[m], shift) < overlap(lefts[odd], lefts[m], 0)+facingGain {
			if total(lefts[m]) > total(lefts[odd]) {
				o.left = e.left
			}
			b.edges[odd] = edge{o.left, max(e.right, o.right)}
			b.edges[m] = b.edges[odd]
		}
	}
}

func pagesOf(lines []*line) int {
	pages := map[*page]bool{}
	for _, l := range lines {
		pages[l.page] = true
	}
	return len(pages)
}

// overlap returns the part of lines that begin at the same places on odd and on
// even pages, once those are shifted.
func overlap(odd, even map[float64]float64, shift float64) float64 {
	same := 0.0
	for x, n := range odd {
		same += min(n/total(odd), even[x+shift]/total(even))
	}
	return same
}

func total(counts map[float64]float64) float64 {
	sum := 0.0
	for _, n := range counts {
		sum += n
	}
	return sum
}

func marginOf(l *line) margin { return margin{l.Column, l.page.Number%2 == 0} }

func (b *body) measurePitch(lines []*line) {
	counts := map[float64]map[float64]float64{}
	for i, l := range lines {
		if i == 0 || !follows(lines[i-1], l) || rounded(l.size) != rounded(lines[i-1].size) {
			continue
		}
		size := rounded(l.size)
		if counts[size] == nil {
			counts[size] = map[float64]float64{}
		}
		counts[size][rounded(lines[i-1].Baseline-l.Baseline)]++
	}
	b.pitches = map[float64]float64{}
	for size, c := range counts {
		b.pitches[size] = mode(c)
	}
}

// follows reports whether b stands below a in the same column.
func follows(a, b *line) bool {
	return a.page == b.page && a.Column == b.Column && a.Baseline > b.Baseline
}

// usualPitch is the distance of lines, as a part of their size, where there are
// too few to tell; maxPitch is more than lines of one paragraph have, and
// doubleSpaced more than those of ordinary text have, even in a judgment.
const (
	usualPitch   = 1.2
	maxPitch     = 2.0
	doubleSpaced = 2.5
)

// pitch returns the usual distance of a line from the one above it.
func (b *body) pitch(l *line) float64 {
	p, most := b.pitches[rounded(l.size)], maxPitch
	if b.isBody(l) {
		most = doubleSpaced
	}
	if p == 0 || p > most*l.size {
		return usualPitch * l.size
	}
	return p
}

// How much farther than usual a line stands below another, as a part of the
// usual distance, where a new paragraph begins: surely, or only if the line above
// is short and ends a sentence.
const (
	wideGap   = 1.3
	likelyGap = 1.15
)

// parted reports whether white space stands above a line.
func (b *body) parted(l *line) bool {
	usual := b.pitch(l)
	if l.above == nil || l.gap > wideGap*usual {
		return l.gap > wideGap*usual
	}
	return l.gap > likelyGap*max(usual, l.above.gap) && l.above.short && endsSentence(l.above.text)
}

// Parts of a column's width that a line leaves free at its right where it is
// short, and where it is full.
const (
	shortBy = 0.15
	fullBy  = 0.04
)

// place sets where lines stand in their columns and below one another.
func (b *body) place(lines []*line) {
	var last *line
	for _, l := range lines {
		e := b.edges[marginOf(l)]
		l.left = l.X0 - e.left
		width := max(e.right-e.left, l.size)
		l.short = l.X1 < e.right-shortBy*width
		l.full = l.X1 > e.right-fullBy*width
		l.gap, l.above = 0, nil
		if l.role == roleLeftOut || l.role == roleNote {
			continue
		}
		switch {
		case last == nil || last.page != l.page:
		case last.Baseline > l.Baseline && (last.Column == l.Column || last.Column == 0):
			l.gap, l.above = last.Baseline-l.Baseline, last
		}
		last = l
	}
}

func linesOf(d *pdf.Document) (pages []*page, lines []*line) {
	for _, p := range d.Pages {
		n := &page{Page: p, ofTwo: len(d.Pages) == 2}
		for i := range p.Lines {
			for _, part := range apart(&p.Lines[i]) {
				if l := newLine(n, part); l.text != "" {
					n.lines = append(n.lines, l)
				}
			}
		}
		pages = append(pages, n)
		lines = append(lines, n.lines...)
	}
	return pages, lines
}

// notesApart is how much white space stands before a raised number that opens a
// note beside another, at least, as a part of the line's size: a mark in the text
// has hardly any.
const notesApart = 1.0

// apart parts a line into the notes of several columns, where these are so short
// that package pdf takes them for one row.
func apart(l *pdf.Line) []*pdf.Line {
	var parts []*pdf.Line
	from := 0
	for i := 1; i <= len(l.Runs); i++ {
		opens := i < len(l.Runs) && l.Runs[0].Raised && l.Runs[i].Raised && !hasLetter(l.Runs[i].Text) &&
			l.Runs[i].X0-l.Runs[i-1].X1 > notesApart*l.Size
		if i < len(l.Runs) && !opens {
			continue
		}
		part := *l
		part.Runs = l.Runs[from:i]
		part.X0, part.X1 = part.Runs[0].X0, part.Runs[len(part.Runs)-1].X1
		parts = append(parts, &part)
		from = i
	}
	return parts
}
