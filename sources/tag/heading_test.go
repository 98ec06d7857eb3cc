package tag_test

import (
	"testing"

	"socsearch/sources"
)

// TestHeadingAlone: paragraph 198 stands under "Devolved administrations" and names
// the Scottish Government and the Northern Ireland Executive, but never the devolved
// administrations as such. Paragraph 199, under the same heading, names them.
func TestHeadingAlone(t *testing.T) {
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	by := map[string]string{}
	for _, p := range corpus.Passages {
		for _, m := range p.Implied {
			if m.Slug == "devolved-administrations" {
				by[p.ID] = m.By
			}
		}
	}
	if by["strategy/198"] != "heading" {
		t.Errorf("strategy/198 implies the devolved administrations by %q, want heading", by["strategy/198"])
	}
	if by["strategy/199"] != "" {
		t.Errorf("strategy/199 names them, and implies them by %q too", by["strategy/199"])
	}
}
