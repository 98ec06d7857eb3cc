package glyph

import (
	"strings"
	"testing"

	lib "github.com/ledongthuc/pdf"
)

// seeds are contents as producers write them, and as they go wrong.
var seeds = []string{
	"BT /F1 12 Tf 50 700 Td (Serious and organised crime) Tj ET",
	"q 1 0 0 1 5 5 cm BT /F1 1 Tf 12 0 0 12 50 700 Tm [(A)-250(B\\(\\051)] TJ T* (x) ' 1 2 (y) \" ET Q Q",
	"/Span << /ActualText <FEFF00AD> >> BDC BT /F1 9 Tf (-) Tj EMC ET",
	"BI /W 1 /H 1 ID \x00\xff(( EI Q EMC [[[[<<<<(",
	"BT /F1 1e308 Tf 1e308 Tc 50 Tz (big) Tj -.5 --5 1.2.3 Td <4> Tj (\\777\\8) Tj",
	strings.Repeat("[", 100) + strings.Repeat("<<", 100),
}

// FuzzInterpret runs contents and checks that nothing is invented: each glyph
// comes of a byte of a string, stands at a place, and has text. ActualText, which
// may be longer than what it stands for, is in the contents itself.
func FuzzInterpret(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d := &Drawing{Width: 600, Height: 800, LeftOut: map[string]int{}}
		in := &interpreter{file: &File{fonts: map[string]*Font{}}, drawing: d}
		in.state = state{ctm: identity, scale: 1}
		r := newResources(lib.Value{})
		r.fonts["F1"] = loadFont(lib.Value{})
		if err := in.run(data, r); err != nil {
			t.Fatalf("run(%q) = %v", data, err)
		}
		if len(d.Glyphs) > len(data) {
			t.Errorf("run(%q) draws %d glyphs of %d bytes", data, len(d.Glyphs), len(data))
		}
		for _, g := range d.Glyphs {
			place := matrix{g.X0, g.X1, g.Baseline, g.Size}
			if g.Text == "" || !place.finite() {
				t.Errorf("run(%q) draws %+v", data, g)
			}
		}
	})
}

// FuzzCMap parses CMaps and decodes with what they say.
func FuzzCMap(f *testing.F) {
	f.Add([]byte("1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <01> <03> <0041> endbfrange"), []byte{1, 2, 3})
	f.Add([]byte("1 beginbfrange <0000> <ffffffff> <0041> endbfrange 1 begincidrange <00> <ffffffff> 0 endcidrange"), []byte{0, 1})
	f.Fuzz(func(t *testing.T, data, s []byte) {
		m := parseCMap(data)
		for len(s) > 0 {
			_, n := m.next(s)
			if n < 1 || n > len(s) {
				t.Fatalf("next(%q) takes %d bytes", s, n)
			}
			s = s[n:]
		}
		if len(m.text) > maxMapped || len(m.cids) > maxMapped {
			t.Errorf("maps %d and %d codes", len(m.text), len(m.cids))
		}
	})
}
