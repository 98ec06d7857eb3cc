package glyph

import "testing"

// TestParseXMP has packets with properties as elements and as attributes, and some that
// are broken off.
func TestParseXMP(t *testing.T) {
	const head = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`
	const spaces = ` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"`
	for name, test := range map[string]struct {
		packet string
		want   Metadata
	}{
		"elements": {
			head + `<rdf:Description rdf:about=""` + spaces + `><dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">On quays</rdf:li><rdf:li xml:lang="en">On quays</rdf:li></rdf:Alt></dc:title>
			<dc:creator><rdf:Seq><rdf:li>Harbour Board</rdf:li><rdf:li>Canal Trust</rdf:li></rdf:Seq></dc:creator><dc:rights><rdf:Alt><rdf:li>Open Government Licence v3.0</rdf:li></rdf:Alt></dc:rights>
			<xmp:CreateDate>2026-01-02</xmp:CreateDate><prism:publicationDate>2025-12-01</prism:publicationDate></rdf:Description></rdf:RDF></x:xmpmeta>`,
			Metadata{Title: "On quays", Creator: "Harbour Board; Canal Trust", Rights: "Open Government Licence v3.0", Date: "2025-12-01"},
		},
		"attributes": {
			head + `<rdf:Description` + spaces + ` dc:publisher="The Press" dc:date="2025-05" xmp:CreateDate="2026"/></rdf:RDF></x:xmpmeta>`,
			Metadata{Publisher: "The Press", Date: "2025-05"},
		},
		"broken off": {head + `<rdf:Description` + spaces + `><dc:title><rdf:Alt><rdf:li>On qu`, Metadata{Title: "On qu"}},
		"no XML":     {"\x00\xff<<", Metadata{}},
		"empty":      {"", Metadata{}},
	} {
		if got := parseXMP([]byte(test.packet)); got != test.want {
			t.Errorf("%s: parseXMP = %+v, want %+v", name, got, test.want)
		}
	}
}
