package layout

import (
	"strings"
	"testing"
)

const register = "us-federal-register-3col.pdf"

// TestRegister checks a journal of three columns, without numbered paragraphs,
// against what was read in it: paragraphs by page, over columns and pages.
func TestRegister(t *testing.T) {
	f := open(t, "fr", register)
	f.checkNoHeadingInText(t)
	f.check(t, []wanted{
		{id: "fr/page-2-1", page: 47699, end: 47699, begins: "Following the Lion Air Flight 610 accident", ends: "and multiple flightdeck effects.", notes: "4", under: "Background"},
		{id: "fr/page-2-2", page: 47699, end: 47699, begins: "These effects include stall warning activation,", ends: "continued safe flight and landing.", notes: "5"},
		{id: "fr/page-2-7", page: 47699, end: 47700, begins: "In addition to these four design changes,", ends: "a public notice and comment process.", holds: "also proposes to require operators to conduct an AOA sensor system test"},
		{id: "fr/page-3-1", page: 47700, end: 47700, begins: "The FAA proposes mandating the following changes", ends: "aspects of the unsafe condition.", under: "Proposed Design Changes"},
		{id: "fr/page-3-2", page: 47700, end: 47700, begins: "To ensure that an erroneous signal", ends: "from a single AOA sensor.", notes: "10"},
		{id: "fr/page-3-3", page: 47700, end: 47700, begins: "The updated FCC software would also compare", ends: "on the flight deck.", notes: "11"},
		{id: "fr/page-3-4", page: 47700, end: 47700, begins: "To ensure that MCAS will not command", ends: "that would cause MCAS activation."},
		{id: "fr/page-3-5", page: 47700, end: 47700, begins: "The updated FCC software would also limit the magnitude of any MCAS command to move the horizontal stabilizer,", ends: "position—before or after the MCAS command.", notes: "12"},
		{id: "fr/page-3-6", page: 47700, end: 47700, begins: "An undesired MCAS activation could prompt", ends: "the FAA proposes multiple changes.", holds: "a non-normal procedure"},
		{id: "fr/page-3-7", page: 47700, end: 47700, begins: "First, as previously discussed,", ends: "perform a non-normal procedure."},
		{id: "fr/page-3-9", page: 47700, end: 47700, begins: "The FAA also proposes requiring an additional software update", ends: "primary flight displays (PFDs).", notes: "13"},
		{id: "fr/page-3-10", page: 47700, end: 47700, begins: "Also, as a result of the installation", ends: "settings is inoperative."},
		{id: "fr/page-3-13", page: 47700, end: 47701, begins: "To reduce the workload on the flightcrew", ends: "for unreliable airspeed conditions."},
		{id: "fr/page-4-1", page: 47701, end: 47701, begins: "The Runaway Stabilizer checklist of the AFM is used", ends: "correct an out-of-trim condition."},
		{id: "fr/page-4-2", page: 47701, end: 47701, begins: "The Stabilizer Trim Inoperative checklist", ends: "will not cause system damage."},
		{id: "fr/page-4-4", page: 47701, end: 47701, begins: "The FAA proposes adding the Stabilizer Out of Trim checklist", ends: "if the airplane is in flight.", holds: "The checklist provides additional information for the flightcrew"},
		{id: "fr/page-14-2", page: 47711, end: 47711, begins: "Before further flight, do all applicable actions", ends: "dated June 12, 2020.", under: "(j) Installation/Verification of MAX Display System (MDS) Software, Removal of INOP Markers"},
		{id: "fr/page-15-2", page: 47712, end: 47712, begins: "(3) AMOCs approved previously for AD 2018–23–51", ends: "as AMOCs for this AD."},
	})
	if p := f.byID["fr/page-3-2"]; p.Number != "" || p.Place.Label() != "p 47700, para 2" {
		t.Errorf("the second paragraph of printed page 47700 has number %q and label %q", p.Number, p.Place.Label())
	}
	const twelve = "airplane’s altitude and airspeed, and would be limited" // goes on below the next column
	if p := f.byID["fr/page-3-5"]; !strings.Contains(p.Footnotes[0].Text, twelve) {
		t.Errorf("footnote 12 lacks %q: %s", twelve, p.Footnotes[0].Text)
	}
}
