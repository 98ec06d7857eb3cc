package html

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"socsearch/sources/blocks"
)

// listCount counts the items of a list.
type listCount struct {
	kind     string // the type attribute: 1, a, A, i, I; "" for a list without numbers
	bullet   bool
	next     int
	step     int
	name     string // of what counts the items
	label    string // of the item whose first block hasn't begun
	hasLabel bool
}

// unnumbered are lists whose items print their numbers themselves, or none.
var unnumbered = regexp.MustCompile(`(?i)list-style(?:-type)?\s*:\s*none`)

// plainLists are classes of such lists.
var plainLists = regexp.MustCompile(`(?:^|\s)(?:legislative-list|list-unstyled|list-none|no-bullets?)(?:\s|$)`)

func (r *reader) list(n *html.Node, kind blocks.Kind) {
	l := &listCount{step: 1, next: 1}
	r.items++
	l.name = "list " + strconv.Itoa(r.items)
	plain := unnumbered.MatchString(attribute(n, "style")) || plainLists.MatchString(attribute(n, "class"))
	switch {
	case plain:
	case n.DataAtom == atom.Ul:
		l.bullet = true
	default:
		if l.kind = attribute(n, "type"); l.kind == "" || !strings.Contains("1aAiI", l.kind) {
			l.kind = "1"
		}
		l.number(n)
		// Paragraphs of a document are often cut into several lists.
		if l.kind == "1" && len(r.lists) == 0 {
			l.name = "ol"
		}
	}
	r.lists = append(r.lists, l)
	r.group(n, kind)
	r.lists = r.lists[:len(r.lists)-1]
}

// number reads where the numbers of a list begin, and which way they run.
func (l *listCount) number(n *html.Node) {
	const most = 1 << 20
	if start, err := strconv.Atoi(strings.TrimSpace(attribute(n, "start"))); err == nil && start > -most && start < most {
		l.next = start
	}
	for _, a := range n.Attr {
		if a.Key != "reversed" {
			continue
		}
		l.step = -1
		if attribute(n, "start") == "" {
			l.next = 0
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				if c.DataAtom == atom.Li {
					l.next++
				}
			}
		}
	}
}

// listItem reads an item. Its first block has its number.
func (r *reader) listItem(n *html.Node, kind blocks.Kind) {
	if len(r.lists) == 0 || n.DataAtom != atom.Li || kind == blocks.TableRow || kind == blocks.Note {
		r.block(n, kind, 0)
		return
	}
	l := r.lists[len(r.lists)-1]
	l.label, l.hasLabel = l.count(n), true
	r.block(n, kind, 0)
	l.hasLabel = false
}

// count returns what is printed before the next item.
func (l *listCount) count(n *html.Node) string {
	const most = 1 << 20
	if l.bullet {
		return "•"
	}
	if l.kind == "" {
		return ""
	}
	if value, err := strconv.Atoi(strings.TrimSpace(attribute(n, "value"))); err == nil && value > -most && value < most {
		l.next = value
	}
	label := blocks.FormatNumber(l.next, map[string]string{"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}[l.kind])
	l.next += l.step
	return label + "."
}
