package draft

import (
	"testing"

	"socsearch/sources/document"
)

// TestAuthors reads who wrote a document, as its manifest says, where drafts write the
// name: before the title, and between a quotation and its reference.
func TestAuthors(t *testing.T) {
	w := newWorks([]*document.Manifest{
		{Title: "A strategy", Author: "HM Government", Publisher: "Ministry of Seas"},
		{Title: "A page", Author: "Example Limited", AuthorAlso: []string{"J. Doe"}},
	})
	for _, test := range []struct {
		before string
		want   bool
	}{
		{"as in HM Government, ‘", true},
		{"as in Her Majesty’s Government, *", true},
		{"as in His Majesty's Government, ", true},
		{"see Ministry of Seas, ", true},
		{"see Example Ltd, “", true},
		{"see Example ", true},
		{"see J. Doe, ", true},
		{"see JX Doe, ", false},
		{"see Home Office, ", false}, // nobody here is called so
	} {
		if got := w.authorLead.MatchString(test.before); got != test.want {
			t.Errorf("%q ends in an author: %v, want %v", test.before, got, test.want)
		}
	}
	for _, test := range []struct {
		between string
		want    bool
	}{
		{"” (", true}, {"” – see ", true}, {" (HM Government, ", true}, {" (Example Limited, quoted in ", true}, {" (Smith, ", false}, {" says ", false},
	} {
		if got := w.connects.MatchString(test.between); got != test.want {
			t.Errorf("%q connects: %v, want %v", test.between, got, test.want)
		}
	}
	if none := newWorks(nil); none.authorLead.MatchString("HM Government, ") || !none.connects.MatchString(" (see ") {
		t.Error("without documents somebody is an author, or nothing connects")
	}
}
