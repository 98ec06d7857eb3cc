package pdf

import (
	"math"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"socsearch/sources/pdf/glyph"
)

// combining maps the accents that are drawn as glyphs of their own to those that
// combine with a letter.
var combining = map[string]string{
	"`": "\u0300", "´": "\u0301", "ˆ": "\u0302", "^": "\u0302", "˜": "\u0303", "~": "\u0303",
	"¯": "\u0304", "˘": "\u0306", "˙": "\u0307", "¨": "\u0308", "˚": "\u030a", "˝": "\u030b",
	"ˇ": "\u030c", "¸": "\u0327", "˛": "\u0328",
}

// composeAccents joins accents with the letters that they are drawn over, which
// stand just before or after them.
func composeAccents(glyphs []glyph.Glyph) []glyph.Glyph {
	kept := glyphs[:0]
	for i := 0; i < len(glyphs); i++ {
		g := glyphs[i]
		mark, ok := combining[g.Text]
		switch {
		case ok && len(kept) > 0 && over(&g, &kept[len(kept)-1]):
			l := &kept[len(kept)-1]
			l.Text = norm.NFC.String(l.Text + mark)
		case ok && i+1 < len(glyphs) && over(&g, &glyphs[i+1]):
			l := &glyphs[i+1]
			l.Text = norm.NFC.String(l.Text + mark)
		default:
			kept = append(kept, g)
		}
	}
	return kept
}

// over reports whether an accent is drawn over a letter.
func over(accent, letter *glyph.Glyph) bool {
	r, _ := utf8.DecodeLastRuneInString(letter.Text)
	shared := min(accent.X1, letter.X1) - max(accent.X0, letter.X0)
	return unicode.IsLetter(r) && math.Abs(accent.Baseline-letter.Baseline) < 0.5*letter.Size &&
		shared > 0.5*min(accent.X1-accent.X0, letter.X1-letter.X0)
}
