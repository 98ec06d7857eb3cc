package cite

import (
	"slices"
	"time"
)

// Style is a style of citation, by the name that the API gives it.
type Style string

// The styles.
const (
	StyleOSCOLA             Style = "oscola"
	StyleOSCOLABibliography Style = "oscola_bibliography"
	StyleHarvard            Style = "harvard"
	StyleHarvardInText      Style = "harvard_in_text"
	StyleAPA                Style = "apa"
	StyleAPAInText          Style = "apa_in_text"
	StyleChicago            Style = "chicago"
	StylePlain              Style = "plain"
)

// Styles lists every style in the order in which a menu shows them.
var Styles = []Style{
	StyleOSCOLA, StyleOSCOLABibliography, StyleHarvardInText, StyleHarvard,
	StyleAPAInText, StyleAPA, StyleChicago, StylePlain,
}

var styles = map[Style]struct {
	label string
	write func(b *builder, w Work, accessed time.Time)
	words words // of pinpoints; none for the lists of sources, which have no pinpoints
}{
	StyleOSCOLA:             {"OSCOLA footnote", writeOSCOLA, oscolaWords},
	StyleOSCOLABibliography: {"OSCOLA bibliography", writeOSCOLABibliography, words{}},
	StyleHarvardInText:      {"Harvard, in the text", writeHarvardInText, harvardWords},
	StyleHarvard:            {"Harvard, reference list", writeHarvard, words{}},
	StyleAPAInText:          {"APA 7, in the text", writeAPAInText, apaWords},
	StyleAPA:                {"APA 7, reference list", writeAPA, words{}},
	StyleChicago:            {"Chicago note", writeChicago, chicagoWords},
	StylePlain:              {"Plain", writePlain, plainWords},
}

// Valid tells whether there is such a style.
func (s Style) Valid() bool { return slices.Contains(Styles, s) }

// Label is what a menu calls the style.
func (s Style) Label() string { return styles[s].label }

// HasPinpoint tells whether a citation in the style names the places cited; an
// entry in a list of sources names the document alone.
func (s Style) HasPinpoint() bool { return styles[s].words.para != "" }

// PlaceStyles lists the styles that cite places, which a quotation needs, in the order
// of a menu.
func PlaceStyles() []Style {
	return slices.DeleteFunc(slices.Clone(Styles), func(s Style) bool { return !s.HasPinpoint() })
}

// sourceLists are the styles of lists of sources, by those that cite places.
var sourceLists = map[Style]Style{
	StyleOSCOLA:        StyleOSCOLABibliography,
	StyleHarvardInText: StyleHarvard,
	StyleAPAInText:     StyleAPA,
}

// ForPlaces is the style itself, or where it is one of lists its fellow that cites
// places.
func (s Style) ForPlaces() Style {
	for places, list := range sourceLists {
		if s == list {
			return places
		}
	}
	return s
}

// ForSources is the style in which a list of sources names what s cites.
func (s Style) ForSources() Style {
	if list, ok := sourceLists[s]; ok {
		return list
	}
	return s
}

// Spans is what [Cite] gives, for those who write another form than text and HTML.
func Spans(s Style, w Work, accessed time.Time) []Span { return build(s, w, accessed).spans }

// Cite cites a work. accessed is the day on which its web address was read; where
// it is zero, no citation has an access date. A style that there isn't gives
// [StyleOSCOLA].
func Cite(s Style, w Work, accessed time.Time) Citation {
	b := build(s, w, accessed)
	return Citation{b.text(), b.html()}
}

func build(s Style, w Work, accessed time.Time) *builder {
	if !s.Valid() {
		s = StyleOSCOLA
	}
	b := new(builder)
	styles[s].write(b, w, accessed)
	return b
}

// All cites a work in every style.
func All(w Work, accessed time.Time) map[Style]Citation {
	all := make(map[Style]Citation, len(Styles))
	for _, s := range Styles {
		all[s] = Cite(s, w, accessed)
	}
	return all
}
