package xmltree

import (
	"encoding/xml"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"socsearch/sources/blocks"
)

func TestParse(t *testing.T) {
	root, err := Parse("a.xml", []byte(`<?xml version="1.0" encoding="windows-1252"?><w:body xmlns:w="urn:w"><w:p w:id="1">Costs`+" \xa35"+`</w:p><w:p>and <w:b>more</w:b></w:p></w:body>`))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := root.Words(), "Costs £5 and more"; got != want {
		t.Errorf("the words are %q, want %q", got, want)
	}
	if p := root.Child("p"); root.Name != "body" || root.Space != "urn:w" || p.Get("id") != "1" || p.Get("no") != "" {
		t.Errorf("%s of %s with a first paragraph %+v", root.Name, root.Space, p)
	}
	if root.Child("b") != nil || root.Find("b").Words() != "more" || root.Find("no") != nil {
		t.Error("b isn't found below, or where it isn't")
	}
	var none *Node
	if none.Words() != "" || none.Get("id") != "" || none.Child("p") != nil {
		t.Error("a nil node has something")
	}
}

// TestEach goes through the elements of a part, one by one.
func TestEach(t *testing.T) {
	var got []string
	err := Each("a.xml", []byte(`<a><b>one<c>two</c></b> between <d><b>three</b></d></a>`),
		func(e xml.StartElement) bool { return e.Name.Local == "a" },
		func(n *Node) error { got = append(got, n.Name+" "+n.Words()); return nil })
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"b onetwo", "d three"}, got); diff != "" {
		t.Errorf("elements (-want +got):\n%s", diff)
	}
}

// TestRefused refuses what is damaged or could harm, in a sentence for its writer.
func TestRefused(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"damaged", "<a>\n<b></a>", "line 2"},
		{"empty", "", "holds no element"},
		{"a document type", `<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>`, "DOCTYPE"},
		{"an entity that nobody declares", "<a>&x;</a>", "well-formed"},
		{"too deep", strings.Repeat("<a>", maxDepth+1), "inside one another"},
		{"too many", "<a>" + strings.Repeat("<b/>", maxNodes) + "</a>", "split it"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Parse("a.xml", []byte(test.in))
			detail, ok := blocks.Detail(err)
			if !ok || !strings.Contains(detail, test.want) || !strings.Contains(detail, "a.xml") {
				t.Errorf("Parse = %v, want an error for the writer with %q and the file's name", err, test.want)
			}
		})
	}
}
