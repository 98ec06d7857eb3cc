package analysis

import "strings"

// ownStems keeps apart words of policy prose that Snowball would merge: an
// officer is no office. Each line is the words of one stem, the stem first.
var ownStems = parseStems(`
officer officers
official officials
organisation organisations organization organizations organisational organizational
accountant accountants accountancy
accountable accountability
responsible responsibility responsibilities
customer customers
important importance
publication publications
proceedings
internal internally
universal universally
learn learnt
`)

func parseStems(lines string) map[string]string {
	stems := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		words := strings.Fields(line)
		for _, w := range words {
			stems[w] = words[0]
		}
	}
	return stems
}
