package wordfile

import (
	"encoding/xml"
	"time"
)

// What holds the parts of the file together (ECMA-376, part 2).
type (
	types struct {
		XMLName   xml.Name `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
		Defaults  []defaultType
		Overrides []partType
	}
	defaultType struct {
		XMLName   xml.Name `xml:"Default"`
		Extension string   `xml:"Extension,attr"`
		Type      string   `xml:"ContentType,attr"`
	}
	partType struct {
		XMLName xml.Name `xml:"Override"`
		Part    string   `xml:"PartName,attr"`
		Type    string   `xml:"ContentType,attr"`
	}
	relationships struct {
		XMLName xml.Name `xml:"Relationships"`
		Space   string   `xml:"xmlns,attr"`
		List    []relationship
	}
	relationship struct {
		XMLName xml.Name `xml:"Relationship"`
		ID      string   `xml:"Id,attr"`
		Type    string   `xml:"Type,attr"`
		Target  string   `xml:"Target,attr"`
		Mode    string   `xml:"TargetMode,attr,omitempty"`
	}
	properties struct {
		XMLName  xml.Name `xml:"cp:coreProperties"`
		Space    string   `xml:"xmlns:cp,attr"`
		Dublin   string   `xml:"xmlns:dc,attr"`
		Terms    string   `xml:"xmlns:dcterms,attr"`
		Schema   string   `xml:"xmlns:xsi,attr"`
		Title    string   `xml:"dc:title"`
		Language string   `xml:"dc:language,omitempty"`
		Created  *moment  `xml:"dcterms:created"`
	}
	moment struct {
		Type string `xml:"xsi:type,attr"`
		Time string `xml:",chardata"`
	}
	settingsPart struct {
		XMLName   xml.Name       `xml:"w:settings"`
		Space     string         `xml:"xmlns:w,attr"`
		Footnotes footnoteLines  `xml:"w:footnotePr"`
		Compat    []compatOption `xml:"w:compat>w:compatSetting"`
	}
	footnoteLines struct {
		Lines []noteID `xml:"w:footnote"`
	}
	noteID struct {
		ID int `xml:"w:id,attr"`
	}
	compatOption struct {
		Name  string `xml:"w:name,attr"`
		URI   string `xml:"w:uri,attr"`
		Value string `xml:"w:val,attr"`
	}
)

func contentTypes() types {
	const word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	return types{
		Defaults: []defaultType{
			{Extension: "rels", Type: "application/vnd.openxmlformats-package.relationships+xml"},
			{Extension: "xml", Type: "application/xml"},
		},
		Overrides: []partType{
			{Part: "/word/document.xml", Type: word + "document.main+xml"},
			{Part: "/word/styles.xml", Type: word + "styles+xml"},
			{Part: "/word/numbering.xml", Type: word + "numbering+xml"},
			{Part: "/word/settings.xml", Type: word + "settings+xml"},
			{Part: "/word/footnotes.xml", Type: word + "footnotes+xml"},
			{Part: "/docProps/core.xml", Type: "application/vnd.openxmlformats-package.core-properties+xml"},
		},
	}
}

func packageLinks() relationships {
	return relationships{Space: relationSpace, List: []relationship{
		{ID: "r1", Type: linkSpace + "/officeDocument", Target: "word/document.xml"},
		{ID: "r2", Type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", Target: "docProps/core.xml"},
	}}
}

// relations are the document's: its other parts, and the targets of its links.
func (b *builder) relations() relationships {
	list := []relationship{
		{ID: "styles", Type: linkSpace + "/styles", Target: "styles.xml"},
		{ID: "numbering", Type: linkSpace + "/numbering", Target: "numbering.xml"},
		{ID: "settings", Type: linkSpace + "/settings", Target: "settings.xml"},
		{ID: "footnotes", Type: linkSpace + "/footnotes", Target: "footnotes.xml"},
	}
	for i, address := range b.links {
		list = append(list, relationship{ID: linkID(i), Type: linkSpace + "/hyperlink", Target: address, Mode: "External"})
	}
	return relationships{Space: relationSpace, List: list}
}

func newProperties(d *Document) properties {
	p := properties{
		Space:  "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
		Dublin: "http://purl.org/dc/elements/1.1/",
		Terms:  "http://purl.org/dc/terms/",
		Schema: "http://www.w3.org/2001/XMLSchema-instance",
		Title:  d.Title, Language: d.Language,
	}
	if !d.Made.IsZero() {
		p.Created = &moment{"dcterms:W3CDTF", d.Made.UTC().Format(time.RFC3339)}
	}
	return p
}

// newSettings names the separators, and the version of Word from which on its own
// rules of layout hold: without it Word opens a file in compatibility mode.
func newSettings() settingsPart {
	return settingsPart{
		Space:     wordSpace,
		Footnotes: footnoteLines{[]noteID{{-1}, {0}}},
		Compat:    []compatOption{{"compatibilityMode", "http://schemas.microsoft.com/office/word", "15"}},
	}
}
