package docx

import (
	"strings"
	"testing"

	"socsearch/sources/blocks"
	"socsearch/sources/docx/docxtest"
)

// TestHostileODT refuses OpenDocument files that would cost memory or time, as
// [TestHostile] does Word's, and tells of macros.
func TestHostileODT(t *testing.T) {
	text := func(body string) string {
		return `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`
	}
	for name, test := range map[string]struct {
		parts map[string]string
		want  string
	}{
		"no text":                 {map[string]string{"a.txt": "x"}, "no content.xml"},
		"bomb":                    {map[string]string{"content.xml": text(strings.Repeat(" ", 70<<20))}, "archive bomb"},
		"bomb in the properties":  {map[string]string{"meta.xml": strings.Repeat(" ", 70<<20), "content.xml": text("")}, "archive bomb"},
		"deep":                    {map[string]string{"content.xml": text(strings.Repeat("<text:span>", 100_000))}, "inside one another"},
		"entities":                {map[string]string{"content.xml": `<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>` + text("<text:p>&c;</text:p>")}, "document type"},
		"entities in the styles":  {map[string]string{"styles.xml": `<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>`, "content.xml": text("")}, "document type"},
		"an entity of a stranger": {map[string]string{"content.xml": text("<text:p>&lol;</text:p>")}, "well-formed"},
	} {
		_, err := ReadODT(docxtest.Pack(t, test.parts))
		if detail, ok := blocks.Detail(err); !ok || !strings.Contains(detail, test.want) || strings.Contains(detail, "\n") {
			t.Errorf("%s: ReadODT = %v, want an error with %q", name, err, test.want)
		}
	}
	d, err := ReadODT(docxtest.Pack(t, map[string]string{"content.xml": text("<text:p>Words.</text:p>"), "Basic/Standard/Module1.xml": "<a>Shell</a>"}))
	if err != nil || d.Text != "Words." || d.LeftOut["macros"] != 1 {
		t.Errorf("a file with macros: %v, %+v", err, d)
	}
}
