package glyph

import (
	"fmt"
	"strings"
	"unicode"

	lib "github.com/ledongthuc/pdf"
)

// Glyph is a character that a page draws, or several where a font draws them as
// one. Places are in points from the lower left corner of the page as a viewer
// shows it.
type Glyph struct {
	Text     string // "" never; a space may be any white space
	Font     *Font
	Size     float64 // height of the font in points
	X0, X1   float64 // where its width begins and ends, letter spacing not counted in
	Baseline float64
	Tag      string // of the innermost marked content with a role: "P", "H1", "Artifact"
	Heavy    bool   // its outline is drawn too, which makes it bold
	Hidden   bool   // drawn with invisible ink, as recognised text behind a scan is
	White    bool   // drawn in white on white
	Covered  bool   // something was painted over it

	painted int // areas that were painted before it
}

// Blank reports whether the glyph leaves no ink: white space, a control character
// (InDesign's tabs), a joiner.
func (g *Glyph) Blank() bool {
	return strings.IndexFunc(g.Text, func(r rune) bool {
		return !unicode.IsSpace(r) && !unicode.IsControl(r) && r != '\u200b' && r != '\u200d' && r != '\ufeff'
	}) < 0
}

// Drawing is what a page draws, in the order of drawing.
type Drawing struct {
	Width, Height float64 // points
	Glyphs        []Glyph
	Pictures      int
	Covered       float64           // the part of the page that pictures cover
	Turned        int               // degrees by which the page was turned, clockwise, for its text to run from left to right
	LeftOut       map[string]int    // characters left out, by reason
	Unread        map[string][]byte // these characters, where the font tells them
	Cut           bool              // a stream lacks its checksum, though its data look whole
}

// Reasons for leaving characters out.
const (
	Rotated   = "rotated"            // doesn't run from left to right
	Outside   = "outside the page"   // beyond the crop box
	NoUnicode = "letters not told"   // its font doesn't say which letters it draws
	SwitchOff = "layer switched off" // in an optional layer that viewers don't show
)

// Bounds on what one page may draw. The densest printed pages have some 15,000
// characters.
const (
	maxGlyphs    = 200_000
	maxFormDepth = 16 // of drawings within drawings
	maxForms     = 20_000
)

// Draw reads what a page draws. A page on which most text runs in another direction
// than from left to right is turned until it does.
func (f *File) Draw(p *Page) (d *Drawing, err error) {
	defer recoverDamage(&err)
	data, cut, err := content(p.dict.Key("Contents"))
	if err != nil {
		return nil, err
	}
	d, turns, err := f.draw(p, data, 0)
	if err != nil {
		return nil, err
	}
	upright := 0
	for i := range d.Glyphs {
		if !d.Glyphs[i].Blank() {
			upright++
		}
	}
	for quarter, n := range turns {
		if n > upright {
			if d, _, err = f.draw(p, data, 90*quarter); err != nil {
				return nil, err
			}
			break
		}
	}
	d.Cut = d.Cut || cut
	return d, nil
}

// draw draws a page that is turned by some degrees more, clockwise. turns counts, by
// the number of quarter turns, the characters that would then run from left to right.
func (f *File) draw(p *Page, data []byte, turn int) (d *Drawing, turns [4]int, err error) {
	base, width, height := toPage(p.box(), (p.turn()+turn)%360)
	d = &Drawing{Width: width, Height: height, Turned: turn, LeftOut: map[string]int{}, Unread: map[string][]byte{}}
	in := &interpreter{file: f, drawing: d}
	in.state = state{ctm: base, scale: 1, lineWidth: 1, clip: rect{0, 0, width, height}}
	if err := in.run(data, newResources(p.resources)); err != nil {
		return nil, turns, err
	}
	in.findCovered()
	d.Covered = in.pictures.share()
	return d, in.turns, nil
}

// resources are what a content stream may name, with the fonts it has named so
// far.
type resources struct {
	dict  lib.Value
	fonts map[string]*Font
}

func newResources(dict lib.Value) *resources {
	return &resources{dict: dict, fonts: map[string]*Font{}}
}

// font returns the font of a name. Fonts that many pages share are read once:
// the text of a dictionary, in which what it refers to is spelt as references,
// tells whether it is the same font.
func (f *File) font(r *resources, name string) *Font {
	if font, ok := r.fonts[name]; ok {
		return font
	}
	v := r.dict.Key("Font").Key(name)
	key := v.String()
	font, ok := f.fonts[key]
	if !ok {
		font = loadFont(v)
		f.fonts[key] = font
	}
	r.fonts[name] = font
	return font
}

// form draws a form XObject: a drawing within the drawing.
func (in *interpreter) form(v lib.Value, outer *resources) error {
	in.forms++
	if in.depth >= maxFormDepth {
		return fmt.Errorf("%w: drawings are nested deeper than %d, or in a circle", ErrDamaged, maxFormDepth)
	}
	if in.forms > maxForms {
		return fmt.Errorf("%w: it draws more than %d drawings", ErrDamaged, maxForms)
	}
	data, cut, err := content(v)
	if err != nil {
		return err
	}
	in.drawing.Cut = in.drawing.Cut || cut
	r := outer
	if own := v.Key("Resources"); own.Kind() == lib.Dict {
		r = newResources(own)
	}
	saved := *in
	in.depth++
	in.stack = nil
	if m := v.Key("Matrix"); m.Len() == 6 {
		var form matrix
		for i := range form {
			form[i] = m.Index(i).Float64()
		}
		in.state.ctm = form.times(in.state.ctm)
	}
	in.clipTo(v.Key("BBox"))
	err = in.run(data, r)
	in.depth, in.state, in.stack, in.marks = saved.depth, saved.state, saved.stack, saved.marks
	return err
}
