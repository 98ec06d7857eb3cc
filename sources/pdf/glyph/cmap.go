package glyph

import (
	"strings"
	"unicode/utf16"
)

// maxMapped bounds the codes that one CMap may map: a font has 65,536 glyphs at
// most.
const maxMapped = 1 << 17

// cmap maps the codes of a string to text (a ToUnicode CMap) or to glyph numbers
// (the Encoding of a composite font).
type cmap struct {
	spaces []codeSpace
	text   map[uint32]string
	cids   map[uint32]uint32
}

// codeSpace is a range of codes that are all length bytes long.
type codeSpace struct {
	low, high uint32
	length    int
}

// parseCMap reads a CMap. What it can't make sense of it passes over, as viewers
// do.
func parseCMap(data []byte) *cmap {
	m := &cmap{text: map[uint32]string{}, cids: map[uint32]uint32{}}
	lex := &lexer{data: data}
	var args []operand
	for {
		var op string
		op, args = lex.operation(args)
		switch op {
		case "":
			return m
		case "endcodespacerange":
			for ; len(args) >= 2; args = args[2:] {
				m.spaces = append(m.spaces, codeSpace{args[0].code(), args[1].code(), len(args[0].text)})
			}
		case "endbfchar":
			for ; len(args) >= 2; args = args[2:] {
				m.mapText(args[0].code(), fromUTF16(args[1].text))
			}
		case "endbfrange":
			for ; len(args) >= 3; args = args[3:] {
				m.mapRange(args[0].code(), args[1].code(), args[2])
			}
		case "endcidchar":
			for ; len(args) >= 2; args = args[2:] {
				m.cids[args[0].code()] = uint32(args[1].number)
			}
		case "endcidrange":
			for ; len(args) >= 3; args = args[3:] {
				m.mapCIDs(args[0].code(), args[1].code(), uint32(args[2].number))
			}
		}
	}
}

// code returns a string operand as a number, its first byte highest.
func (o operand) code() uint32 {
	var code uint32
	for _, b := range o.text {
		code = code<<8 | uint32(b)
	}
	return code
}

func (m *cmap) mapText(code uint32, text string) {
	if len(m.text) < maxMapped {
		m.text[code] = text
	}
}

// mapRange maps low to high to the texts of an array, or to a text whose last
// unit counts up.
func (m *cmap) mapRange(low, high uint32, to operand) {
	if to.kind == arrayKind {
		for i, t := range to.list {
			if code := low + uint32(i); code <= high {
				m.mapText(code, fromUTF16(t.text))
			}
		}
		return
	}
	units := utf16Units(to.text)
	if len(units) == 0 || high < low {
		return
	}
	last := units[len(units)-1]
	for i := uint32(0); i <= min(high-low, maxMapped); i++ {
		units[len(units)-1] = last + uint16(i)
		m.mapText(low+i, string(utf16.Decode(units)))
	}
}

func (m *cmap) mapCIDs(low, high, cid uint32) {
	for i := uint32(0); high >= low && i <= min(high-low, maxMapped) && len(m.cids) < maxMapped; i++ {
		m.cids[low+i] = cid + i
	}
}

// next returns the first code of s and its length in bytes, which is at least 1.
func (m *cmap) next(s []byte) (code uint32, length int) {
	for n := 1; n <= min(4, len(s)); n++ {
		code = code<<8 | uint32(s[n-1])
		for _, space := range m.spaces {
			if space.length == n && space.low <= code && code <= space.high {
				return code, n
			}
		}
	}
	return twoBytes(s)
}

func twoBytes(s []byte) (code uint32, length int) {
	if len(s) == 1 {
		return uint32(s[0]), 1
	}
	return uint32(s[0])<<8 | uint32(s[1]), 2
}

func fromUTF16(b []byte) string {
	return string(utf16.Decode(utf16Units(b)))
}

func utf16Units(b []byte) []uint16 {
	if len(b) == 1 {
		return []uint16{uint16(b[0])}
	}
	var units []uint16
	for ; len(b) >= 2; b = b[2:] {
		units = append(units, uint16(b[0])<<8|uint16(b[1]))
	}
	return units
}

// ligatures are the characters that a font draws several letters with
// (U+FB00 to U+FB06); their letters are their NFKC.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")
