package library

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"socsearch/index/engine"
	"socsearch/sources"
	"socsearch/sources/document"
)

// TestClosedValues lists the values of closed facets: objectives and parts as the
// documents' manifests have them.
func TestClosedValues(t *testing.T) {
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	c := New(corpus)
	c.Prepare()
	want := []engine.FacetValue{
		{Value: "1", Label: "Objective 1: Relentless disruption and targeted action against the highest harm serious and organised criminals and networks"},
		{Value: "2", Label: "Objective 2: Building the highest levels of defence and resilience in vulnerable people, communities, businesses and systems"},
		{Value: "3", Label: "Objective 3: Stopping the problem at source, identifying and supporting those at risk of engaging in criminality"},
		{Value: "4", Label: "Objective 4: Establishing a single, whole-system approach"},
	}
	if diff := cmp.Diff(want, c.ClosedValues("objective")); diff != "" {
		t.Errorf("objectives (-want +got):\n%s", diff)
	}
	for name, n := range map[string]int{"part": 8, "strand": 4, "kind": len(document.Kinds), "organisation": 0} {
		if got := len(c.ClosedValues(name)); got != n {
			t.Errorf("%s has %d values, want %d", name, got, n)
		}
	}
	other := New(&sources.Corpus{Gazetteer: corpus.Gazetteer, Threats: corpus.Threats, Strands: corpus.Strands})
	other.Prepare()
	if got := other.ClosedValues("objective"); len(got) != 0 {
		t.Errorf("a collection without objectives has %v", got)
	}
}
