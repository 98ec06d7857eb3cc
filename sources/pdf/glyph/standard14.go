package glyph

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed standard14.txt
var standard14 string

// standardExtra are the characters whose widths follow those of ASCII in
// standard14.txt.
const standardExtra = "‘’“”–—•£"

var standardTables = sync.OnceValue(func() map[string]map[string]float64 {
	tables := map[string]map[string]float64{}
	for line := range strings.Lines(standard14) {
		fields := strings.Fields(line)
		if len(fields) < 95 || fields[0] == "#" {
			continue
		}
		table := map[string]float64{}
		for i, r := range []rune(asciiGlyphs() + standardExtra) {
			table[string(r)], _ = strconv.ParseFloat(fields[1+i], 64)
		}
		tables[fields[0]] = table
	}
	return tables
})

func asciiGlyphs() string {
	var b strings.Builder
	for r := ' '; r < 127; r++ {
		b.WriteRune(r)
	}
	return b.String()
}

// standardWidths returns the widths by code of a font that gives none, and that
// of codes which aren't told. A font that isn't one of the standard ones gets the
// widths of the nearest.
func standardWidths(font string, encoding *[256]string) (map[uint32]float64, float64) {
	name := strings.ToLower(font)
	if strings.Contains(name, "courier") {
		return map[uint32]float64{}, 600
	}
	bold := strings.Contains(name, "bold")
	family := "Helvetica"
	if strings.Contains(name, "times") {
		family = "Times-"
		if bold {
			family += "Bold"
		}
		if strings.Contains(name, "italic") {
			family += "Italic"
		}
		if family == "Times-" {
			family += "Roman"
		}
	} else if bold {
		family += "-Bold"
	}
	table := standardTables()[family]
	widths := map[uint32]float64{}
	for code, text := range encoding {
		if w, ok := table[text]; ok {
			widths[uint32(code)] = w
		}
	}
	return widths, 556
}
