package tag

import (
	"regexp"
	"strings"
	"unicode"

	"socsearch/sources/document"
)

// Definition is an abbreviation that a document defines: "Name (ABBR)".
type Definition struct {
	Abbreviation string `json:"abbreviation"` // as printed: "ROCUs"
	Name         string `json:"name"`         // the words before it: "Regional Organised Crime Units"
	Passage      string `json:"passage"`      // id of the passage that defines it first
}

var inBrackets = regexp.MustCompile(`\((\p{Lu}[\p{L}\d&-]{1,11})\)`)

// FindDefinitions finds the abbreviations that texts and footnotes define in
// brackets, each with the words that it stands for, by the method of Schwartz
// and Hearst (A Simple Algorithm for Identifying Abbreviation Definitions in
// Biomedical Text, 2003): from the right, each letter of the abbreviation must
// stand in the words before the bracket, the first at the beginning of one.
func FindDefinitions(passages []document.Passage) []Definition {
	var all []Definition
	seen := map[string]bool{}
	for i := range passages {
		texts := []string{passages[i].Title, passages[i].Text}
		for _, n := range passages[i].Footnotes {
			texts = append(texts, n.Text)
		}
		for _, text := range texts {
			for _, d := range definitions(text) {
				if key := d.Abbreviation + "=" + strings.ToLower(d.Name); !seen[key] {
					seen[key] = true
					d.Passage = passages[i].ID
					all = append(all, d)
				}
			}
		}
	}
	return all
}

func definitions(text string) []Definition {
	var all []Definition
	for _, at := range inBrackets.FindAllStringSubmatchIndex(text, -1) {
		abbreviation := text[at[2]:at[3]]
		if countUpper(abbreviation) < 2 {
			continue
		}
		if name := longForm(abbreviation, text[:at[0]]); name != "" {
			all = append(all, Definition{Abbreviation: abbreviation, Name: name})
		}
	}
	return all
}

// longForm finds the words at the end of a text that an abbreviation stands
// for; "" if there are none.
func longForm(abbreviation, before string) string {
	short := []rune(strings.ToLower(singular(abbreviation)))
	words := candidate(before, len(short))
	long := []rune(strings.ToLower(words))
	at := len(long) - 1
	for i := len(short) - 1; i >= 0; i-- {
		for ; at >= 0; at-- {
			opensWord := at == 0 || !isWordRune(long[at-1])
			if long[at] == short[i] && (i > 0 || opensWord) {
				break
			}
		}
		if at < 0 {
			return ""
		}
		at--
	}
	name := string([]rune(words)[at+1:])
	if strings.EqualFold(name, abbreviation) || !strings.Contains(name, " ") {
		return ""
	}
	return name
}

// singular takes the plural s off an abbreviation.
func singular(abbreviation string) string {
	if s, plural := strings.CutSuffix(abbreviation, "s"); plural && countUpper(s) >= 2 {
		return s
	}
	return abbreviation
}

// candidate returns the words before a bracket that may be meant: of the same
// sentence, and at most five, or twice the letters, more than the abbreviation
// has letters, as Schwartz and Hearst bound it.
func candidate(before string, letters int) string {
	const further = 5
	before = before[strings.LastIndexAny(before, "\n()")+1:]
	if i := strings.LastIndex(before, ". "); i >= 0 {
		before = before[i+2:]
	}
	words := strings.Fields(before)
	most := min(letters+further, 2*letters)
	words = words[max(0, len(words)-most):]
	return strings.TrimRightFunc(strings.Join(words, " "), unicode.IsSpace)
}
