package glyph

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	lib "github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
)

// simpleEncoding returns the text of each of the 256 codes of a simple font, by
// its Encoding; "" where that doesn't tell.
func simpleEncoding(font lib.Value, symbolic bool) *[256]string {
	encoding := font.Key("Encoding")
	base := encoding.Name()
	if encoding.Kind() == lib.Dict {
		base = encoding.Key("BaseEncoding").Name()
	}
	table := baseEncoding(base, symbolic, font.Key("BaseFont").Name())
	if base == "" {
		applyBuiltin(table, font.Key("FontDescriptor").Key("FontFile"))
	}
	differences := encoding.Key("Differences")
	if differences.Len() == 0 {
		return table
	}
	// The library knows the Adobe glyph list; its encoder applies Differences.
	byList := (&lib.Font{V: font}).Encoder()
	code := 0
	for i := range min(differences.Len(), 1024) {
		switch d := differences.Index(i); d.Kind() {
		case lib.Integer:
			code = int(d.Int64())
		case lib.Name:
			if code >= 0 && code < 256 {
				table[code] = glyphText(d.Name(), byte(code), byList)
			}
			code++
		}
	}
	return table
}

// baseEncoding fills a table by one of the encodings that PDF names. A font
// without one has the standard encoding, or, if it draws symbols, one of its own,
// for which Windows' is the likeliest guess.
func baseEncoding(name string, symbolic bool, font string) *[256]string {
	table := new([256]string)
	set := charmap.Windows1252
	switch {
	case name == "MacRomanEncoding":
		set = charmap.Macintosh
	case name == "WinAnsiEncoding":
	case strings.HasSuffix(font, "Symbol"), strings.HasSuffix(font, "ZapfDingbats"):
		return symbolEncoding(table)
	case !symbolic:
		return standardEncoding(table)
	}
	for code := 32; code < 256; code++ {
		if r := set.DecodeByte(byte(code)); r != utf8.RuneError && !unicode.IsControl(r) {
			table[code] = string(r)
		}
	}
	if set == charmap.Windows1252 {
		table[0xad] = "-" // ISO 32000-1, D.2, note 6
	}
	return table
}

// standardUpper holds the characters of the standard encoding from 0xA1 on, a
// space where there is none (ISO 32000-1, D.2).
const standardUpper = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß"

func standardEncoding(table *[256]string) *[256]string {
	for code := 32; code < 127; code++ {
		table[code] = string(rune(code))
	}
	table['\''], table['`'] = "’", "‘"
	code := 0xa1
	for _, r := range standardUpper {
		if r != ' ' {
			table[code] = string(r)
		}
		code++
	}
	return table
}

// symbolEncoding gives what papers draw with the Symbol font: bullets. Its Greek
// letters at the places of Latin ones aren't told.
func symbolEncoding(table *[256]string) *[256]string {
	table[' '], table[0xb7] = " ", "•"
	return table
}

// builtin matches an entry of the encoding in a Type 1 font's program.
var builtin = regexp.MustCompile(`dup\s+(\d{1,3})\s*/([^\s/]+)\s+put`)

// applyBuiltin writes the encoding of a Type 1 font's own program over a table:
// that of a font that gives no other, as TeX's symbols and bullets don't.
func applyBuiltin(table *[256]string, program lib.Value) {
	if program.Kind() != lib.Stream {
		return
	}
	data, err := unpack(program, maxStream)
	if err != nil {
		return
	}
	plain, _, _ := bytes.Cut(data, []byte("eexec")) // the rest is encrypted
	for _, m := range builtin.FindAllSubmatch(plain, 256) {
		if code, _ := strconv.Atoi(string(m[1])); code < 256 {
			table[code] = glyphText(string(m[2]), byte(code), nil)
		}
	}
}
