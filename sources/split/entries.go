package split

import (
	"regexp"
	"strings"

	"socsearch/sources/document"
)

// takeEntryHeading takes the heading over an organisation's entry.
func (st *structure) takeEntryHeading(lines []line) (int, error) {
	if len(st.entries) == 0 {
		return 0, nil
	}
	e := st.entries[0]
	n := matchLines(lines, e.Heading)
	if n == 0 {
		return 0, nil
	}
	st.settleHeading(lines[:n])
	st.entries = st.entries[1:]
	if rest := skipBlank(lines[n:]); e.Also != "" {
		if also := matchLines(rest, e.Also); also > 0 {
			st.settleHeading(rest[:also])
			n = len(lines) - len(rest) + also
		}
	}
	st.begin(&unit{kind: st.manifest.Entries.Kind, group: e.Organisation, remark: e.Remark})
	return n, nil
}

// An entry that has no heading opens with a name, an abbreviation perhaps, and
// a colon.
var entryLead = regexp.MustCompile(`^(?:The )?(\p{Lu}[^:.;]*?)(?: \(([^()]+)\))?:(?: |$)`)

func (st *structure) takeEntry(lines []line) (int, error) {
	e := st.manifest.Entries
	if e == nil || len(e.Headings) > 0 || st.under == nil || st.under.part() != e.Part {
		return 0, nil
	}
	m := entryLead.FindStringSubmatch(lines[0].text)
	if m == nil || !st.sentenceEnded() {
		return 0, nil
	}
	slug := strings.ToLower(m[2])
	if m[2] == "" {
		slug = document.Slug(m[1])
	}
	if own := e.Slugs[m[2]]; own != "" {
		slug = own
	}
	st.begin(&unit{kind: e.Kind, group: slug, title: m[1], pieces: []piece{{line: lines[0]}}})
	return 1, nil
}
