package pdf

import (
	"testing"

	"socsearch/sources/pdf/glyph"
)

// TestBlankTwin has a bullet and the space after it, to which the file gives the
// bullet's letter, in either order, and what only looks like them.
func TestBlankTwin(t *testing.T) {
	at := func(text string, x0, x1 float64) glyph.Glyph {
		return glyph.Glyph{Text: text, Size: 11, X0: x0, X1: x1, Baseline: 700}
	}
	tests := []struct {
		name string
		a, b glyph.Glyph
		want string // both texts
	}{
		{"after it", at("■", 93, 103), at("■", 103, 106), "■ "},
		{"before it", at("¨", 103, 106), at("¨", 93, 103), " ¨"},
		{"two bullets", at("■", 93, 103), at("■", 103, 113), "■■"},
		{"apart", at("■", 93, 103), at("■", 105, 108), "■■"},
		{"letters", at("l", 93, 103), at("l", 103, 106), "ll"},
		{"stops", at(".", 93, 97), at(".", 97, 99), ".."},
	}
	for _, tt := range tests {
		kept := clean(&glyph.Drawing{Glyphs: []glyph.Glyph{tt.a, tt.b}})
		if len(kept) != 2 || kept[0].Text+kept[1].Text != tt.want {
			t.Errorf("%s: clean = %+v, want the texts %q", tt.name, kept, tt.want)
		}
	}
}

// TestDrawnHyphen has soft hyphens that are drawn within a word, at a line's end,
// and not at all.
func TestDrawnHyphen(t *testing.T) {
	hyphen := func(x1 float64) glyph.Glyph {
		return glyph.Glyph{Text: "\u00ad", Size: 11, X0: 100, X1: x1, Baseline: 700}
	}
	letter := func(x, y float64) glyph.Glyph { return glyph.Glyph{Text: "l", Size: 11, X0: x, X1: x + 3, Baseline: y} }
	tests := []struct {
		name string
		a, b glyph.Glyph
		want string
	}{
		{"within a word", hyphen(104), letter(104, 700), "-l"},
		{"at a line's end", hyphen(104), letter(50, 686), "\u00adl"},
		{"before a gap", hyphen(104), letter(108, 700), "\u00adl"},
		{"without room", hyphen(100), letter(100, 700), "\u00adl"},
	}
	for _, tt := range tests {
		kept := clean(&glyph.Drawing{Glyphs: []glyph.Glyph{tt.a, tt.b}})
		if len(kept) != 2 || kept[0].Text+kept[1].Text != tt.want {
			t.Errorf("%s: clean = %+v, want the texts %q", tt.name, kept, tt.want)
		}
	}
}
