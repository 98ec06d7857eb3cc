package tag_test

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"sync"
	"testing"

	"socsearch/sources"
	"socsearch/sources/document"
)

var corpus = sync.OnceValues(func() (*sources.Corpus, error) { return sources.Load(sources.Embedded()) })

// tagged returns the passages of the documents by id.
func tagged(t *testing.T) map[string]document.Passage {
	t.Helper()
	c, err := corpus()
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]document.Passage{}
	for _, p := range c.Passages {
		byID[p.ID] = p
	}
	return byID
}

type labelled struct {
	ID      string   `json:"id"`
	Named   []string `json:"named"`
	Strands []string `json:"strands"`
	Threats []string `json:"threats"`
}

func readLabels(t *testing.T, name string) []labelled {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var labels []labelled
	for s := bufio.NewScanner(f); s.Scan(); {
		var l labelled
		if err := json.Unmarshal(s.Bytes(), &l); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		labels = append(labels, l)
	}
	return labels
}

// score counts what was found, missed and wrongly found.
type score struct{ right, missed, wrong int }

func (s *score) add(got, want []string) (missed, wrong []string) {
	for _, w := range want {
		if slices.Contains(got, w) {
			s.right++
		} else {
			missed = append(missed, w)
		}
	}
	for _, g := range got {
		if !slices.Contains(want, g) {
			wrong = append(wrong, g)
		}
	}
	s.missed += len(missed)
	s.wrong += len(wrong)
	return missed, wrong
}

func (s score) precision() float64 { return float64(s.right) / float64(s.right+s.wrong) }
func (s score) recall() float64    { return float64(s.right) / float64(s.right+s.missed) }

func slugs(ms []document.Mention) []string {
	var out []string
	for _, m := range ms {
		out = append(out, m.Slug)
	}
	return out
}

// TestNamedOrganisations measures the tagger against labels made by reading.
func TestNamedOrganisations(t *testing.T) {
	passages := tagged(t)
	const least = 0.97
	for _, file := range []string{"dev.jsonl", "heldout.jsonl"} {
		var s score
		for _, l := range readLabels(t, file) {
			p, ok := passages[l.ID]
			if !ok {
				t.Errorf("%s: there is no passage %s", file, l.ID)
				continue
			}
			missed, wrong := s.add(slugs(p.Organisations), l.Named)
			if file == "dev.jsonl" && len(missed)+len(wrong) > 0 {
				t.Logf("%s: missed %v, wrong %v", l.ID, missed, wrong)
			}
		}
		t.Logf("%s: precision %.3f, recall %.3f (%d right, %d wrong, %d missed)", file, s.precision(), s.recall(), s.right, s.wrong, s.missed)
		if s.precision() < least || s.recall() < least {
			t.Errorf("%s: precision and recall must be %.2f or more", file, least)
		}
	}
}

// TestStrandsAndThreats measures strands and threats against labels.
func TestStrandsAndThreats(t *testing.T) {
	passages := tagged(t)
	var strands, threats score
	for _, l := range readLabels(t, "threats-strands.jsonl") {
		p := passages[l.ID]
		missedS, wrongS := strands.add(p.Strands, l.Strands)
		missedT, wrongT := threats.add(p.Threats, l.Threats)
		if len(missedS)+len(wrongS)+len(missedT)+len(wrongT) > 0 {
			t.Logf("%s: missed %v %v, wrong %v %v", l.ID, missedS, missedT, wrongS, wrongT)
		}
	}
	t.Logf("strands: precision %.3f, recall %.3f", strands.precision(), strands.recall())
	t.Logf("threats: precision %.3f, recall %.3f", threats.precision(), threats.recall())
	if strands.precision() < 1 || strands.recall() < 1 {
		t.Error("strands must all be right")
	}
	const least = 0.9
	if threats.precision() < least || threats.recall() < least {
		t.Errorf("threats: precision and recall must be %.2f or more", least)
	}
}
