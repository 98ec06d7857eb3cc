package sources

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

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

// TestOrganisationsOfManifest: a manifest adds organisations and masks, and
// words such as "forces" name the police only in a document about it.
func TestOrganisationsOfManifest(t *testing.T) {
	folder := fstest.MapFS{
		"air.yaml": {Data: []byte(`
slug: air
title: Aircraft
file: air.txt
paragraphs: {numbering: plain}
organisations:
  also: [{slug: faa, name: Federal Aviation Administration, abbreviation: FAA, forms: [the Administration]}]
  masks: [Home Office Type Approval]
`)},
		"air.txt": {Data: []byte(" 1  The FAA measures forces on the control column.\n\n2  The Home Office Type Approval is given by the Administration.\n")},
		"beat.yaml": {Data: []byte(`
slug: beat
title: The beat
file: beat.txt
paragraphs: {numbering: plain}
`)},
		"beat.txt": {Data: []byte(" 1  Police forces patrol. The FAA does not.\n\n2  Most forces do so at night.\n")},
	}
	c, err := Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	for _, p := range c.Passages {
		for _, o := range p.Organisations {
			got[p.ID] = append(got[p.ID], o.Slug)
		}
	}
	want := map[string][]string{
		"air/1":  {"faa"},
		"air/2":  {"faa"},
		"beat/1": {"police-forces", "faa"},
		"beat/2": {"police-forces"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("organisations (-want +got):\n%s", diff)
	}

	folder["beat.yaml"].Data = append(folder["beat.yaml"].Data, "organisations:\n  also: [{slug: faa, name: Flying Animals Association}]\n"...)
	if _, err := Load(folder); err == nil || !strings.Contains(err.Error(), `"beat"`) || !strings.Contains(err.Error(), "another slug") {
		t.Errorf("two organisations of one slug: error %v, want one that names the document and the remedy", err)
	}
}

// TestWithEmbedded loads a folder beside the embedded documents, which come
// first: they have an order. A file of the folder takes the place of theirs.
func TestWithEmbedded(t *testing.T) {
	folder := fstest.MapFS{
		"a.yaml": {Data: []byte("slug: a\ntitle: A Paper\nfile: a.txt\nparagraphs: {numbering: plain}\n")},
		"a.txt":  {Data: []byte(" 1  One.\n")},
	}
	order := func() (slugs []string) {
		c, err := Load(WithEmbedded(folder))
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range c.Documents {
			slugs = append(slugs, d.Slug)
		}
		return slugs
	}
	if diff := cmp.Diff([]string{"strategy", "roles", "a"}, order()); diff != "" {
		t.Errorf("documents (-want +got):\n%s", diff)
	}
	folder["roles.yaml"] = &fstest.MapFile{Data: []byte("slug: b\norder: 3\ntitle: Another\nfile: a.txt\nparagraphs: {numbering: plain}\n")}
	if diff := cmp.Diff([]string{"strategy", "b", "a"}, order()); diff != "" {
		t.Errorf("documents (-want +got):\n%s", diff)
	}
}
