package glyph

import (
	"math"
	"strings"

	lib "github.com/ledongthuc/pdf"
)

// Font is what is known of a font that text is set in.
type Font struct {
	Name   string // without the tag of a subset: "Arial-BoldMT"
	Bold   bool
	Italic bool

	composite  bool // codes are of several bytes
	vertical   bool
	encoding   *[256]string // of a simple font
	toUnicode  *cmap        // nil: none
	codes      *cmap        // how a composite font's strings are cut; nil: two bytes
	unicode    bool         // a composite font's codes are UTF-16
	widths     map[uint32]float64
	otherWidth float64
	unit       float64 // of widths, as a part of the font's size
	stretch    float64 // how large its letters are, as a part of the font's size
}

// Bits of a font descriptor's Flags (ISO 32000-1, 9.8.2).
const (
	flagSymbolic  = 1 << 2
	flagItalic    = 1 << 6
	flagForceBold = 1 << 18
)

// loadFont reads a font's dictionary. It may panic, as the library does.
func loadFont(v lib.Value) *Font {
	f := &Font{Name: v.Key("BaseFont").Name(), unit: 0.001, stretch: 1, widths: map[uint32]float64{}}
	if tag, rest, ok := strings.Cut(f.Name, "+"); ok && len(tag) == 6 {
		f.Name = rest
	}
	if s := v.Key("ToUnicode"); s.Kind() == lib.Stream {
		if data, err := unpackMap(s); err == nil {
			f.toUnicode = parseCMap(data)
		}
	}
	described := v
	if v.Key("Subtype").Name() == "Type0" {
		described = v.Key("DescendantFonts").Index(0)
		f.loadComposite(v, described)
	} else {
		f.loadSimple(v)
	}
	f.style(described.Key("FontDescriptor"))
	return f
}

func (f *Font) loadSimple(v lib.Value) {
	descriptor := v.Key("FontDescriptor")
	f.encoding = simpleEncoding(v, descriptor.Key("Flags").Int64()&flagSymbolic != 0)
	if v.Key("Subtype").Name() == "Type3" {
		f.loadType3(v)
	}
	f.otherWidth = descriptor.Key("MissingWidth").Float64()
	first, widths := v.Key("FirstChar").Int64(), v.Key("Widths")
	for i := range min(widths.Len(), 256) {
		f.widths[uint32(int(first)+i)] = widths.Index(i).Float64()
	}
	if widths.Len() == 0 {
		f.widths, f.otherWidth = standardWidths(f.Name, f.encoding)
	}
}

// loadType3 reads the scale of a font whose glyphs are drawings, which need not
// be that of other fonts.
func (f *Font) loadType3(v lib.Value) {
	if f.Name == "" {
		f.Name = v.Key("Name").Name()
	}
	m, box := v.Key("FontMatrix"), v.Key("FontBBox")
	if m.Len() != 6 || m.Index(0).Float64() <= 0 {
		return
	}
	f.unit = m.Index(0).Float64()
	height := math.Abs((box.Index(3).Float64() - box.Index(1).Float64()) * m.Index(3).Float64())
	if height > 0.01 {
		f.stretch = height
	}
}

// loadComposite reads what a Type0 font and its one descendant say.
func (f *Font) loadComposite(v, descendant lib.Value) {
	f.composite = true
	encoding := v.Key("Encoding")
	name := encoding.Name()
	f.vertical = strings.HasSuffix(name, "-V")
	f.unicode = strings.Contains(name, "UCS2") || strings.Contains(name, "UTF16")
	if encoding.Kind() == lib.Stream {
		if data, err := unpackMap(encoding); err == nil {
			f.codes = parseCMap(data)
		}
	}
	f.otherWidth = 1000
	if dw := descendant.Key("DW"); !dw.IsNull() {
		f.otherWidth = dw.Float64()
	}
	f.loadCIDWidths(descendant.Key("W"))
}

// loadCIDWidths reads "first [w w w]" and "first last w" (ISO 32000-1, 9.7.4.3).
func (f *Font) loadCIDWidths(w lib.Value) {
	for i := 0; i+1 < w.Len(); {
		first := uint32(w.Index(i).Int64())
		if list := w.Index(i + 1); list.Kind() == lib.Array {
			for j := range min(list.Len(), maxMapped) {
				f.setWidth(first+uint32(j), list.Index(j).Float64())
			}
			i += 2
			continue
		}
		last := uint32(w.Index(i + 1).Int64())
		for cid := first; cid <= last && cid-first < 1<<16; cid++ {
			f.setWidth(cid, w.Index(i+2).Float64())
		}
		i += 3
	}
}

func (f *Font) setWidth(cid uint32, w float64) {
	if len(f.widths) < maxMapped {
		f.widths[cid] = w
	}
}

// style tells bold and italic by the descriptor and the font's name.
func (f *Font) style(descriptor lib.Value) {
	flags := descriptor.Key("Flags").Int64()
	name := strings.ToLower(f.Name)
	f.Bold = flags&flagForceBold != 0 || descriptor.Key("FontWeight").Float64() >= 600 ||
		containsAny(name, "bold", "black", "heavy", "demi")
	f.Italic = flags&flagItalic != 0 || descriptor.Key("ItalicAngle").Float64() != 0 ||
		containsAny(name, "italic", "oblique")
}

func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// next cuts the first code off a string, which isn't empty, and returns its
// length in bytes.
func (f *Font) next(s []byte) (code uint32, length int) {
	switch {
	case !f.composite:
		return uint32(s[0]), 1
	case f.codes != nil:
		return f.codes.next(s)
	}
	return twoBytes(s)
}

// width returns how far a code moves the pen, as a part of the font's size.
func (f *Font) width(code uint32) float64 {
	if f.codes != nil {
		code = f.codes.cids[code]
	}
	if w, ok := f.widths[code]; ok {
		return w * f.unit
	}
	return f.otherWidth * f.unit
}

// text returns what a code stands for; "" if the font doesn't tell.
func (f *Font) text(code uint32) string {
	if f.toUnicode != nil {
		if t, ok := f.toUnicode.text[code]; ok && t != "" && t != "\x00" && t != "\ufffd" {
			return tidy(t)
		}
	}
	switch {
	case f.encoding != nil && code < 256:
		return tidy(f.encoding[code])
	case f.unicode:
		return string(rune(code))
	}
	return ""
}

// Word maps the bullets of the Symbol and Wingdings fonts to the private use
// area, where they mean nothing to a reader.
var privateBullets = strings.NewReplacer("\uf0b7", "•", "\uf0a7", "▪", "\uf0d8", "➢", "\uf0fc", "✓", "\uf06f", "○")

// tidy spells ligatures as letters and bullets as bullets.
func tidy(t string) string {
	if len(t) == 1 {
		return t
	}
	return privateBullets.Replace(ligatures.Replace(t))
}
