package pdf

import (
	"math"
	"unicode"
	"unicode/utf8"

	"socsearch/sources/pdf/glyph"
)

// samePlace is how near two glyphs must stand, as a part of their size, to be one
// drawn twice. Shadows and makeshift bold are nearer, double letters farther.
const samePlace = 0.1

// scanned is the part of a page that pictures cover, at least, if it is a scan.
const scanned = 0.5

// clean returns the glyphs that a reader sees, once each, and counts the others
// among what the drawing leaves out. Invisible ones stay where there are no others, and on scans, where
// they are the recognised text: a stamp on it is no reason to lose that.
func clean(d *glyph.Drawing) []glyph.Glyph {
	glyphs, scan := d.Glyphs, d.Covered >= scanned
	visible := false
	for i := range glyphs {
		g := &glyphs[i]
		visible = visible || !g.Hidden && !g.White && !g.Covered && !g.Blank()
	}
	kept := glyphs[:0]
	seen := map[cell]place{}
	for _, g := range glyphs {
		switch {
		case g.Covered:
			count(d, Covered, g)
		case g.White && !scan:
			count(d, White, g)
		case g.Hidden && visible && !scan:
			count(d, Invisible, g)
		case drawnTwice(seen, g):
			count(d, Twice, g)
		default:
			kept = append(kept, g)
		}
	}
	for i := 1; i < len(kept); i++ {
		blankTwin(&kept[i-1], &kept[i])
		drawnHyphen(&kept[i-1], &kept[i])
	}
	return kept
}

// How near the white space after a bullet stands to it, and how wide it is at
// most, as parts of the bullet's size and width.
const (
	twinGap   = 0.02
	twinWidth = 0.6
)

// blankTwin makes white space of the narrower of two glyphs that are the same
// symbol and touch: InDesign gives the space after a bullet the bullet's letter.
func blankTwin(a, b *glyph.Glyph) {
	if a.X0 > b.X0 {
		a, b = b, a
	}
	c, n := utf8.DecodeRuneInString(a.Text)
	if a.Text == b.Text && n == len(a.Text) && unicode.IsSymbol(c) && a.Baseline == b.Baseline &&
		math.Abs(b.X0-a.X1) < twinGap*a.Size && b.X1-b.X0 < twinWidth*(a.X1-a.X0) {
		b.Text = " "
	}
}

func count(d *glyph.Drawing, reason string, g glyph.Glyph) {
	if !g.Blank() {
		d.LeftOut[reason] += utf8.RuneCountInString(g.Text)
		d.Unread[reason] = append(d.Unread[reason], g.Text...)
	}
}

// cell is a square of the page, in points, that holds glyphs of one text.
type cell struct {
	text string
	x, y int
}

type place struct{ x, y float64 }

// drawnTwice reports whether a glyph was seen at the same place, and notes it.
func drawnTwice(seen map[cell]place, g glyph.Glyph) bool {
	if g.Blank() {
		return false
	}
	reach := samePlace * g.Size
	for x := math.Floor(g.X0 - reach); x <= g.X0+reach; x++ {
		for y := math.Floor(g.Baseline - reach); y <= g.Baseline+reach; y++ {
			p, ok := seen[cell{g.Text, int(x), int(y)}]
			if ok && math.Abs(p.x-g.X0) < reach && math.Abs(p.y-g.Baseline) < reach {
				return true
			}
		}
	}
	seen[cell{g.Text, int(math.Floor(g.X0)), int(math.Floor(g.Baseline))}] = place{g.X0, g.Baseline}
	return false
}

// softHyphen marks a place where a word may be broken: it is drawn only there.
const softHyphen = "\u00ad"

// hyphenGap is how near the letter after a hyphen stands to it, as a part of its
// size.
const hyphenGap = 0.15

// drawnHyphen makes an ordinary hyphen of a soft one that takes room within a word:
// some fonts name all their hyphens so.
func drawnHyphen(a, b *glyph.Glyph) {
	c, _ := utf8.DecodeRuneInString(b.Text)
	if a.Text == softHyphen && a.X1 > a.X0 && a.Baseline == b.Baseline && unicode.IsLetter(c) && math.Abs(b.X0-a.X1) < hyphenGap*a.Size {
		a.Text = "-"
	}
}
