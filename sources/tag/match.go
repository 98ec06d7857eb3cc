package tag

import (
	"strings"
	"unicode"
)

// dictionary finds names in words, longest first.
type dictionary struct {
	root *node
	fold bool // letters compare without case
}

type node struct {
	next map[string]*node
	name string // what ends here; set if ends is
	ends bool
}

func newDictionary(fold bool) *dictionary { return &dictionary{root: &node{}, fold: fold} }

// add enters a name, as words, under what it means. The first meaning of a name
// stays.
func (d *dictionary) add(words []string, means string) {
	if len(words) == 0 {
		return
	}
	n := d.root
	for _, w := range words {
		if d.fold {
			w = strings.ToLower(w)
		}
		if n.next == nil {
			n.next = map[string]*node{}
		}
		if n.next[w] == nil {
			n.next[w] = &node{}
		}
		n = n.next[w]
	}
	if !n.ends {
		n.name, n.ends = means, true
	}
}

// addName enters a name with its plural or singular, where that is a matter of
// an s at the end of a name of several words or of an abbreviation.
func (d *dictionary) addName(name, means string) {
	words := wordTexts(name)
	d.add(words, means)
	if len(words) == 0 {
		return
	}
	last := words[len(words)-1]
	if other := otherNumber(last, len(words) > 1); other != "" {
		d.add(append(words[:len(words)-1:len(words)-1], other), means)
	}
}

// otherNumber gives ROCU for ROCUs, NCAs for NCA, Unit for Units within a name.
func otherNumber(w string, inName bool) string {
	const shortest = 4 // shorter words than "Unit" take no plural here
	singular, plural := strings.CutSuffix(w, "s")
	switch {
	case isAbbreviation(w) && plural && countUpper(singular) >= 2:
		return singular
	case isAbbreviation(w) && !plural:
		return w + "s"
	case !inName || len(w) < shortest || !unicode.IsLetter(rune(w[0])):
		return ""
	case plural && !strings.HasSuffix(singular, "s"):
		return singular
	case !plural:
		return w + "s"
	}
	return ""
}

// found is a name of the dictionary in a text.
type found struct {
	name       string
	first, end int // words first..end-1
}

// find returns the names in the words from left to right, the longest at each
// place, none overlapping another.
func (d *dictionary) find(words []word) []found {
	var all []found
	for i := 0; i < len(words); {
		f, ok := d.longest(words, i)
		if !ok {
			i++
			continue
		}
		all = append(all, f)
		i = f.end
	}
	return all
}

func (d *dictionary) longest(words []word, from int) (f found, ok bool) {
	n := d.root
	for i := from; i < len(words); i++ {
		text := words[i].text
		if d.fold {
			text = strings.ToLower(text)
		}
		if n = n.next[text]; n == nil {
			break
		}
		if n.ends {
			f, ok = found{n.name, from, i + 1}, true
		}
	}
	return f, ok
}
