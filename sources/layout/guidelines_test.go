package layout

import (
	"slices"
	"testing"
)

const guidelines = "edpb-guidelines-07-2020.pdf"

// TestGuidelines checks the guidelines against what was read in the printed ones:
// paragraphs among headings that are numbered too, examples in boxes.
func TestGuidelines(t *testing.T) {
	f := open(t, "edpb", guidelines)
	f.checkNumbers(t, "edpb/", 191)
	f.checkNoHeadingInText(t)
	for _, h := range []string{"INTRODUCTION", "PART I – CONCEPTS", "1 GENERAL OBSERVATIONS", "2.1 Definition of controller", "2.1.4 “Purposes and means”", "3.2.2.1 Jointly determined purpose(s)", "1.1 Choice of the processor"} {
		if !slices.Contains(headings(f.result.Contents), h) {
			t.Errorf("there is no heading %q", h)
		}
	}
	f.check(t, []wanted{
		{id: "edpb/foreword-1", page: 3, end: 3, begins: "The concepts of controller, joint controller and processor play", ends: "throughout the European Economic Area (EEA).", under: "EXECUTIVE SUMMARY"},
		{id: "edpb/1", page: 7, end: 7, begins: "This document seeks to provide guidance", ends: "responsibilities between these actors.", under: "INTRODUCTION"},
		{id: "edpb/4", page: 7, end: 8, begins: "The Article 29 Working Party issued guidance", ends: "Working Party 29 on these concepts (WP169).", notes: "2", holds: "1/2010 (WP169) in order to provide"},
		{id: "edpb/6", page: 8, end: 8, begins: "The GDPR, in Article 5(2),", ends: "will not be discussed in detail here.", notes: "3", under: "1 GENERAL OBSERVATIONS",
			lines: []string{"• the controller shall be responsible", "• the controller shall be able", "This principle has been described"}},
		{id: "edpb/12", page: 9, end: 9, begins: "The concepts of controller and processor are functional concepts:", ends: "and as such is not negotiable.", notes: "5 6", holds: "roles of the parties. This implies"},
		{id: "edpb/24", page: 11, end: 12, begins: "However, more commonly, rather than directly appointing", ends: "2) Control stemming from factual influence",
			lines: []string{"Example: Legal provisions", "The national law in Country A", "2) Control"}},
		{id: "edpb/31", page: 14, end: 14, begins: "Article 4(7) recognizes", ends: "as clarified later on.", notes: "13", under: "2.1.3 “Alone or jointly with others”"},
		{id: "edpb/42", page: 17, end: 17, begins: "The purposes and means determined by the controller", ends: "a particular stage in the processing.", notes: "16"},
		{id: "edpb/46", page: 18, end: 18, begins: "The qualification as joint controllers may arise", ends: "involved in the processing.", under: "3.1 Definition of joint controllers"},
		{id: "edpb/73", page: 25, end: 25, begins: "A processor is defined in Article 4 (8)", ends: "it might also be an individual.", under: "4 DEFINITION OF PROCESSOR"},
		{id: "edpb/93", page: 30, end: 30, begins: "A distinct new feature in the GDPR", ends: "the controller in ensuring compliance.", notes: "36", under: "1 RELATIONSHIP BETWEEN CONTROLLER AND PROCESSOR"},
		{id: "edpb/116", page: 35, end: 35, begins: "The need to specify this obligation", ends: "part of the instructions given."},
		{id: "edpb/128", page: 37, end: 38, begins: "The agreement must specify that the processor", ends: "for obtaining such authorisation.", notes: "54", holds: "sub-processors under a written authorisation"},
		{id: "edpb/139", page: 40, end: 40, begins: "The contractual terms are meant to ensure", ends: "with regard to the personal data."},
		{id: "edpb/151", page: 42, end: 42, begins: "Data processing activities are often carried out", ends: "(see above paragraph 83).", under: "1.6 Sub-processors"},
		{id: "edpb/177", page: 46, end: 47, begins: "As a complement to what is explained above", ends: "as further explained below."},
		{id: "edpb/186", page: 48, end: 48, begins: "Under Article 26(3), a data subject", ends: "each of the joint data controllers."},
		{id: "edpb/191", page: 48, end: 48, begins: "It should be recalled that data protection authorities", ends: "with respect to the joint processing.", under: "2.3 Obligations towards data protection authorities"},
	})
}
