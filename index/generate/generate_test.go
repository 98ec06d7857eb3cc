package generate

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"socsearch/sources/document"
)

func TestPassages(t *testing.T) {
	from := []document.Passage{{ID: "a/1", Document: "a", Text: "One. Two.\n• three;"}, {ID: "a/2", Document: "a", Text: "Four."}}
	list := func(n int) []string {
		var texts []string
		for p := range Passages(from, n) {
			texts = append(texts, p.ID+" "+p.Text)
		}
		return texts
	}
	first := list(50)
	if len(first) != 50 {
		t.Fatalf("%d passages, want 50", len(first))
	}
	if diff := cmp.Diff(first, list(50)); diff != "" {
		t.Errorf("the same seed gives other passages:\n%s", diff)
	}
	if cmp.Equal(first[:10], first[10:20]) {
		t.Error("the passages repeat")
	}
}
