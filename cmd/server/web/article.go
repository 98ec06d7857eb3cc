package web

import (
	"slices"
	"strings"
)

// The words at whose end or beginning a name of an organisation takes "the".
var (
	articleEndings = strings.Fields("Agency Office Service Services Centre Command Executive Government Unit Units Community Union Board Team teams Council Commission Foundation Authority Taskforce Hub Bureau Institution Panel Group Committee Secretariat Room network Networks Nations Alliance Navy Force Forces Administrations Commissioners Headquarters Capability Platforms Partnership Partnerships Hubs Security")
	articleStarts  = strings.Fields("Department Ministry College Organisation Centre Office Joint National Regional Maritime Multi-Agency Intelligence")
	articleNever   = strings.Fields("HM Her Border Immigration Police US")
)

// withArticle writes a name of an organisation as a sentence has it: "the Home
// Office", "HM Treasury", "Europol".
func withArticle(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return name
	}
	first, last := words[0], words[len(words)-1]
	switch {
	case slices.Contains(articleNever, first), last == "Police":
		return name
	case slices.Contains(articleEndings, last), slices.Contains(articleStarts, first):
		return "the " + name
	}
	return name
}
