package tag_test

import (
	"testing"

	"socsearch/sources/document"
	"socsearch/sources/tag"
)

// TestDefinitions checks what the documents define, as read in them.
func TestDefinitions(t *testing.T) {
	c, err := corpus()
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]struct{ name, passage string }{
		"NCA":   {"National Crime Agency", "strategy/1"},
		"ROCUs": {"Regional Organised Crime Units", "strategy/42"},
		"NRM":   {"National Referral Mechanism", "strategy/23"},
		"NDEC":  {"National Data Exploitation Capability", "strategy/46"},
		"UKFIU": {"UK Financial Intelligence Unit", "strategy/71"},
		"MASH":  {"Multi-Agency Safeguarding Hubs", "strategy/132"},
		"SCPOs": {"Serious Crime Prevention Orders", "strategy/148"},
		"SARs":  {"Suspicious Activity Reports", "strategy/figure-3"},
		"JSaRC": {"Joint Security and Resilience Centre", "strategy/188"},
		"SRO":   {"Senior Responsible Owner", "strategy/200"},
		"COBR":  {"Cabinet Office Briefing Room", "strategy/annex-cabinet-office"},
		"Defra": {"", ""}, // one capital: an acronym that is written as a word
		"IPA":   {"Investigatory Powers Act 2016", "strategy/54"},
	}
	got := map[string]tag.Definition{}
	for _, d := range c.Definitions {
		if _, known := got[d.Abbreviation]; !known {
			got[d.Abbreviation] = d
		}
	}
	for abbreviation, w := range want {
		if d := got[abbreviation]; d.Name != w.name || d.Passage != w.passage {
			t.Errorf("%s is defined as %q in %s, want %q in %s", abbreviation, d.Name, d.Passage, w.name, w.passage)
		}
	}
}

func TestFindDefinitions(t *testing.T) {
	tests := []struct{ text, want string }{
		{"the Child Exploitation and Online Protection (CEOP) Command", "Child Exploitation and Online Protection"},
		{"new Asset Confiscation Enforcement (ACE) teams", "Asset Confiscation Enforcement"},
		{"We agree. The Financial Action Task Force (FATF) reviewed", "Financial Action Task Force"},
		{"the strategy (CONTEST), which", ""},
		{"something (SR) else", ""},
		{"guidance (England) and", ""},
	}
	for _, test := range tests {
		got := ""
		if ds := tag.FindDefinitions([]document.Passage{{Text: test.text}}); len(ds) > 0 {
			got = ds[0].Name
		}
		if got != test.want {
			t.Errorf("FindDefinitions(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}
