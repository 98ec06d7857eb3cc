package resolve

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"socsearch/sources"
	"socsearch/sources/cite"
	"socsearch/sources/document"
)

var accessed = time.Date(2026, time.November, 21, 0, 0, 0, 0, time.UTC)

// TestRoundTrip cites every passage and every footnote in every style and
// resolves what is printed.
func TestRoundTrip(t *testing.T) {
	_, c := load(t)
	for i := range c.Passages {
		p := &c.Passages[i]
		roundTrip(t, c, cite.Passages(p))
		for _, f := range p.Footnotes {
			roundTrip(t, c, []cite.Pin{{Passage: p, Footnote: f.Number}})
		}
	}
}

// TestRoundTripMixed does so with places chosen at random, the same every time.
func TestRoundTripMixed(t *testing.T) {
	_, c := load(t)
	random := rand.New(rand.NewPCG(1, 2))
	for _, d := range c.Documents {
		own := ofDocument(c, d.Slug)
		for range 500 {
			var pins []cite.Pin
			at := random.IntN(len(own))
			for range 1 + random.IntN(8) {
				pins = append(pins, cite.Pin{Passage: own[at]})
				if n := len(own[at].Footnotes); n > 0 && random.IntN(4) == 0 {
					pins[len(pins)-1].Footnote = own[at].Footnotes[random.IntN(n)].Number
				}
				if at++; random.IntN(2) == 0 {
					at += random.IntN(40)
				}
				if at >= len(own) {
					break
				}
			}
			roundTrip(t, c, pins)
		}
	}
}

func ofDocument(c *sources.Corpus, slug string) []*document.Passage {
	var own []*document.Passage
	for i := range c.Passages {
		if c.Passages[i].Document == slug {
			own = append(own, &c.Passages[i])
		}
	}
	return own
}

func roundTrip(t *testing.T, c *sources.Corpus, pins []cite.Pin) {
	t.Helper()
	r, _ := load(t)
	var want, whole []string
	for _, pin := range pins {
		want = append(want, pin.Passage.ID)
	}
	for _, p := range ofDocument(c, pins[0].Passage.Document) {
		whole = append(whole, p.ID)
	}
	for _, w := range cite.Works(manifests(c), pins) {
		for style, citation := range cite.All(w, accessed) {
			want := want
			if !style.HasPinpoint() {
				want = whole
			}
			got, err := r.Resolve(citation.Text)
			if err != nil {
				t.Errorf("Resolve(%q): %v", citation.Text, err)
			} else if diff := cmp.Diff(want, got.Passages); diff != "" {
				t.Errorf("Resolve(%q) (-want +got)\n%s", citation.Text, diff)
			}
		}
	}
}

// TestLabels resolves every passage's label, and its address with any host.
func TestLabels(t *testing.T) {
	r, c := load(t)
	for i := range c.Passages {
		p := &c.Passages[i]
		for _, ref := range []string{p.Label, p.ID, p.URL, "https://example.org" + p.URL} {
			got, err := r.Resolve(ref)
			if p.Document == "strategy" && err != nil || err == nil && !slices.Equal(got.Passages, []string{p.ID}) {
				t.Errorf("Resolve(%q) = %v, %v, want %s", ref, got, err, p.ID)
			}
		}
	}
}

// FuzzResolve holds to what every answer must be: passages that there are, of one
// document, in reading order, or one of the two errors.
func FuzzResolve(f *testing.F) {
	r, c := load(f)
	order := map[string]int{}
	for i := range c.Passages {
		order[c.Passages[i].ID] = i
	}
	for _, seed := range []string{
		"para 79", "paras 3, 79–82; Figure 7; Annex A, NCA", "pp 31-32", "fn 39", "roles Home Office, para 2", "Part Three, Obj 2", "Cm 8715 p 9",
		"HM Government, Serious and Organised Crime Strategy (Cm 9718, 2018) 34 (box ‘Firearms and Drugs’, para 2).", "box on page 29", "p. 31n5",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		ref, err := r.Resolve(s)
		if err != nil {
			if _, missing := err.(*MissingError); !missing && err != ErrNotReference {
				t.Fatalf("Resolve(%q): %v of type %T", s, err, err)
			}
			return
		}
		if len(ref.Passages) == 0 || ref.URL == "" || ref.Kind == "" {
			t.Fatalf("Resolve(%q) = %+v", s, ref)
		}
		last := -1
		for _, id := range ref.Passages {
			at, found := order[id]
			if !found || at <= last || c.Passages[at].Document != ref.Document {
				t.Fatalf("Resolve(%q) has %s out of place in %v", s, id, ref.Passages)
			}
			last = at
		}
	})
}
