package sources_test

import (
	"net"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"socsearch/sources"
	"socsearch/sources/docx/docxtest"
)

// TestNothingIsFetched reads files that name what lies elsewhere, as pictures, styles,
// templates, scripts and schemas: nobody asks for any of it.
func TestNothingIsFetched(t *testing.T) {
	var asked atomic.Int64
	elsewhere, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer elsewhere.Close()
	go func() {
		for {
			c, err := elsewhere.Accept()
			if err != nil {
				return
			}
			asked.Add(1)
			c.Close()
		}
	}()
	at := "http://" + elsewhere.Addr().String()
	const word = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relation := func(kind string) string {
		return `<Relationship Id="` + kind + `" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` + kind + `" Target="` + at + `/` + kind + `" TargetMode="External"/>`
	}
	folder := fstest.MapFS{
		"page.html": {Data: []byte(`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "` + at + `/x.dtd"><html><head><base href="` + at + `/"><link rel="stylesheet" href="` + at + `/s.css"><meta http-equiv="refresh" content="0;url=` + at + `/"><script src="` + at + `/s.js"></script></head><body><h1>Page</h1><p>Words of the page.</p><img src="` + at + `/p.png"><iframe src="` + at + `/f"></iframe><object data="` + at + `/o"></object><video src="` + at + `/v"></video></body></html>`)},
		"word.docx": {Data: docxtest.Pack(t, map[string]string{
			"word/document.xml":            `<w:document ` + word + `><w:body><w:p><w:r><w:t>Words of the file.</w:t></w:r><w:r><w:drawing><a:blip xmlns:a="a" r:link="image"/></w:drawing></w:r></w:p><w:altChunk r:id="aFChunk"/><w:subDoc r:id="subDocument"/></w:body></w:document>`,
			"word/settings.xml":            `<w:settings ` + word + `><w:attachedTemplate r:id="attachedTemplate"/></w:settings>`,
			"word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + relation("image") + relation("aFChunk") + relation("subDocument") + `</Relationships>`,
			"word/_rels/settings.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + relation("attachedTemplate") + `</Relationships>`,
		})},
		"open.odt": {Data: docxtest.Pack(t, map[string]string{"content.xml": `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text><text:section><text:section-source xlink:href="` + at + `/section"/><text:p>Words of the text.</text:p></text:section></office:text></office:body></office:document-content>`})},
		"act.xml":  {Data: []byte(strings.Replace(law, "<akomaNtoso ", `<?xml-stylesheet href="`+at+`/s.xsl"?><akomaNtoso xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="x `+at+`/akn.xsd" `, 1))},
	}
	c, err := sources.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Documents) != len(folder) {
		t.Errorf("%d documents are read of %d files", len(c.Documents), len(folder))
	}
	if n := asked.Load(); n != 0 {
		t.Errorf("%d requests were made", n)
	}
}
