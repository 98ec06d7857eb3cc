package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"socsearch/sources/blocks"
)

var (
	noteNumber = regexp.MustCompile(`^[\[(]?(?:footnote |note |fn\.? ?)?(\d{1,4}|[ivxlc]{1,6}|[*†‡§])[\])]?$`)
	noteID     = regexp.MustCompile(`(?i)^_?(?:fn|ftn|edn|foot|note|endnote|sdfootnote|sdendnote|cite_note|user-content-fn|ntr\d)`)
	backID     = regexp.MustCompile(`(?i)ref|anc|back|^fnr|_ednref|_ftnref|^ntc\d`)
)

func (r *reader) findNotes(n *html.Node, depth int) error {
	if depth > maxDepth {
		return blocks.Errorf("the page has more than %d elements inside one another: it is refused", maxDepth)
	}
	if n.Type == html.ElementNode {
		for _, name := range []string{attribute(n, "id"), attribute(n, "name")} {
			if _, twice := r.ids[name]; name != "" && !twice {
				r.ids[name] = n
			}
		}
		if n.DataAtom == atom.A && strings.HasPrefix(attribute(n, "href"), "#") {
			r.links = append(r.links, n)
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if err := r.findNotes(c, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// linkNotes takes what numbers in the text link to as notes.
func (r *reader) linkNotes() {
	for _, a := range r.links {
		id := strings.TrimPrefix(attribute(a, "href"), "#")
		target := r.ids[id]
		m := noteNumber.FindStringSubmatch(strings.ToLower(strings.TrimSpace(textOf(a))))
		if target == nil || m == nil || !noteID.MatchString(id) || backID.MatchString(id) || within(a, target) {
			continue
		}
		if holder := noteHolder(target); r.notes[holder] == "" && !within(a, holder) {
			r.notes[holder] = m[1]
			r.order = append(r.order, holder)
		}
	}
}

// noteHolder is the element that holds the whole note whose anchor is given.
func noteHolder(n *html.Node) *html.Node {
	for at := n; at != nil; at = at.Parent {
		switch at.DataAtom {
		case atom.Li, atom.P, atom.Div, atom.Dd, atom.Aside, atom.Td:
			return at
		}
	}
	return n
}

func within(n, outer *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == outer {
			return true
		}
	}
	return false
}

func (r *reader) hasNote(number string) bool {
	for _, n := range r.notes {
		if n == number {
			return true
		}
	}
	return false
}

// link reads a link: the mark of a note, a way back from one, or text.
func (r *reader) link(n *html.Node, kind blocks.Kind) {
	if id, ok := strings.CutPrefix(attribute(n, "href"), "#"); ok {
		if target := r.ids[id]; target != nil && !r.inNote {
			if number, isNote := r.notes[noteHolder(target)]; isNote && noteNumber.MatchString(strings.ToLower(strings.TrimSpace(textOf(n)))) {
				r.b.Mark(number)
				return
			}
		}
		if text := strings.TrimSpace(textOf(n)); r.inNote && (backID.MatchString(id) || strings.ContainsAny(text, "↩↑^⏎")) && len([]rune(text)) < 6 {
			return
		}
	}
	r.children(n, kind)
}
