package glyph

import (
	"bytes"
	"encoding/xml"
	"strings"

	lib "github.com/ledongthuc/pdf"
)

// Metadata is what a file's metadata stream (XMP, ISO 16684-1) says of the paper in it:
// "" of what it doesn't say. Several creators or publishers are parted by semicolons.
type Metadata struct {
	Title, Creator, Publisher, Rights string
	Date                              string // of the paper, as given: the file's own are another
}

// maxMetadata bounds a metadata stream; those of real papers have some 5,000 bytes.
const maxMetadata = 1 << 20

const (
	dublinCore = "http://purl.org/dc/elements/1.1/"
	prism      = "http://prismstandard.org/namespaces/basic/"
)

// Metadata reads the metadata stream. What can't be read says nothing.
func (f *File) Metadata() (m Metadata) {
	var err error
	defer func() {
		if err != nil {
			m = Metadata{}
		}
	}()
	defer recoverDamage(&err)
	stream := f.reader.Trailer().Key("Root").Key("Metadata")
	if stream.Kind() != lib.Stream {
		return m
	}
	data, _, err := content(stream)
	if err != nil || len(data) > maxMetadata {
		return m
	}
	return parseXMP(data)
}

// parseXMP takes the properties of a packet, whether they are elements, with their
// values in lists, or attributes.
func parseXMP(packet []byte) (m Metadata) {
	d := xml.NewDecoder(bytes.NewReader(packet))
	var open *string // the property that is being read
	depth := 0
	for {
		token, err := d.Token()
		if err != nil { // the end, or what isn't XML: what was read is what there is
			return m
		}
		switch t := token.(type) {
		case xml.StartElement:
			if open != nil {
				depth++
				continue
			}
			open, depth = m.property(t.Name), 0
			for _, a := range t.Attr {
				if p := m.property(a.Name); p != nil {
					add(p, a.Value)
				}
			}
		case xml.EndElement:
			if depth--; depth < 0 {
				open = nil
			}
		case xml.CharData:
			if open != nil {
				add(open, string(t))
			}
		}
	}
}

// property returns where the value of a property goes; nil if it isn't wanted.
func (m *Metadata) property(name xml.Name) *string {
	switch {
	case strings.HasPrefix(name.Space, prism) && name.Local == "publicationDate":
		return &m.Date
	case name.Space != dublinCore:
		return nil
	}
	return map[string]*string{"title": &m.Title, "creator": &m.Creator, "publisher": &m.Publisher, "rights": &m.Rights, "date": &m.Date}[name.Local]
}

// add adds a value once: a title is often given again for a language.
func add(to *string, value string) {
	value = strings.Join(strings.Fields(value), " ")
	switch {
	case value == "" || *to == value:
	case *to == "":
		*to = value
	case !strings.Contains("; "+*to+"; ", "; "+value+"; "):
		*to += "; " + value
	}
}
