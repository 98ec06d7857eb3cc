package index

import (
	"slices"
	"strings"
	"testing"

	"socsearch/sources/document"
)

// TestSimilar asks for passages that were read to be about the same thing: a role in
// the annex and on the web page, the objectives that are printed twice, passages of one
// subject.
func TestSimilar(t *testing.T) {
	x := openTestIndex(t)
	for _, test := range []struct{ id, similar, shared string }{
		{"strategy/annex-ukpps", "roles/ukpps", "UKPPS"},
		{"strategy/134", "strategy/annex-ukpps", "UKPPS"}, // the Protected Person Service
		{"strategy/6", "strategy/35", "levers"},           // the four objectives
		{"strategy/25", "strategy/72", "money laundering"},
		{"strategy/200", "strategy/207", "director general"},
		{"strategy/79", "strategy/119", "cyber"}, // the funding of its units
	} {
		p, err := x.Passage(test.id)
		if err != nil || p == nil {
			t.Fatal(test.id, err)
		}
		found, err := x.Similar(t.Context(), []*document.Passage{p}, 5)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(found, func(s Similar) bool { return s.Passage.ID == test.similar })
		if i < 0 {
			t.Errorf("%s: %s isn't among its %d similar passages", test.id, test.similar, len(found))
			continue
		}
		if !strings.Contains(strings.Join(found[i].Shared, ", "), test.shared) {
			t.Errorf("%s and %s share %q, without %q", test.id, test.similar, found[i].Shared, test.shared)
		}
		if slices.ContainsFunc(found, func(s Similar) bool { return s.Passage.ID == test.id }) {
			t.Errorf("%s is similar to itself", test.id)
		}
	}
}

// TestSimilarToNothing: a passage of no telling words has none that are like it.
func TestSimilarToNothing(t *testing.T) {
	x := openTestIndex(t)
	for _, text := range []string{"", "The", "2018", "zzz yyy xxx", "This is a new one."} {
		found, err := x.Similar(t.Context(), []*document.Passage{{ID: "other/1", Text: text}}, 5)
		if err != nil || len(found) > 0 {
			t.Errorf("%q: %d similar passages, %v", text, len(found), err)
		}
	}
}
