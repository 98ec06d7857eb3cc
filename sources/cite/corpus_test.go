package cite

import (
	"strings"
	"sync"
	"testing"
	"time"

	"socsearch/sources"
	"socsearch/sources/document"
)

var corpus = sync.OnceValues(func() (*sources.Corpus, error) { return sources.Load(sources.Embedded()) })

// accessed is the day of access of every test.
var accessed = time.Date(2026, time.November, 21, 0, 0, 0, 0, time.UTC)

// works gathers places of the real documents: passage ids, or "strategy/70#39"
// for a footnote.
func works(t *testing.T, places ...string) []Work {
	t.Helper()
	c, err := corpus()
	if err != nil {
		t.Fatal(err)
	}
	var pins []Pin
	for _, place := range places {
		id, note, _ := strings.Cut(place, "#")
		found := false
		for i := range c.Passages {
			if c.Passages[i].ID == id {
				pins = append(pins, Pin{&c.Passages[i], note})
				found = true
			}
		}
		if !found {
			t.Fatalf("no passage %s", id)
		}
	}
	var manifests []*document.Manifest
	for _, d := range c.Documents {
		manifests = append(manifests, d.Manifest)
	}
	return Works(manifests, pins)
}

func work(t *testing.T, places ...string) Work {
	t.Helper()
	list := works(t, places...)
	if len(list) != 1 {
		t.Fatalf("works(%q) gives %d works, want 1", places, len(list))
	}
	return list[0]
}
