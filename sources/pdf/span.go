package pdf

import (
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"socsearch/sources/pdf/glyph"
)

// span is a piece of text that was drawn in one go and is set alike.
type span struct {
	text          string // with single spaces between words
	font          *glyph.Font
	tag           string
	heavy, hidden bool
	size          float64
	x0, x1        float64 // of its ink
	baseline      float64
	before, after bool // white space was drawn before or after it
}

// Gaps between glyphs, as parts of their size.
const (
	wordGap  = 0.1  // a wider one is a space; kerning is narrower, and so is most letter spacing
	spanGap  = 1.0  // a wider one ends a span; the spaces of justified text are narrower
	backward = 0.3  // farther back is a new start; kerning and accents move less
	covered  = 0.02 // a blank is drawn over by the glyph that begins no farther from its start
)

// spans joins glyphs that follow one another on a baseline, in the order of
// drawing.
func spans(glyphs []glyph.Glyph) []*span {
	var b spanBuilder
	for i := range glyphs {
		g := &glyphs[i]
		switch {
		case g.Blank():
			b.addBlank(*g)
		case b.continues(g):
			b.extend(g)
		default:
			b.start(g)
		}
	}
	b.end()
	return b.spans
}

type spanBuilder struct {
	spans []*span
	last  *span // the one under way
	parts []part
	blank *glyph.Glyph // the blank drawn since the last ink, nil if none
}

// part is a glyph of the span under way, and what stands before it.
type part struct {
	text  string
	gap   float64
	blank bool
}

// continues reports whether a glyph goes on with the span under way.
func (b *spanBuilder) continues(g *glyph.Glyph) bool {
	s := b.last
	if s == nil {
		return false
	}
	gap := g.X0 - s.x1
	return g.Font == s.font && g.Tag == s.tag && g.Heavy == s.heavy && g.Hidden == s.hidden &&
		math.Abs(g.Size-s.size) < 0.05*s.size &&
		math.Abs(g.Baseline-s.baseline) < 0.05*s.size &&
		gap > -backward*s.size && gap < spanGap*s.size
}

func (b *spanBuilder) extend(g *glyph.Glyph) {
	s := b.last
	b.uncover(g)
	b.parts = append(b.parts, part{g.Text, g.X0 - s.x1, b.blankOn(s.baseline, s.size)})
	s.x1 = max(s.x1, g.X1)
	b.blank = nil
}

// addBlank takes a blank; blanks that follow one another count as one.
func (b *spanBuilder) addBlank(g glyph.Glyph) {
	if b.blankOn(g.Baseline, g.Size) && b.blank.X0 < g.X0 {
		g.X0 = b.blank.X0
	}
	b.blank = &g
}

// uncover forgets a blank that the next glyph is drawn over, which makes it no
// space: InDesign leaves such blanks for the marks of an index, or of an indent.
func (b *spanBuilder) uncover(g *glyph.Glyph) {
	s := b.last
	if s != nil && b.blankOn(g.Baseline, g.Size) && math.Abs(g.X0-b.blank.X0) < covered*g.Size && math.Abs(g.X0-s.x1) < wordGap*g.Size {
		b.blank = nil
	}
}

func (b *spanBuilder) start(g *glyph.Glyph) {
	b.uncover(g)
	before := b.blankOn(g.Baseline, g.Size) && b.blank.X0 < g.X0 && g.X0-b.blank.X1 < spanGap*g.Size
	b.end()
	b.last = &span{
		font: g.Font, tag: g.Tag, heavy: g.Heavy, hidden: g.Hidden, size: g.Size,
		x0: g.X0, x1: g.X1, baseline: g.Baseline, before: before,
	}
	b.parts = append(b.parts[:0], part{text: g.Text})
	b.blank = nil
}

// end finishes the span under way.
func (b *spanBuilder) end() {
	s := b.last
	if s == nil {
		return
	}
	s.text = join(b.parts, s.size)
	s.after = b.blankOn(s.baseline, s.size) && b.blank.X0 > s.x0 && b.blank.X0-s.x1 < spanGap*s.size
	b.spans = append(b.spans, s)
	b.last = nil
}

// join joins the glyphs of a span, with a space for each blank and wide gap.
func join(parts []part, size float64) string {
	var text []byte
	space := spaceGap(parts, size)
	spaced := make([]bool, len(parts))
	for i, p := range parts {
		spaced[i] = i > 0 && (p.blank || p.gap > space)
	}
	closeLetters(parts, spaced)
	for i, p := range parts {
		if spaced[i] {
			text = append(text, ' ')
		}
		text = append(text, p.text...)
	}
	return string(text)
}

// How many letters stand alone in a row, at least, if they are one word set with
// white space between its letters, and how much wider than usual the white space
// is between such words.
const (
	aloneLetters = 4
	wordsApart   = 1.6
)

// closeLetters takes the spaces out of words that are set with one after each
// letter: "h a r b o u r".
func closeLetters(parts []part, spaced []bool) {
	alone := func(i int) bool {
		c, n := utf8.DecodeRuneInString(parts[i].text)
		return n == len(parts[i].text) && unicode.IsLetter(c) && (i == 0 || spaced[i]) && (i+1 == len(parts) || spaced[i+1])
	}
	for from := 0; from < len(parts); {
		to := from
		for to < len(parts) && alone(to) {
			to++
		}
		if to-from >= aloneLetters {
			var gaps []float64
			for _, p := range parts[from+1 : to] {
				gaps = append(gaps, p.gap)
			}
			usual := median(gaps)
			for i := from + 1; i < to; i++ {
				spaced[i] = parts[i].gap > wordsApart*usual
			}
		}
		from = max(to, from+1)
	}
}

// spacedLetters is how many gaps a span has at least that is set with wide
// letter spacing; shorter ones can't be told from letters that are words.
const spacedLetters = 4

// spaceGap returns how wide a gap must be to be a space: wider than most, if
// nearly all of them are wide.
func spaceGap(parts []part, size float64) float64 {
	var gaps []float64
	wide := 0
	for _, p := range parts[1:] {
		if p.blank {
			continue
		}
		gaps = append(gaps, p.gap)
		if p.gap > wordGap*size {
			wide++
		}
	}
	if len(gaps) < spacedLetters || wide*10 < len(gaps)*9 {
		return wordGap * size
	}
	return 1.5 * median(gaps)
}

// blankOn reports whether the last blank stands on a baseline.
func (b *spanBuilder) blankOn(baseline, size float64) bool {
	return b.blank != nil && math.Abs(b.blank.Baseline-baseline) < 0.5*size
}

func median(x []float64) float64 {
	slices.Sort(x)
	return x[len(x)/2]
}
