package glyph

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

var errTooDense = fmt.Errorf("%w: it draws more than %d characters", ErrDamaged, maxGlyphs)

// invisible is the text rendering mode that draws nothing, and heavy the one
// that draws outlines over filled letters.
const (
	modeHeavy     = 2
	modeInvisible = 3
	modeClip      = 7
)

// advance moves the pen along the line.
func (s *state) advance(x float64) {
	s.text[4] += x * s.text[0]
	s.text[5] += x * s.text[1]
}

// show draws a string.
func (in *interpreter) show(text []byte) {
	s := &in.state
	if s.font == nil {
		return
	}
	for len(text) > 0 && len(in.drawing.Glyphs) <= maxGlyphs {
		code, n := s.font.next(text)
		text = text[n:]
		width := s.font.width(code) * s.size
		in.place(s.font.text(code), width)
		step := width + s.charSpace
		if n == 1 && code == ' ' {
			step += s.wordSpace
		}
		s.advance(step * s.scale)
	}
}

// place adds a glyph of a width in text space where the pen stands, or counts
// why it is left out.
func (in *interpreter) place(text string, width float64) {
	s := &in.state
	if m := in.marked(); m != nil && m.actual != nil {
		text = m.take()
		if text == "" {
			in.widen(width)
			return
		}
	}
	m := matrix{s.size * s.scale, 0, 0, s.size, 0, s.rise}.times(s.text).times(s.ctm)
	if !m.finite() {
		return
	}
	if reason := in.reason(text, m); reason != "" {
		in.drawing.LeftOut[reason] += max(1, utf8.RuneCountInString(text))
		in.drawing.Unread[reason] = append(in.drawing.Unread[reason], strings.TrimSpace(text)...)
		if reason == Rotated && !s.font.vertical {
			in.turns[m.quarters()]++
		}
		return
	}
	g := Glyph{Text: text, Font: s.font, Size: m.height() * s.font.stretch, X0: m[4], Baseline: m[5], Tag: in.tag()}
	g.X1 = in.penAt(width)
	g.Heavy = s.mode == modeHeavy
	g.Hidden = s.mode == modeInvisible || s.mode == modeClip || s.vanished
	g.painted = len(in.areas)
	g.White = s.fill == inkWhite && (s.mode == 0 || s.mode == 4) && in.onWhite(g.middle())
	in.drawing.Glyphs = append(in.drawing.Glyphs, g)
}

// penAt returns where the pen stands after a glyph of a width in text space, in
// points from the left.
func (in *interpreter) penAt(width float64) float64 {
	s := &in.state
	x, _ := s.text.times(s.ctm).apply(width*s.scale, s.rise)
	return x
}

// widen lets the glyph that carries the text of marked content reach over the
// ones that it stands for.
func (in *interpreter) widen(width float64) {
	if n := len(in.drawing.Glyphs); n > 0 {
		g := &in.drawing.Glyphs[n-1]
		g.X1 = max(g.X1, in.penAt(width))
	}
}

// reason tells why a glyph set by m is left out; "" if it isn't.
func (in *interpreter) reason(text string, m matrix) string {
	x, y := m[4], m[5]
	switch {
	case text == "":
		return NoUnicode
	case in.hidden():
		return SwitchOff
	case !m.upright() || in.state.font.vertical:
		return Rotated
	case x < -1 || y < -1 || x > in.drawing.Width+1 || y > in.drawing.Height+1:
		return Outside
	}
	return ""
}
