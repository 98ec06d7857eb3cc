package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"

	"socsearch/sources/blocks"
)

// The bounds of an archive.
const (
	maxParts = 5_000
	maxPart  = 64 << 20 // bytes of a part, unpacked: many times the longest book's
	// maxRatio is how many times a part may grow; text in XML grows some 20 times.
	maxRatio = 200
	// fewBytes may grow as they like.
	fewBytes = 1 << 20
	maxDepth = 256 // elements inside one another
)

// archive is a zip file whose parts are read one at a time, bounded.
type archive struct {
	parts map[string]*zip.File
	kind  string // for messages
}

func openArchive(data []byte, kind string) (*archive, error) {
	if bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")) {
		return nil, blocks.Errorf("the file is protected by a password, or an old .doc: save it as %s without a password", kind)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, blocks.Errorf("the file is no %s, or it is damaged: it isn’t a whole zip archive", kind)
	}
	if len(z.File) > maxParts {
		return nil, blocks.Errorf("the file has %d parts, more than any %s: it is refused", len(z.File), kind)
	}
	a := &archive{map[string]*zip.File{}, kind}
	for _, f := range z.File {
		if f.Flags&1 != 0 {
			return nil, blocks.Errorf("the file is encrypted: save it without a password")
		}
		if _, twice := a.parts[f.Name]; !twice {
			a.parts[f.Name] = f
		}
	}
	return a, nil
}

// read unpacks a part; nil where there is none.
func (a *archive) read(name string) ([]byte, error) {
	f := a.parts[name]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, blocks.Errorf("%s in the file can’t be unpacked: the file is damaged", name)
	}
	defer r.Close()
	most := int64(maxPart)
	if byRatio := int64(f.CompressedSize64)*maxRatio + fewBytes; byRatio < most {
		most = byRatio
	}
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, blocks.Errorf("%s in the file can’t be unpacked: the file is damaged", name)
	}
	if int64(len(data)) > most {
		return nil, blocks.Errorf("%s in the file grows beyond %d MB when it is unpacked, like an archive bomb: it is refused", name, most>>20)
	}
	return data, nil
}

// walk calls start, end and text for what an XML part holds. start returning false
// passes over the element. Entities of the file's own are never expanded.
func walk(name string, data []byte, start func(e xml.StartElement) bool, end func(xml.Name), text func(string)) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(label string, _ io.Reader) (io.Reader, error) {
		return nil, errors.New("its encoding is " + label)
	}
	for depth := 0; ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return blocks.Errorf("%s in the file isn’t well-formed XML (line %d): the file is damaged", name, line(d))
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return blocks.Errorf("%s in the file has more than %d elements inside one another: it is refused", name, maxDepth)
			}
			if !start(t) {
				if err := skip(d, name); err != nil {
					return err
				}
				depth--
			}
		case xml.EndElement:
			depth--
			end(t.Name)
		case xml.CharData:
			text(string(t))
		case xml.Directive:
			return blocks.Errorf("%s in the file declares a document type: no word processor does, and it is refused", name)
		}
	}
}

func line(d *xml.Decoder) int { l, _ := d.InputPos(); return l }

// skip passes over the rest of an element, without recursion.
func skip(d *xml.Decoder, name string) error {
	for depth := 1; depth > 0; {
		token, err := d.Token()
		if err != nil {
			return blocks.Errorf("%s in the file isn’t well-formed XML (line %d): the file is damaged", name, line(d))
		}
		switch token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return blocks.Errorf("%s in the file has more than %d elements inside one another: it is refused", name, maxDepth)
			}
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

func attribute(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
