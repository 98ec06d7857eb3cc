package layout

import (
	"strings"
	"testing"
)

const committee = "home-affairs-cttee-summer-2024-disorder.pdf"

// TestCommittee checks the report against what was read in the printed one:
// hanging numbers, footnotes whose numbers aren't raised, conclusions within the
// report and again at its end, numbered from 1.
func TestCommittee(t *testing.T) {
	f := open(t, "disorder", committee)
	f.checkNumbers(t, "disorder/", 75)
	f.checkNumbers(t, "disorder/conclusions-", 21)
	f.checkNoHeadingInText(t)
	f.check(t, []wanted{
		{id: "disorder/foreword-1", page: 1, end: 1, begins: "The disorder which took place in July and August 2024", ends: "meted out to police officers was deplorable.", under: "Summary"},
		{id: "disorder/1", page: 2, end: 2, begins: "The murders of Bebe King,", ends: "several other interested organisations.", under: "Our inquiry"},
		{id: "disorder/3", page: 2, end: 3, begins: "Following the murders of Bebe King,", ends: "which were for serious public order offences.", notes: "1 2 3 4 5", under: "The disorder", holds: "in Rotherham, Tamworth and Middlesbrough"},
		{id: "disorder/6", page: 4, end: 4, begins: "conclusion\nWe received no evidence to dispute", ends: "suffering injury and other trauma.", lines: []string{"We received"}},
		{id: "disorder/7", page: 4, end: 4, begins: "It has been asserted that mis- and disinformation", ends: "across 18,000 different accounts.", notes: "13 14", under: "Social media mis- and disinformation"},
		{id: "disorder/12", page: 8, end: 8, begins: "Chief Constable Kennedy provided more detail", ends: "the suspect’s religion was not published.", notes: "26 27 28"},
		{id: "disorder/18", page: 11, end: 11, begins: "The response of individual police forces", ends: "among the police forces we heard from.", under: "Summary of local policing responses"},
		{id: "disorder/25", page: 14, end: 14, begins: "conclusion\nThe levels of violence seen across the country last summer", ends: "if required, and over what timeframe.",
			lines: []string{"The levels of violence", "recommendation", "We recommend that the Government publishes"}},
		{id: "disorder/32", page: 16, end: 17, begins: "The events in Rotherham, in which rioters", ends: "accommodation for officers on mutual aid.", notes: "64 65 66", under: "Access to mutual aid", holds: "Co-ordination Centre). Overall, the NPCC estimates"},
		{id: "disorder/36", page: 18, end: 18, begins: "Nationally, the National Police Chiefs’ Council (NPCC)", ends: "for all public order assets.", notes: "71", under: "National policing response"},
		{id: "disorder/44", page: 21, end: 21, begins: "A total of 44,438 public order police officer shifts", ends: "for the rest of their lives.”", notes: "82 83 84", under: "Police workforce"},
		{id: "disorder/50", page: 23, end: 23, begins: "Also on 2 September, the Home Secretary", ends: "being “looked at”.", notes: "96 97"},
		{id: "disorder/59", page: 27, end: 27, begins: "On 1 August 2024, the Prime Minister held a meeting", ends: "that the situation was under control.", notes: "113 114 115"},
		{id: "disorder/64", page: 28, end: 29, begins: "A key aspect of the Government’s response", ends: "charges being brought by the CPS.", notes: "121 122 123", under: "Swift justice"},
		{id: "disorder/69", page: 30, end: 30, begins: "During the disorder, the police began to face", ends: "The Telegraph and The Spectator.", notes: "131 132 133 134", under: "‘Two-tier policing’"},
		{id: "disorder/74", page: 32, end: 32, begins: "Assistant Commissioner Twist told us of his concern", ends: "called the claims “wrong.”", notes: "144 145 146"},
		{id: "disorder/conclusions-1", page: 33, end: 33, begins: "We received no evidence to dispute the characterisation", ends: "other trauma. (Conclusion, Paragraph 6)", under: "The disorder"},
		{id: "disorder/conclusions-3", page: 33, end: 34, begins: "Notwithstanding potential changes to contempt of court laws,", ends: "interpretation and use. (Recommendation, Paragraph 17)"},
		{id: "disorder/conclusions-13", page: 35, end: 35, begins: "The Government should outline a comprehensive strategy", ends: "recruitment efforts. (Recommendation, Paragraph 47)"},
		{id: "disorder/page-38-11", page: 38, end: 38, begins: "Adjourned till Tuesday 29 April", ends: "at 2pm.", under: "Adjournment"},
	})
	if p := f.byID["disorder/conclusions-3"]; p.Number != "3" || p.Place.Label() != "Conclusions and recommendations, para 3" {
		t.Errorf("conclusion 3 has number %q and label %q", p.Number, p.Place.Label())
	}
	p := f.byID["disorder/15"] // in which marks 37 and 38 are joined by a comma
	if notesOf(p) != "35 36 37 38" || p.Footnotes[2].At != p.Footnotes[3].At || !strings.HasSuffix(string([]rune(p.Text)[:p.Footnotes[2].At]), "media landscape.") {
		t.Errorf("paragraph 15 has footnotes %q, want 35 to 38, the last two after %q", notesOf(p), "media landscape.")
	}
}
