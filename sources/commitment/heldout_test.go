package commitment_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"socsearch/sources/document"
)

// expected is one sentence of held-out.txt.
type expected struct {
	passage, footnote string
	sure              bool
	actors            [][]string // alternatives
	kinds, strengths  []string
	by, begins, money string
}

func readHeldOut(t *testing.T) []expected {
	t.Helper()
	data, err := os.ReadFile("testdata/held-out.txt")
	if err != nil {
		t.Fatal(err)
	}
	var list []expected
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := append(strings.Split(strings.TrimSpace(line), "|"), "")
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		e := expected{sure: fields[1] == "yes", kinds: strings.Split(fields[3], ","), strengths: strings.Split(fields[4], ","), by: fields[5], begins: fields[6], money: fields[7]}
		e.passage, e.footnote, _ = strings.Cut("strategy/"+fields[0], "#")
		for one := range strings.SplitSeq(fields[2], "/") {
			e.actors = append(e.actors, strings.Split(one, ","))
		}
		list = append(list, e)
	}
	return list
}

// holding returns the commitment of a passage in which words stand; nil for none.
func (e *expected) holding(t *testing.T, p *document.Passage) *document.Commitment {
	t.Helper()
	text := p.Text
	for _, f := range p.Footnotes {
		if f.Number == e.footnote {
			text = f.Text
		}
	}
	before, _, found := strings.Cut(text, e.begins)
	if !found {
		t.Fatalf("%s: there is no sentence that begins with %q", e.passage, e.begins)
	}
	at := len([]rune(before))
	i := slices.IndexFunc(p.Commitments, func(c document.Commitment) bool { return c.Footnote == e.footnote && c.Start <= at && at < c.End })
	if i < 0 {
		return nil
	}
	return &p.Commitments[i]
}

// TestHeldOut measures the extractor on all of the strategy but what shown.jsonl has:
// whatever it is sure of must be among what was expected, or of what readers differ on.
func TestHeldOut(t *testing.T) {
	all := passages(t)
	var recall, precision share
	var f fields
	known := map[*document.Commitment]bool{}
	for _, e := range readHeldOut(t) {
		c := e.holding(t, all[e.passage])
		known[c] = true
		if !e.sure {
			continue
		}
		if !recall.add(c != nil && c.Sure) {
			t.Logf("missed: %s %q", e.passage, e.begins)
			continue
		}
		l := label{ID: e.passage, Begins: e.begins, Actors: e.actors[0], Kinds: e.kinds, Strength: e.strengths[0], By: e.by, Money: strings.Fields("")}
		if i := slices.IndexFunc(e.actors, func(a []string) bool { return sameSet(a, c.Actors) }); i >= 0 {
			l.Actors = e.actors[i]
		}
		if slices.Contains(e.strengths, string(c.Strength)) {
			l.Strength = string(c.Strength)
		}
		if e.money != "" {
			l.Money = []string{e.money}
		}
		f.add(t, &l, c)
	}
	for _, p := range heldOutPassages(t) {
		for i := range p.Commitments {
			if c := &all[p.ID].Commitments[i]; c.Sure && !precision.add(known[c]) {
				t.Logf("wrong: %s %q", p.ID, c.Text)
			}
		}
	}
	f.check(t, precision, recall)
}

// heldOutPassages returns the strategy's passages that aren't among those shown.
func heldOutPassages(t *testing.T) []document.Passage {
	c, err := corpus()
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]bool{}
	for _, p := range shownPassages(t) {
		shown[p.ID] = true
	}
	return slices.DeleteFunc(slices.Clone(c.Passages), func(p document.Passage) bool { return p.Document != "strategy" || shown[p.ID] })
}
