package local

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"socsearch/index/analysis"
	"socsearch/index/engine"
	"socsearch/index/generate"
	"socsearch/index/match"
	"socsearch/index/schema"
)

// TestLists holds every list of the real documents against their texts: the passages
// that have a term or a form in a field, and its places there.
func TestLists(t *testing.T) {
	x := openTestIndex(t)
	c, err := corpus()
	must(t, err)
	want := map[string]map[string]*engine.Postings{} // by column and term
	for _, name := range columns {
		want[name] = map[string]*engine.Postings{}
	}
	for i := range c.Passages {
		r, err := schema.NewRecord(&c.Passages[i])
		must(t, err)
		for f, text := range r.Searched() {
			stand(want[schema.Searched[f]], uint32(i), analysis.Prose(text))
			stand(want[schema.Searched[f]+schema.ExactSuffix], uint32(i), analysis.Exact(text))
		}
	}
	lists := 0
	for name, terms := range want {
		for term, w := range terms {
			got, err := x.Lists.List(t.Context(), name, term, true)
			must(t, err)
			if !cmp.Equal(w.Documents, got.Documents) || !cmp.Equal(w.Starts, got.Starts) || !cmp.Equal(w.Places, got.Places) {
				t.Fatalf("%q in %s stands at %v %v, want %v %v", term, name, got.Documents, got.Places, w.Documents, w.Places)
			}
			lists++
		}
	}
	const least = 8_000
	if lists < least {
		t.Errorf("%d lists were compared", lists)
	}
}

// stand adds the tokens of a passage to lists.
func stand(lists map[string]*engine.Postings, passage uint32, tokens []analysis.Token) {
	for _, token := range tokens {
		l := lists[token.Term]
		if l == nil {
			l = &engine.Postings{Starts: []uint32{0}}
			lists[token.Term] = l
		}
		if n := len(l.Documents); n == 0 || l.Documents[n-1] != passage {
			l.Documents, l.Starts = append(l.Documents, passage), append(l.Starts, 0)
		}
		l.Places = append(l.Places, uint32(token.Position))
		l.Starts[len(l.Documents)] = uint32(len(l.Places))
	}
}

// TestRuns writes lists in one go, and in many runs that are joined: the files are the
// same.
func TestRuns(t *testing.T) {
	c, err := corpus()
	must(t, err)
	const passages, small = 1_500, 64 << 10
	whole, joined := t.TempDir(), t.TempDir()
	for dir, budget := range map[string]int{whole: placesBudget, joined: small} {
		w := &placesWriter{inversion: newInversion(), dir: dir, budget: budget}
		place := uint32(0)
		for p := range generate.Passages(c.Passages, passages) {
			r, err := schema.NewRecord(p)
			must(t, err)
			for f, text := range r.Searched() {
				w.add(place, f, w.read(text))
			}
			must(t, w.spill())
			place++
		}
		if dir == joined && len(w.runs) < 3 {
			t.Errorf("only %d runs", len(w.runs))
		}
		must(t, w.finish())
	}
	for _, name := range []string{placesName, blocksName, lengthsName, termsName} {
		a, err := os.ReadFile(filepath.Join(whole, name))
		must(t, err)
		b, err := os.ReadFile(filepath.Join(joined, name))
		must(t, err)
		if !bytes.Equal(a, b) {
			t.Errorf("%s has %d bytes in one go, and %d other ones in runs", name, len(a), len(b))
		}
	}
	left, err := os.ReadDir(joined)
	must(t, err)
	if len(left) != 4 {
		t.Errorf("%d files are left, want 4", len(left))
	}
}

// TestDamagedLists damages places.bin byte by byte: a list is read with an error or as
// something else, and nothing panics.
func TestDamagedLists(t *testing.T) {
	for _, b := range []block{
		{frequencies: []byte{1}, places: []byte{5}},
		{frequencies: []byte{1, 9}, places: []byte{5, 1}},
		{frequencies: []byte{0x80}, places: nil},
		{frequencies: []byte{1, 1, 1}, places: []byte{5, 6, 7}},
	} {
		l := &engine.Postings{Documents: []uint32{0, 1}}
		err := b.fill(l, newNorms(match.NewWeigher(schema.Text, nil)), []uint32{7, 7}, true)
		if err == nil {
			t.Errorf("%v was read as %v", b, l)
		}
	}
	if d, err := (block{passages: []byte{1, 0xff}}).documents(9); err == nil {
		t.Errorf("passages were read as %v", d)
	}
	if d, err := (block{passages: []byte{1, 8}}).documents(9); err == nil {
		t.Errorf("passages were read as %v", d)
	}
}

// TestPassages reads every passage back.
func TestPassages(t *testing.T) {
	x := openTestIndex(t)
	c, err := corpus()
	must(t, err)
	for i := range c.Passages {
		got, err := x.passages.read(uint32(i))
		must(t, err)
		if diff := cmp.Diff(c.Passages[i].Text, got.Text); diff != "" || got.ID != c.Passages[i].ID {
			t.Fatalf("passage %d is %s, want %s: %s", i, got.ID, c.Passages[i].ID, diff)
		}
	}
	if p, err := x.passages.read(uint32(len(c.Passages))); err == nil {
		t.Errorf("there is a passage %s after the last", p.ID)
	}
}
