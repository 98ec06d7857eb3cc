package pdf

import (
	"math"

	"socsearch/sources/pdf/glyph"
)

// span is a piece of text that was drawn in one go and is set alike.
type span struct {
	text          string // with single spaces between words
	font          *glyph.Font
	tag           string
	heavy         bool
	size          float64
	x0, x1        float64 // of its ink
	baseline      float64
	before, after bool // white space was drawn before or after it
}

// Gaps between glyphs, as parts of their size.
const (
	wordGap  = 0.1 // a wider one is a space; kerning is narrower
	spanGap  = 1.5 // a wider one ends a span; the spaces of justified text are narrower
	backward = 0.3 // farther back is a new start; kerning and accents move less
)

// spans joins glyphs that follow one another on a baseline, in the order of
// drawing.
func spans(glyphs []glyph.Glyph) []*span {
	var b spanBuilder
	for i := range glyphs {
		g := &glyphs[i]
		switch {
		case g.Blank():
			b.blank = g
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
	text  []byte
	blank *glyph.Glyph // the blank drawn since the last ink, nil if none
}

// continues tells whether a glyph goes on with the span under way.
func (b *spanBuilder) continues(g *glyph.Glyph) bool {
	s := b.last
	if s == nil {
		return false
	}
	gap := g.X0 - s.x1
	return g.Font == s.font && g.Tag == s.tag && g.Heavy == s.heavy &&
		math.Abs(g.Size-s.size) < 0.05*s.size &&
		math.Abs(g.Baseline-s.baseline) < 0.05*s.size &&
		gap > -backward*s.size && gap < spanGap*s.size
}

func (b *spanBuilder) extend(g *glyph.Glyph) {
	s := b.last
	if g.X0-s.x1 > wordGap*s.size || b.blankOn(s.baseline, s.size) {
		b.text = append(b.text, ' ')
	}
	b.text = append(b.text, g.Text...)
	s.x1 = max(s.x1, g.X1)
	b.blank = nil
}

func (b *spanBuilder) start(g *glyph.Glyph) {
	before := b.blankOn(g.Baseline, g.Size) && b.blank.X0 < g.X0 && g.X0-b.blank.X1 < spanGap*g.Size
	b.end()
	b.last = &span{
		font: g.Font, tag: g.Tag, heavy: g.Heavy, size: g.Size,
		x0: g.X0, x1: g.X1, baseline: g.Baseline, before: before,
	}
	b.text = append(b.text[:0], g.Text...)
	b.blank = nil
}

// end finishes the span under way.
func (b *spanBuilder) end() {
	s := b.last
	if s == nil {
		return
	}
	s.text = string(b.text)
	s.after = b.blankOn(s.baseline, s.size) && b.blank.X0 > s.x0 && b.blank.X0-s.x1 < spanGap*s.size
	b.spans = append(b.spans, s)
	b.last = nil
}

// blankOn tells whether the last blank stands on a baseline.
func (b *spanBuilder) blankOn(baseline, size float64) bool {
	return b.blank != nil && math.Abs(b.blank.Baseline-baseline) < 0.5*size
}
