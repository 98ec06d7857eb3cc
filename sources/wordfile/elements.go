package wordfile

import "encoding/xml"

// The names of what is written (ECMA-376, part 1, and part 4 for the transitional
// forms that every program reads).
const (
	wordSpace     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	linkSpace     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	relationSpace = "http://schemas.openxmlformats.org/package/2006/relationships"
)

// The elements of WordprocessingML that are used. Order matters: the schema is a
// sequence.
type (
	documentPart struct {
		XMLName xml.Name `xml:"w:document"`
		Space   string   `xml:"xmlns:w,attr"`
		Links   string   `xml:"xmlns:r,attr"`
		Body    body     `xml:"w:body"`
	}
	body struct {
		Content []any
		Section section `xml:"w:sectPr"`
	}
	section struct {
		Size    pageSize    `xml:"w:pgSz"`
		Margins pageMargins `xml:"w:pgMar"`
	}
	paragraph struct {
		XMLName    xml.Name             `xml:"w:p"`
		Properties *paragraphProperties `xml:"w:pPr"`
		Content    []any
	}
	paragraphProperties struct {
		Style    *value    `xml:"w:pStyle"`
		KeepNext *empty    `xml:"w:keepNext"`
		Numbered *numbered `xml:"w:numPr"`
		Spacing  *spacing  `xml:"w:spacing"`
		Indent   *indent   `xml:"w:ind"`
		Outline  *intValue `xml:"w:outlineLvl"`
	}
	numbered struct {
		Level intValue `xml:"w:ilvl"`
		ID    intValue `xml:"w:numId"`
	}
	run struct {
		XMLName    xml.Name       `xml:"w:r"`
		Properties *runProperties `xml:"w:rPr"`
		Content    []any
	}
	runProperties struct {
		Style    *value    `xml:"w:rStyle"`
		Fonts    *fonts    `xml:"w:rFonts"`
		Bold     *empty    `xml:"w:b"`
		Italic   *empty    `xml:"w:i"`
		Colour   *value    `xml:"w:color"`
		Size     *intValue `xml:"w:sz"` // half points
		Line     *value    `xml:"w:u"`
		Vertical *value    `xml:"w:vertAlign"`
		Language *value    `xml:"w:lang"`
	}
	text struct {
		XMLName xml.Name `xml:"w:t"`
		Space   string   `xml:"xml:space,attr"`
		Words   string   `xml:",chardata"`
	}
	lineBreak struct {
		XMLName xml.Name `xml:"w:br"`
	}
	hyperlink struct {
		XMLName xml.Name `xml:"w:hyperlink"`
		ID      string   `xml:"r:id,attr"`
		Runs    []run
	}
	footnoteReference struct {
		XMLName xml.Name `xml:"w:footnoteReference"`
		ID      int      `xml:"w:id,attr"`
	}
	footnoteMark struct {
		XMLName xml.Name `xml:"w:footnoteRef"`
	}
	footnotesPart struct {
		XMLName xml.Name `xml:"w:footnotes"`
		Space   string   `xml:"xmlns:w,attr"`
		Links   string   `xml:"xmlns:r,attr"`
		Notes   []note
	}
	note struct {
		XMLName    xml.Name `xml:"w:footnote"`
		Type       string   `xml:"w:type,attr,omitempty"`
		ID         int      `xml:"w:id,attr"`
		Paragraphs []paragraph
	}
	separator struct {
		XMLName xml.Name
	}
	table struct {
		XMLName    xml.Name        `xml:"w:tbl"`
		Properties tableProperties `xml:"w:tblPr"`
		Grid       grid            `xml:"w:tblGrid"`
		Rows       []row
	}
	tableProperties struct {
		Style value `xml:"w:tblStyle"`
		Width width `xml:"w:tblW"`
	}
	grid struct {
		Columns []empty `xml:"w:gridCol"`
	}
	row struct {
		XMLName    xml.Name       `xml:"w:tr"`
		Properties *rowProperties `xml:"w:trPr"`
		Cells      []cell
	}
	rowProperties struct {
		Head *empty `xml:"w:tblHeader"`
	}
	cell struct {
		XMLName    xml.Name       `xml:"w:tc"`
		Properties cellProperties `xml:"w:tcPr"`
		Paragraphs []paragraph
	}
	cellProperties struct {
		Width width `xml:"w:tcW"`
	}
)

// The attributes of those elements.
type (
	empty struct{}
	value struct {
		Value string `xml:"w:val,attr"`
	}
	intValue struct {
		Value int `xml:"w:val,attr"`
	}
	width struct {
		Width int    `xml:"w:w,attr"`
		Type  string `xml:"w:type,attr"`
	}
	pageSize struct {
		Width  int `xml:"w:w,attr"` // twentieths of a point, as all lengths
		Height int `xml:"w:h,attr"`
	}
	pageMargins struct {
		Top    int `xml:"w:top,attr"`
		Right  int `xml:"w:right,attr"`
		Bottom int `xml:"w:bottom,attr"`
		Left   int `xml:"w:left,attr"`
		Header int `xml:"w:header,attr"`
		Footer int `xml:"w:footer,attr"`
		Gutter int `xml:"w:gutter,attr"`
	}
	spacing struct {
		Before int `xml:"w:before,attr"`
		After  int `xml:"w:after,attr"`
	}
	indent struct {
		Left    int `xml:"w:left,attr"`
		Right   int `xml:"w:right,attr,omitempty"`
		Hanging int `xml:"w:hanging,attr,omitempty"`
	}
	fonts struct {
		ASCII string `xml:"w:ascii,attr"`
		ANSI  string `xml:"w:hAnsi,attr"`
		Other string `xml:"w:cs,attr"`
	}
)

// a4 is a page of A4 with margins of an inch.
func a4() section {
	const inch = 1440
	return section{pageSize{11906, 16838}, pageMargins{inch, inch, inch, inch, inch / 2, inch / 2, 0}}
}

// separators are the two notes that every file with footnotes has: the line above
// them, and the one above what goes on from the page before.
func separators() []note {
	line := func(kind string, id int, element string) note {
		return note{Type: kind, ID: id, Paragraphs: []paragraph{{Content: []any{run{Content: []any{separator{xml.Name{Local: element}}}}}}}}
	}
	return []note{line("separator", -1, "w:separator"), line("continuationSeparator", 0, "w:continuationSeparator")}
}
