package glyph

import (
	"strconv"
	"strings"
	"sync"

	lib "github.com/ledongthuc/pdf"
	"golang.org/x/text/unicode/norm"
)

// asciiNames are the names of the glyphs from U+0020 on that aren't letters, a
// dot for each letter.
const asciiNames = "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus " +
	"comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater question at " +
	". . . . . . . . . . . . . . . . . . . . . . . . . . bracketleft backslash bracketright asciicircum underscore grave " +
	". . . . . . . . . . . . . . . . . . . . . . . . . . braceleft bar braceright asciitilde"

// accentNames are what the names of accented letters end in, with the accents
// that combine; spacingAccents are those that have a glyph of their own.
var (
	accentNames = map[string]string{
		"grave": "\u0300", "acute": "\u0301", "circumflex": "\u0302", "tilde": "\u0303", "macron": "\u0304", "breve": "\u0306",
		"dotaccent": "\u0307", "dieresis": "\u0308", "ring": "\u030a", "hungarumlaut": "\u030b", "caron": "\u030c",
		"cedilla": "\u0327", "ogonek": "\u0328",
	}
	spacingAccents = map[string]string{
		"acute": "´", "circumflex": "ˆ", "tilde": "˜", "macron": "¯", "breve": "˘",
		"dotaccent": "˙", "dieresis": "¨", "ring": "˚", "hungarumlaut": "˝", "caron": "ˇ", "cedilla": "¸", "ogonek": "˛",
	}
)

// knownNames holds the names that are told here, and not by the library's list,
// which can't be asked for a name without its suffix (".sc", ".lnum").
var knownNames = sync.OnceValue(func() map[string]string {
	names := map[string]string{
		"quoteleft": "‘", "quoteright": "’", "quotedblleft": "“", "quotedblright": "”",
		"endash": "–", "emdash": "—", "bullet": "•", "sterling": "£", "Euro": "€", "section": "§", "ellipsis": "…",
		"ff": "ff", "fi": "fi", "fl": "fl", "ffi": "ffi", "ffl": "ffl",
		"nbspace": " ", "nonbreakingspace": " ", "sfthyphen": "\u00ad", "softhyphen": "\u00ad",
		"dotlessi": "ı", "germandbls": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "oslash": "ø", "Oslash": "Ø", "lslash": "ł", "Lslash": "Ł",
		"guillemotleft": "«", "guillemotright": "»", "degree": "°", "copyright": "©", "registered": "®", "trademark": "™", "dagger": "†", "daggerdbl": "‡",
		"periodcentered": "·", "minus": "−", "multiply": "×", "plusminus": "±", "exclamdown": "¡", "questiondown": "¿",
		"quotesinglbase": "‚", "quotedblbase": "„", "fraction": "⁄", "paragraph": "¶", "cent": "¢", "yen": "¥", "asteriskmath": "∗",
		"notdef": "",
	}
	for name, mark := range accentNames {
		if spacing := spacingAccents[name]; spacing != "" {
			names[name] = spacing
		}
		for c := 'A'; c <= 'z'; c++ {
			if letter := norm.NFC.String(string(c) + mark); len([]rune(letter)) == 1 {
				names[string(c)+name] = letter
			}
		}
	}
	for i, name := range strings.Fields(asciiNames) {
		c := string(rune(' ' + i))
		if name == "." {
			name = c
		}
		names[name] = c
	}
	return names
})

// glyphText returns the text of a glyph's name, which stands at a code: by its
// form ("uni2019", "f_i"), by the names known here, or by the library's list if
// that is given. "" is for names that tell nothing ("g36").
func glyphText(name string, code byte, byList lib.TextEncoding) string {
	base, _, suffixed := strings.Cut(name, ".")
	if text, ok := knownNames()[base]; ok {
		return text
	}
	for prefix, digits := range map[string]int{"uni": 4, "u": 6} {
		hex, ok := strings.CutPrefix(base, prefix)
		if r, err := strconv.ParseUint(hex, 16, 32); ok && err == nil && len(hex) >= 4 && len(hex) <= digits {
			return string(rune(r))
		}
	}
	if strings.Contains(base, "_") {
		return ligature(strings.Split(base, "_"))
	}
	if byList == nil {
		return ""
	}
	text := byList.Decode(string([]byte{code}))
	if suffixed || code < 127 && text == string(rune(code)) {
		return "" // the list doesn't have it: the library returns the code
	}
	return text
}

// ligature spells a glyph named by its parts.
func ligature(parts []string) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(knownNames()[p])
	}
	return b.String()
}
