package wordfile

import "encoding/xml"

type (
	stylesPart struct {
		XMLName  xml.Name `xml:"w:styles"`
		Space    string   `xml:"xmlns:w,attr"`
		Defaults defaults `xml:"w:docDefaults"`
		Styles   []styleElement
	}
	defaults struct {
		Run       defaultRun       `xml:"w:rPrDefault"`
		Paragraph defaultParagraph `xml:"w:pPrDefault"`
	}
	defaultRun struct {
		Properties runProperties `xml:"w:rPr"`
	}
	defaultParagraph struct {
		Properties paragraphProperties `xml:"w:pPr"`
	}
	styleElement struct {
		XMLName   xml.Name             `xml:"w:style"`
		Type      string               `xml:"w:type,attr"`
		Default   string               `xml:"w:default,attr,omitempty"`
		ID        string               `xml:"w:styleId,attr"`
		Name      value                `xml:"w:name"`
		BasedOn   *value               `xml:"w:basedOn"`
		Next      *value               `xml:"w:next"`
		Shown     *empty               `xml:"w:qFormat"`
		Paragraph *paragraphProperties `xml:"w:pPr"`
		Run       *runProperties       `xml:"w:rPr"`
		Table     *tableStyle          `xml:"w:tblPr"`
	}
	tableStyle struct {
		Borders borders     `xml:"w:tblBorders"`
		Cells   cellMargins `xml:"w:tblCellMar"`
	}
	borders struct {
		Top     border `xml:"w:top"`
		Left    border `xml:"w:left"`
		Bottom  border `xml:"w:bottom"`
		Right   border `xml:"w:right"`
		InsideH border `xml:"w:insideH"`
		InsideV border `xml:"w:insideV"`
	}
	border struct {
		Kind   string `xml:"w:val,attr"`
		Size   int    `xml:"w:sz,attr"`
		Space  int    `xml:"w:space,attr"`
		Colour string `xml:"w:color,attr"`
	}
	cellMargins struct {
		Left  width `xml:"w:left"`
		Right width `xml:"w:right"`
	}
)

// newStyles defines the styles that the text is set in. Faces are left to the
// program's own defaults where it has better ones.
func newStyles(language string) stylesPart {
	base := runProperties{Fonts: &fonts{"Calibri", "Calibri", "Calibri"}, Size: &intValue{22}}
	if language != "" {
		base.Language = &value{language}
	}
	heading := func(id, name string, level, size int) styleElement {
		return styleElement{Type: "paragraph", ID: id, Name: value{name}, BasedOn: &value{"Normal"}, Next: &value{string(Text)}, Shown: &empty{},
			Paragraph: &paragraphProperties{KeepNext: &empty{}, Spacing: &spacing{320, 80}, Outline: &intValue{level}},
			Run:       &runProperties{Bold: &empty{}, Size: &intValue{size}}}
	}
	based := func(id, name string, p *paragraphProperties, r *runProperties) styleElement {
		return styleElement{Type: "paragraph", ID: id, Name: value{name}, BasedOn: &value{"Normal"}, Shown: &empty{}, Paragraph: p, Run: r}
	}
	line := border{"single", 4, 0, "auto"}
	return stylesPart{
		Space:    wordSpace,
		Defaults: defaults{defaultRun{base}, defaultParagraph{paragraphProperties{Spacing: &spacing{0, 120}}}},
		Styles: []styleElement{
			{Type: "paragraph", Default: "1", ID: "Normal", Name: value{"Normal"}, Shown: &empty{}},
			{Type: "character", Default: "1", ID: "DefaultParagraphFont", Name: value{"Default Paragraph Font"}},
			{Type: "table", Default: "1", ID: "TableNormal", Name: value{"Normal Table"}},
			based(string(Title), "Title", &paragraphProperties{Spacing: &spacing{0, 240}}, &runProperties{Bold: &empty{}, Size: &intValue{40}}),
			heading(string(Heading1), "heading 1", 0, 30),
			heading(string(Heading2), "heading 2", 1, 24),
			based(string(Text), "Body Text", &paragraphProperties{}, nil),
			based(string(Quote), "Quote", &paragraphProperties{Spacing: &spacing{0, 120}, Indent: &indent{Left: 567, Right: 567}}, nil),
			{Type: "paragraph", ID: string(Item), Name: value{"Quote List"}, BasedOn: &value{string(Quote)}, Shown: &empty{},
				Paragraph: &paragraphProperties{Numbered: &numbered{ID: intValue{bullets}}, Indent: &indent{Left: 924, Right: 567, Hanging: 357}}},
			based(string(Source), "Bibliography", &paragraphProperties{Indent: &indent{Left: 567, Hanging: 567}}, nil),
			based(string(Small), "Small", &paragraphProperties{Spacing: &spacing{0, 60}}, &runProperties{Size: &intValue{18}}),
			based("FootnoteText", "footnote text", &paragraphProperties{Spacing: &spacing{0, 0}}, &runProperties{Size: &intValue{20}}),
			{Type: "character", ID: "FootnoteReference", Name: value{"footnote reference"}, Run: &runProperties{Vertical: &value{"superscript"}}},
			{Type: "character", ID: "Hyperlink", Name: value{"Hyperlink"}, Run: &runProperties{Colour: &value{"0563C1"}, Line: &value{"single"}}},
			{Type: "table", ID: "TableGrid", Name: value{"Table Grid"}, BasedOn: &value{"TableNormal"},
				Table: &tableStyle{borders{line, line, line, line, line, line}, cellMargins{width{108, "dxa"}, width{108, "dxa"}}}},
		},
	}
}

// bullets is the id of the list that items of quotations belong to.
const bullets = 1

type (
	numberingPart struct {
		XMLName  xml.Name         `xml:"w:numbering"`
		Space    string           `xml:"xmlns:w,attr"`
		Abstract abstractNumbers  `xml:"w:abstractNum"`
		Number   numberDefinition `xml:"w:num"`
	}
	abstractNumbers struct {
		ID    int         `xml:"w:abstractNumId,attr"`
		Level numberLevel `xml:"w:lvl"`
	}
	numberLevel struct {
		Level  int      `xml:"w:ilvl,attr"`
		Start  intValue `xml:"w:start"`
		Format value    `xml:"w:numFmt"`
		Text   value    `xml:"w:lvlText"`
	}
	numberDefinition struct {
		ID       int      `xml:"w:numId,attr"`
		Abstract intValue `xml:"w:abstractNumId"`
	}
)

func newNumbering() numberingPart {
	return numberingPart{
		Space:    wordSpace,
		Abstract: abstractNumbers{Level: numberLevel{Start: intValue{1}, Format: value{"bullet"}, Text: value{"•"}}},
		Number:   numberDefinition{ID: bullets},
	}
}
