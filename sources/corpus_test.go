package sources

import (
	"strings"
	"testing"
	"testing/fstest"

	"socsearch/sources/document"
)

func TestLoad(t *testing.T) {
	c, err := Load(Embedded())
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]document.Passage{}
	for _, p := range c.Passages {
		byID[p.ID] = p
	}
	labels := map[string]string{
		"strategy/79":                       "para 79",
		"strategy/foreword-3":               "Foreword, para 3",
		"strategy/box-firearms-and-drugs-2": "Box “Firearms and Drugs”, para 2",
		"strategy/box-page-29":              "Box on page 29, para 1",
		"strategy/box-operation-guardian":   "Box “Operation Guardian”",
		"strategy/figure-7":                 "Figure 7",
		"strategy/annex-nca":                "Annex A, National Crime Agency",
		"roles/home-office-2":               "Roles and responsibilities, Home Office, para 2",
		"roles/jic":                         "Roles and responsibilities, Joint Intelligence Committee",
	}
	for id, want := range labels {
		if got := byID[id].Label; got != want {
			t.Errorf("%s is labelled %q, want %q", id, got, want)
		}
	}
	for i, p := range c.Passages {
		if p.Next == "" {
			continue
		}
		if n := c.Passages[i+1]; n.ID != string(p.Next) || string(n.Previous) != p.ID {
			t.Errorf("%s leads to %s, and that back to %s", p.ID, p.Next, n.Previous)
		}
	}
	if first, last := byID["strategy/foreword-1"], byID["roles/cabinet-office"]; first.Previous != "" || last.Previous != "" {
		t.Error("a document's first passage has one before it")
	}
	for _, d := range c.Undescribed() {
		if strings.Contains(d.Name, "Agency") || strings.Contains(d.Name, "Unit") || strings.Contains(d.Name, "Taskforce") {
			t.Errorf("the gazetteer lacks %s (%s)", d.Name, d.Abbreviation)
		}
	}
}

// TestLoadFolder reads a document that nobody prepared: its organisations have
// the names that the embedded annex gives them.
func TestLoadFolder(t *testing.T) {
	folder := fstest.MapFS{
		"paper.yaml": {Data: []byte("slug: paper\ntitle: A Paper\nfile: paper.txt\nparagraphs: {numbering: plain}\noutline:\n  - {heading: One}\n")},
		"paper.txt":  {Data: []byte("One\n\n1 The NCA leads.\n")},
	}
	c, err := Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	p := c.Passages[0]
	if p.ID != "paper/1" || len(p.Organisations) != 1 || p.Organisations[0].Name != "National Crime Agency" {
		t.Errorf("Load gives %+v", p)
	}
	before, err := Hash(folder)
	if err != nil {
		t.Fatal(err)
	}
	folder["paper.txt"].Data[12]++
	if after, err := Hash(folder); err != nil || after == before {
		t.Errorf("the hash stays %s when the text changes (%v)", after, err)
	}
}
