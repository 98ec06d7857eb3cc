package layout

import (
	"strings"
	"testing"
)

const whitePaper = "immigration-white-paper-2025.pdf"

// TestWhitePaper checks the paper against what was read in the printed one:
// numbers at the body's own left edge, bold paragraphs, bullets in bullets,
// footnotes in several fonts.
func TestWhitePaper(t *testing.T) {
	f := open(t, "immigration", whitePaper)
	f.checkNumbers(t, "immigration/", 282)
	f.checkNoHeadingInText(t)
	f.check(t, []wanted{
		{id: "immigration/foreword-1", page: 3, end: 3, begins: "In 2023, under the previous government, inward migration exploded", ends: "a one-nation experiment in open borders.", under: "Foreword by the Prime Minister"},
		{id: "immigration/foreword-7", page: 3, end: 3, begins: "That is what our economy needs.", ends: "alongside my Plan for Change, will deliver.", under: "Foreword by the Prime Minister"},
		{id: "immigration/foreword-8", page: 4, end: 4, begins: "Our country is an interconnected and outward looking nation.", ends: "as well as our past.", under: "Foreword by the Home Secretary"},
		{id: "immigration/foreword-27", page: 6, end: 6, begins: "But to be successful, effective and fair,", ends: "a fair managed system will be restored."},
		{id: "immigration/1", page: 7, end: 7, begins: "Immigration is important for Britain. For centuries", ends: "to those fleeing violence and persecution overseas.", under: "INTRODUCTION"},
		{id: "immigration/3", page: 7, end: 7, begins: "Over recent years, proper control", ends: "in the space of under four years.", notes: "1"},
		{id: "immigration/10", page: 10, end: 11, begins: "Over the period since the introduction of those new rules,", ends: "higher net migration in recent years.", notes: "5 6 7 8 9",
			lines: []string{"• A big increase", "• A rapid increase", "• A significant increase", "• Between 2021 and 2023,", "• Whereas just 5%", "• The stay rate of migrants"}},
		{id: "immigration/31", page: 17, end: 17, begins: "For generations, people have come here to work", ends: "investment into our country.", under: "Chapter 2: Migration, Labour Market and Growth"},
		{id: "immigration/45", page: 19, end: 19, begins: "An entirely new approach is required", ends: "whenever labour market problems emerge."},
		{id: "immigration/50", page: 20, end: 20, begins: "The Skilled Work visa was introduced in late 2020,", ends: "the skills threshold for skilled work.", under: "THE CASE FOR CHANGE"},
		{id: "immigration/66", page: 25, end: 25, begins: "The threshold for Skilled Workers was previously set at RQF 6", ends: "a far higher proportion of lower skilled workers.", under: "SKILLED WORKERS: RAISING THE THRESHOLDS"},
		{id: "immigration/72", page: 26, end: 26, begins: "For occupations with a skills requirement of RQF 3-5 (below degree level)", ends: "from the domestic workforce.", under: "TEMPORARY SHORTAGE LIST"},
		{id: "immigration/86", page: 27, end: 27, begins: "ISC funding will be used at the oncoming Spending Review", ends: "over the medium term.", under: "IMMIGRATION SKILLS CHARGE"},
		{id: "immigration/98", page: 31, end: 31, begins: "Between 2011 and 2016, sponsored study visa grants", ends: "in the year ending June 2023.", notes: "33 34 35", under: "STUDENTS", holds: "around 200,000 per year. After 2016, the numbers"},
		{id: "immigration/figure-7", page: 31, end: 31, begins: "Figure 7: Sponsored study visas granted by applicant type, 2014 to 2024", ends: "2024", notes: "36"},
		{id: "immigration/123", page: 38, end: 38, begins: "The Short-Term Student (English Language) Route", ends: "solely confined to studying English.", notes: "49", under: "SHORT-TERM STUDY"},
		{id: "immigration/160", page: 46, end: 46, begins: "Sponsorship, both through the Community Sponsorship", ends: "to live, work and study in the UK.", under: "HUMANITARIAN RESPONSE"},
		{id: "immigration/168", page: 47, end: 47, begins: "We receive regular reports of unethical", ends: "up from 337 in 2023.", notes: "61", under: "PROTECTING THE VULNERABLE FROM EXPLOITATION"},
		{id: "immigration/215", page: 58, end: 58, begins: "Asylum claims from Jordan increased more than 20-fold,", ends: "dropped 73% to 232 in the following quarter.", notes: "76", holds: "July - September 2023"},
		{id: "immigration/245", page: 65, end: 65, begins: "Analysis of the Office for National Statistics’ Longitudinal Study,", ends: "full-time employment at present.", notes: "83", under: "ENGLISH LANGUAGE"},
		{id: "immigration/272", page: 71, end: 71, begins: "In his landmark Downing Street speech", ends: "compared with 2019.”", notes: "95", under: "Chapter 7: Conclusion - A System Fit for the Future"},
		{id: "immigration/281", page: 72, end: 72, begins: "“Mark my words”, the Prime Minister concluded,", ends: "and who is permitted to stay."},
	})
	if p := f.byID["immigration/3"]; len(p.Footnotes) == 1 {
		n := p.Footnotes[0]
		// The address is broken within words at three line ends.
		const address = "https://www.ons.gov.uk/file?uri=/peoplepopulationandcommunity/populationandmigration/internationalmigration/datasets/longterminternationalimmigrationemigrationandnetmigrationflowsprovisional/yearendingjune2024/ltimspreadsheetnov2024finalv2.xlsx"
		if !strings.HasPrefix(n.Text, "Long-term international migration: Year ending June 2012") || !strings.HasSuffix(n.Text, "Available at: "+address) {
			t.Errorf("footnote 1 is %q", n.Text)
		}
		if n.At != len([]rune(p.Text)) {
			t.Errorf("the mark of footnote 1 stood at %d, want the end, %d", n.At, len([]rune(p.Text)))
		}
	}
	cited := map[string]bool{}
	for _, p := range f.result.Passages {
		for _, n := range p.Footnotes {
			cited[n.Number] = true
		}
	}
	if len(cited) != 95 {
		t.Errorf("%d footnotes are cited, want 95", len(cited))
	}
}
