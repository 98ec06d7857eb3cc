package layout

import (
	"socsearch/sources/document"
	"socsearch/sources/numbering"
)

// numeral is the number that a line opens with.
type numeral struct {
	document.Number
	style  document.Numbering
	length int // bytes, the full stop or the brackets included
	run    *run
}

// numeralOf reads the number that a line opens with. Numbers in brackets are no
// paragraph's, nor are those with letters that have one part: A1 is a heading's.
func numeralOf(s string) (numeral, bool) {
	o, ok := numbering.Open(s)
	n := numeral{Number: o.Number, length: o.Length}
	switch {
	case !ok || o.Style == numbering.Round || o.Style == numbering.Square:
		return numeral{}, false
	case o.Letters() != "" && (len(o.Letters()) > 1 || o.Parts() < 2 || o.Part(0) < 0 && o.Parts() > 2), o.Parts() > 3:
		return numeral{}, false
	case o.Parts() == 3:
		n.style = document.NumberingSection
	case o.Parts() == 2:
		n.style = document.NumberingChapter
	case o.Style == numbering.Stop:
		n.style = document.NumberingStop
	default:
		n.style = document.NumberingPlain
	}
	return n, true
}

// bracketNumeral reads a number in round brackets that a line opens with, as those of
// recitals and of an article's points are.
func bracketNumeral(s string) (numeral, bool) {
	o, ok := numbering.Open(s)
	if !ok || o.Style != numbering.Round || !o.IsPlain() {
		return numeral{}, false
	}
	return numeral{Number: o.Number, length: o.Length}, true
}

// goesOver reports whether a number of the same style is the one after another,
// with no chapter missing.
func goesOver(a, b candidate) bool {
	return a.style == b.style && numbering.NextChapter(a.Number, b.Number) && numbering.Follows(a.Number, b.Number)
}
