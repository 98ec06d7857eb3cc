package docx

import (
	"strconv"
	"strings"

	"socsearch/sources/blocks"
	"socsearch/sources/xmltree"
)

// outlineStyle is the key of the style by which headings are numbered.
const outlineStyle = " outline"

// odtList tells how the levels of a list are numbered.
type odtList [maxLevels]struct {
	format         string // 1, a, A, i, I; "" for no number
	prefix, suffix string
	shown          int // levels that are printed, this one included
	start          int
	bullet         bool
}

// odtFormats are the forms of numbers, as Office Open XML calls them.
var odtFormats = map[string]string{"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}

func newODTList(e *xmltree.Node) *odtList {
	l := new(odtList)
	for _, c := range e.Children {
		i := number(c.Get("level")) - 1
		if i < 0 || i >= maxLevels {
			continue
		}
		of := &l[i]
		of.start, of.shown = 1, 1
		if n := number(c.Get("start-value")); n > 0 {
			of.start = n
		}
		if n := number(c.Get("display-levels")); n > 0 {
			of.shown = n
		}
		of.format, of.prefix, of.suffix = odtFormats[c.Get("num-format")], c.Get("num-prefix"), c.Get("num-suffix")
		of.bullet = c.Name == "list-level-style-bullet"
	}
	return l
}

// odtCount counts the items of lists of one style.
type odtCount struct {
	value   [maxLevels]int
	counted [maxLevels]bool
}

// next counts the next item of a level, from 0.
func (c *odtCount) next(style string, l *odtList, at int) (label, count string) {
	if at < 0 || at >= maxLevels {
		return "", ""
	}
	if c.counted[at] {
		c.value[at]++
	} else {
		c.value[at], c.counted[at] = max(l[at].start, 1), true
	}
	for i := at + 1; i < maxLevels; i++ {
		c.counted[i] = false
	}
	of := l[at]
	if of.bullet {
		return "•", style + "/" + strconv.Itoa(at)
	}
	if of.format == "" {
		return "", ""
	}
	var parts []string
	for i := max(0, at-of.shown+1); i <= at; i++ {
		if l[i].format != "" {
			parts = append(parts, blocks.FormatNumber(max(c.value[i], 1), l[i].format))
		}
	}
	count = style
	if of.shown < 2 {
		count += "/" + strconv.Itoa(at)
	}
	return strings.TrimSpace(of.prefix + strings.Join(parts, ".") + of.suffix), count
}

// list reads a list at a level, from 0. Lists within it have its style.
func (r *odtReader) list(e *xmltree.Node, style string, at int) {
	l := r.lists[style]
	if l == nil {
		l = new(odtList)
	}
	c := r.counts[style]
	if c == nil || at == 0 && e.Get("continue-numbering") != "true" && e.Get("continue-list") == "" {
		c = new(odtCount)
		r.counts[style] = c
	}
	for _, child := range e.Children {
		if child.Name == "list-item" || child.Name == "list-header" {
			r.listItem(child, style, l, c, at)
		}
	}
}

func (r *odtReader) listItem(e *xmltree.Node, style string, l *odtList, c *odtCount, at int) {
	if start := number(e.Get("start-value")); start > 0 && at < maxLevels {
		c.value[at], c.counted[at] = start-1, true
	}
	first := e.Name == "list-item"
	for _, child := range e.Children {
		switch {
		case child.Name == "list":
			inner := child.Get("style-name")
			if inner == "" {
				inner = style
			}
			r.list(child, inner, at+1)
		case first:
			of := &item{depth: at + 1}
			of.label, of.count = c.next(style, l, at)
			r.block(child, of)
			first = false
		default:
			r.block(child, &item{depth: at + 1})
		}
	}
}
