package cite

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"socsearch/sources/document"
)

const strategyURL = "https://www.gov.uk/government/publications/serious-and-organised-crime-strategy-2018"

// TestStyles holds whole citations to the guides; those of paragraph 79 are the
// ones that the project agreed on.
func TestStyles(t *testing.T) {
	tests := []struct {
		name string
		work Work
		want map[Style]string
	}{
		{"a command paper", work(t, "strategy/79"), map[Style]string{
			StyleOSCOLA:             "HM Government, Serious and Organised Crime Strategy (Cm 9718, 2018) para 79.",
			StyleOSCOLABibliography: "HM Government, Serious and Organised Crime Strategy (Cm 9718, 2018)",
			StyleHarvard:            "HM Government (2018) Serious and organised crime strategy. (Cm 9718). Available at: " + strategyURL + " (Accessed: 21 November 2026).",
			StyleHarvardInText:      "(HM Government, 2018, para. 79)",
			StyleAPA:                "HM Government. (2018). Serious and organised crime strategy (Cm 9718). Home Office. " + strategyURL,
			StyleAPAInText:          "(HM Government, 2018, para. 79)",
			StyleChicago:            "HM Government, Serious and Organised Crime Strategy, Cm 9718 (Home Office, 2018), para. 79, " + strategyURL + ".",
			StylePlain:              "Serious and Organised Crime Strategy 2018, para 79, p 31",
		}},
		{"a web page without an address", work(t, "roles/home-office-2"), map[Style]string{
			StyleOSCOLA:             "Lockcode Limited, ‘The UK’s Serious and Organised Crime Strategy: Roles & Responsibilities’ (2020) Home Office, para 2.",
			StyleOSCOLABibliography: "Lockcode Limited, ‘The UK’s Serious and Organised Crime Strategy: Roles & Responsibilities’ (2020)",
			StyleHarvard:            "Lockcode Limited (2020) The UK’s serious and organised crime strategy: roles & responsibilities.",
			StyleHarvardInText:      "(Lockcode Limited, 2020, Home Office, para. 2)",
			StyleAPA:                "Lockcode Limited. (2020). The UK’s serious and organised crime strategy: Roles & responsibilities.",
			StyleAPAInText:          "(Lockcode Limited, 2020, Home Office section, para. 2)",
			StyleChicago:            "Lockcode Limited, “The UK’s Serious and Organised Crime Strategy: Roles & Responsibilities,” 2020, Home Office, para. 2.",
			StylePlain:              "The UK’s Serious and Organised Crime Strategy: Roles & Responsibilities 2020, Home Office, para 2",
		}},
		{"a web page with an address and a day", Work{Manifest: &document.Manifest{
			Title: "County lines: what to know", Author: "Home Office", Publisher: "GOV.UK", Medium: document.MediumWeb,
			Published: "2020-05-01", LandingPage: "https://www.gov.uk/county-lines",
		}}, map[Style]string{
			StyleOSCOLA:             "Home Office, ‘County lines: what to know’ (GOV.UK, 1 May 2020) <https://www.gov.uk/county-lines> accessed 21 November 2026.",
			StyleOSCOLABibliography: "Home Office, ‘County lines: what to know’ (GOV.UK, 1 May 2020) <https://www.gov.uk/county-lines> accessed 21 November 2026",
			StyleHarvard:            "Home Office (2020) County lines: what to know. Available at: https://www.gov.uk/county-lines (Accessed: 21 November 2026).",
			StyleHarvardInText:      "(Home Office, 2020)",
			StyleAPA:                "Home Office. (2020, May 1). County lines: What to know. GOV.UK. https://www.gov.uk/county-lines",
			StyleAPAInText:          "(Home Office, 2020)",
			StyleChicago:            "Home Office, “County lines: what to know,” GOV.UK, 1 May 2020, https://www.gov.uk/county-lines.",
			StylePlain:              "County lines: what to know 2020",
		}},
		{"no author, no date, a question for a title", Work{Manifest: &document.Manifest{
			Title: "What is a white paper?", ISBN: "978-0", Publisher: "TSO",
		}}, map[Style]string{
			StyleOSCOLA:             "What is a white paper? (TSO).",
			StyleOSCOLABibliography: "—— What is a white paper? (TSO)",
			StyleHarvard:            "What is a white paper? (no date). TSO.",
			StyleHarvardInText:      "(What is a white paper?, no date)",
			StyleAPA:                "What is a white paper? (n.d.). TSO.",
			StyleAPAInText:          "(What is a white paper?, n.d.)",
			StyleChicago:            "What is a white paper? (TSO, n.d.).",
			StylePlain:              "What is a white paper?",
		}},
		{"a title that ends in a year", Work{Manifest: &document.Manifest{
			Title: "No place to hide: serious and organised crime strategy 2023 to 2028", Author: "Home Office", Publisher: "Home Office",
			Series: "CP 992", Published: "2023-12",
		}}, map[Style]string{
			StyleOSCOLA:             "Home Office, No place to hide: serious and organised crime strategy 2023 to 2028 (CP 992, 2023).",
			StyleOSCOLABibliography: "Home Office, No place to hide: serious and organised crime strategy 2023 to 2028 (CP 992, 2023)",
			StyleHarvard:            "Home Office (2023) No place to hide: serious and organised crime strategy 2023 to 2028. (CP 992).",
			StyleHarvardInText:      "(Home Office, 2023)",
			StyleAPA:                "Home Office. (2023). No place to hide: Serious and organised crime strategy 2023 to 2028 (CP 992).",
			StyleAPAInText:          "(Home Office, 2023)",
			StyleChicago:            "Home Office, No place to hide: serious and organised crime strategy 2023 to 2028, CP 992 (Home Office, 2023).",
			StylePlain:              "No place to hide: serious and organised crime strategy 2023 to 2028 (2023)",
		}},
	}
	for _, test := range tests {
		got := map[Style]string{}
		for style, c := range All(test.work, accessed) {
			got[style] = c.Text
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("All(%s): (-want +got)\n%s", test.name, diff)
		}
	}
}

func TestHTML(t *testing.T) {
	tests := []struct {
		style Style
		work  Work
		want  string
	}{
		{StyleOSCOLA, work(t, "strategy/79"), "HM Government, <i>Serious and Organised Crime Strategy</i> (Cm 9718, 2018) para 79."},
		{StyleHarvard, work(t, "strategy/79"), "HM Government (2018) <i>Serious and organised crime strategy</i>. (Cm 9718). Available at: " + strategyURL + "."},
		{StyleAPA, work(t, "strategy/79"), "HM Government. (2018). <i>Serious and organised crime strategy</i> (Cm 9718). Home Office. " + strategyURL},
		{StyleChicago, work(t, "strategy/79"), "HM Government, <i>Serious and Organised Crime Strategy</i>, Cm 9718 (Home Office, 2018), para. 79, " + strategyURL + "."},
		{StyleOSCOLABibliography, work(t, "roles/nca"), "Lockcode Limited, ‘The UK’s Serious and Organised Crime Strategy: Roles &amp; Responsibilities’ (2020)"},
		{StyleHarvardInText, Work{Manifest: &document.Manifest{Title: "A <b>", Published: "1999"}}, "(<i>A &lt;b&gt;</i>, 1999)"},
	}
	for _, test := range tests {
		if got := Cite(test.style, test.work, time.Time{}).HTML; got != test.want {
			t.Errorf("Cite(%s).HTML = %q, want %q", test.style, got, test.want)
		}
	}
}

func TestStyleList(t *testing.T) {
	if len(Styles) != len(styles) {
		t.Errorf("Styles lists %d of %d styles", len(Styles), len(styles))
	}
	for _, s := range Styles {
		if s.Label() == "" || !s.Valid() {
			t.Errorf("style %q has no label", s)
		}
	}
	if StyleHarvard.HasPinpoint() || !StyleHarvardInText.HasPinpoint() {
		t.Error("HasPinpoint: a reference list has none, a citation in the text has one")
	}
	if Style("vancouver").Valid() {
		t.Error("Valid(vancouver) = true")
	}
}
