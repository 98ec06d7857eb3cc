package index

import (
	"context"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"socsearch/index/local"
	"socsearch/index/query"
	"socsearch/sources"
)

// TestDottedAcronyms: an acronym with full stops and one without are one word, in the
// text as in the query.
func TestDottedAcronyms(t *testing.T) {
	corpus, err := sources.Load(fstest.MapFS{
		"dotted.yaml": {Data: []byte("slug: dotted\ntitle: The dotted paper\nfile: dotted.txt\nparagraphs: {numbering: plain, last: 2}\nsection: The paper\n")},
		"dotted.txt":  {Data: []byte("1 The U.K. and the U.S. signed with the N.C.A. in spring.\n\n2 The UK and the US wrote to the NCA in autumn.\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "index")
	if err := local.Build(context.Background(), dir, corpus, local.OriginFolder); err != nil {
		t.Fatal(err)
	}
	x, err := Open(dir, "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	for _, q := range []string{"UK", "U.K.", "US", "U.S.", "NCA", "N.C.A."} {
		got := searchIDs(t, x, Request{Query: query.Parse(q)})
		slices.Sort(got)
		if want := []string{"dotted/1", "dotted/2"}; !slices.Equal(got, want) {
			t.Errorf("%s finds %v, want %v", q, got, want)
		}
	}
}
