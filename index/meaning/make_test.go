package meaning

import (
	"bytes"
	"context"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"socsearch/sources"
	"socsearch/sources/document"
)

var corpus = sync.OnceValues(func() (*sources.Corpus, error) { return sources.Load(sources.Embedded()) })

func embedded(t *testing.T) []document.Passage {
	t.Helper()
	c, err := corpus()
	if err != nil {
		t.Fatal(err)
	}
	return c.Passages
}

// TestShipped holds that every text of the embedded documents has its vector in
// the program, and that some of those are what is made of the texts today.
func TestShipped(t *testing.T) {
	var texts []string
	for _, p := range embedded(t) {
		texts = append(texts, Texts(&p)...)
	}
	missing := 0
	for _, text := range texts {
		if _, ok := shipped(keyOf(text)); !ok {
			missing++
		}
	}
	if missing > 0 {
		t.Fatalf("%d of %d texts have no vector: run go generate ./index/meaning", missing, len(texts))
	}
	const every = 600
	for i := every / 2; i < len(texts); i += every {
		want, _ := shipped(keyOf(texts[i]))
		encodeAll(texts[i:i+1], func(_ int, got Vector) {
			if got != want {
				t.Errorf("%q has another vector than the one that ships: run go generate ./index/meaning", texts[i])
			}
		})
	}
}

func TestTexts(t *testing.T) {
	p := document.Passage{
		Kind: document.KindBox, Section: []string{"Part Three", "Objective 2"}, Title: "Action Fraud",
		Text: "It takes reports, e.g. by phone. They are few.\n• Victims of the U.K. are helped (see para. 7). No. 3 isn't read.",
	}
	want := []string{
		"passage: Part Three. Objective 2. Action Fraud. It takes reports, e.g. by phone. They are few.\nVictims of the U.K. are helped (see para. 7). No. 3 isn't read.",
		"passage: Objective 2. Action Fraud. It takes reports, e.g. by phone.",
		"passage: Objective 2. Action Fraud. Victims of the U.K. are helped (see para. 7).",
		"passage: Objective 2. Action Fraud. No. 3 isn't read.",
	}
	if got := Texts(&p); !slices.Equal(got, want) {
		t.Errorf("Texts:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	p.Kind = document.KindFigure
	if got := Texts(&p); got != nil {
		t.Errorf("a figure has texts: %v", got)
	}
}

// TestWrite makes the vectors of three documents of which two are new, again
// with a cache that lacks its end, and reads them back.
func TestWrite(t *testing.T) {
	passages := embedded(t)
	documents := [][]string{{"passage: A cat sat on the mat.", "passage: It purred."}, nil, Texts(&passages[0])}
	dir := t.TempDir()
	m := Making{
		Path: filepath.Join(dir, "vectors"), Cache: filepath.Join(dir, "cache"), Count: len(documents),
		Texts: func(d int) ([]string, error) { return documents[d], nil },
	}
	done := 0
	m.Progress = func(n int) { done = n }
	made, err := m.Write(context.Background())
	if want := (Made{Vectors: 2 + len(documents[2]), Encoded: 2}); err != nil || made != want || done != 3 {
		t.Fatalf("made %+v, %v, told of %d, want %+v of 3", made, err, done, want)
	}
	first := read(t, m.Path)
	cached := read(t, m.Cache)
	if err := os.WriteFile(m.Cache, cached[:len(cached)-1], 0o644); err != nil {
		t.Fatal(err)
	}
	if made, err = m.Write(context.Background()); err != nil || made.Encoded != 1 {
		t.Errorf("with a record cut short %d texts were encoded, %v: want 1", made.Encoded, err)
	}
	if !bytes.Equal(read(t, m.Path), first) || len(read(t, m.Cache)) != len(cached) {
		t.Error("a second build differs from the first")
	}
	v, err := Open(m.Path, len(documents))
	if err != nil {
		t.Fatal(err)
	}
	q, err := NewEncoder().Query(context.Background(), "where is the cat?")
	if err != nil {
		t.Fatal(err)
	}
	near := v.Near(q).Documents
	if len(near) != 3 || near[0] <= near[2] || near[1] != None {
		t.Errorf("nearness %v: the cat isn't nearest", near)
	}
	if _, err := Open(m.Path, 4); err == nil {
		t.Error("vectors of three documents were taken for those of four")
	}
}

func TestNoCacheLeft(t *testing.T) {
	passages := embedded(t)
	path := filepath.Join(t.TempDir(), "cache")
	m := Making{Path: path + ".vectors", Cache: path, Count: 1, Texts: func(int) ([]string, error) { return Texts(&passages[7]), nil }}
	if made, err := m.Write(context.Background()); err != nil || made.Encoded != 0 {
		t.Fatalf("made %+v, %v", made, err)
	}
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("an empty cache was left: %v", err)
	}
}

func TestCancelledQuery(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	e := NewEncoder()
	for range cap(e.turns) {
		e.turns <- struct{}{}
	}
	if _, err := e.Query(ctx, "is anybody there?"); err == nil {
		t.Error("a query was encoded out of its turn")
	}
}

// TestCosines compares the cosines of rounded vectors with those of the numbers
// before, for any number of rows.
func TestCosines(t *testing.T) {
	list := references(t)
	var rows []byte
	q := newQuery(list[0].Vector)
	const near = 0.005
	for n := range list {
		v := newVector(list[n].Vector)
		rows = append(rows, v[:]...)
		got := q.cosines(rows, nil)
		for i, c := range got {
			if want := cosine(list[0].Vector, list[i].Vector); math.Abs(float64(c)-want) > near {
				t.Errorf("%d rows: cosine %d is %.4f, want %.4f", n+1, i, c, want)
			}
		}
		if len(got) != n+1 {
			t.Errorf("%d cosines of %d rows", len(got), n+1)
		}
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
