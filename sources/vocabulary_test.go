package sources_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"socsearch/sources"
	"socsearch/sources/document"
)

// TestNamesOfTheAnnex checks that the vocabulary names organisations as their
// entries in the annex do.
func TestNamesOfTheAnnex(t *testing.T) {
	c, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	entries := 0
	for _, p := range c.Passages {
		if p.Kind != document.KindAnnex {
			continue
		}
		entries++
		lead, _, _ := strings.Cut(p.Text, ":")
		name, abbreviation := document.WithoutAbbreviation(lead)
		o := c.Gazetteer.Organisation(p.Organisations[0].Slug)
		if o.Name != p.Title || !strings.EqualFold(strings.TrimPrefix(name, "The "), strings.TrimPrefix(o.Name, "The ")) || o.Abbreviation != abbreviation {
			t.Errorf("%s: the vocabulary has %q (%s), the entry %q (%s)", p.ID, o.Name, o.Abbreviation, name, abbreviation)
		}
	}
	if entries != 38 {
		t.Errorf("%d entries, want 38", entries)
	}
}

// TestFolderOfOthers loads a folder of other documents: organisations have their
// names from the vocabulary, whatever document has an annex.
func TestFolderOfOthers(t *testing.T) {
	c, err := sources.Load(fstest.MapFS{
		"a.yaml": {Data: []byte("slug: a\ntitle: A paper\nfile: a.txt\nparagraphs: {numbering: plain}\n")},
		"a.txt":  {Data: []byte("1 The Department for Education and the NCA met.\n\n2 They will meet again.\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Passages[0].Organisations; len(got) != 2 || got[0].Name != "Department for Education" || got[1].Name != "National Crime Agency" {
		t.Errorf("organisations are %+v", got)
	}
}

func TestWithArticle(t *testing.T) {
	for name, want := range map[string]string{
		"Home Office": "the Home Office", "HM Treasury": "HM Treasury", "Europol": "Europol",
		"Department for Education": "the Department for Education", "City of London Police": "City of London Police",
	} {
		if got := sources.WithArticle(name); got != want {
			t.Errorf("WithArticle(%q) = %q, want %q", name, got, want)
		}
	}
}
