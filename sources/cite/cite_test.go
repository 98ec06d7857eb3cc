package cite

import (
	"testing"

	"socsearch/sources"
)

func TestOSCOLA(t *testing.T) {
	c, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"strategy/79":        "HM Government, Serious and Organised Crime Strategy (Cm 9718, 2018) para 79.",
		"strategy/annex-nca": "HM Government, Serious and Organised Crime Strategy (Cm 9718, 2018) Annex A, National Crime Agency.",
		"strategy/figure-7":  "HM Government, Serious and Organised Crime Strategy (Cm 9718, 2018) Figure 7.",
		"roles/home-office":  "Lockcode Limited, ‘The UK’s Serious and Organised Crime Strategy: Roles & Responsibilities’ (2020) Home Office, para 1.",
	}
	for _, p := range c.Passages {
		if w, ok := want[p.ID]; ok {
			for _, d := range c.Documents {
				if got := OSCOLA(d.Manifest, &p); d.Slug == p.Document && got.Text != w {
					t.Errorf("OSCOLA(%s) = %q, want %q", p.ID, got.Text, w)
				}
			}
			delete(want, p.ID)
		}
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}
