package docx

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"

	"socsearch/sources/blocks"
	"socsearch/sources/xmltree"
)

// maxLevels is how many levels a list has.
const maxLevels = 9

// level tells how the items of one level of a list are numbered.
type level struct {
	start   int
	format  string // decimal, lowerLetter, …
	text    string // "%1.%2": what is printed
	restart int    // the level, from 1, after which it begins anew; 0: never; -1: any above
	style   string // the style of paragraphs that have it
	legal   bool   // all numbers are printed as decimals
}

// definition is an abstract numbering: what lists have in common that are counted
// together.
type definition struct {
	levels    [maxLevels]level
	name      string // by which fields name it
	styleLink string // the name by which others link to it
	link      string // the name of the one that it stands for

	value   [maxLevels]int
	counted [maxLevels]bool // the level has a value
}

// list is a numbering: an abstract one, or one that begins anew somewhere.
type list struct {
	definition string
	starts     [maxLevels]int // where it begins anew, once; -1: it goes on
	renewed    [maxLevels]bool
	levels     map[int]level // that it has of its own
}

// numbering counts the items of a file's lists as Word does.
type numbering struct {
	definitions map[string]*definition
	lists       map[string]*list
}

func (n *numbering) read(data []byte) error {
	n.definitions, n.lists = map[string]*definition{}, map[string]*list{}
	if data == nil {
		return nil
	}
	enter := func(e xml.StartElement) bool { return e.Name.Local == "numbering" }
	err := xmltree.Each(partName("word/numbering.xml"), data, enter, func(e *xmltree.Node) error {
		switch e.Name {
		case "abstractNum":
			n.definitions[e.Get("abstractNumId")] = newDefinition(e)
		case "num":
			n.lists[e.Get("numId")] = newList(e)
		}
		return nil
	})
	for _, l := range n.lists {
		d := n.definitions[l.definition]
		if d == nil || d.link == "" {
			continue
		}
		for id, other := range n.definitions {
			if other.styleLink == d.link {
				l.definition = id
			}
		}
	}
	return err
}

func newDefinition(e *xmltree.Node) *definition {
	d := &definition{name: val(e.Child("name")), link: val(e.Child("numStyleLink")), styleLink: val(e.Child("styleLink"))}
	for i := range d.levels {
		d.levels[i] = level{start: 1, format: "decimal", restart: -1}
	}
	for _, c := range e.Children {
		if i, ok := levelIndex(c, "lvl"); ok {
			d.levels[i] = newLevel(c)
		}
	}
	return d
}

// levelIndex returns which level an element of a name is about.
func levelIndex(e *xmltree.Node, name string) (int, bool) {
	i, err := strconv.Atoi(e.Get("ilvl"))
	return i, e.Name == name && err == nil && i >= 0 && i < maxLevels
}

func newLevel(e *xmltree.Node) level {
	l := level{start: 1, restart: -1, format: "decimal", text: val(e.Child("lvlText")), style: val(e.Child("pStyle"))}
	// A level without w:start begins with 0 by the standard, and with 1 in Word's own files.
	if start := e.Child("start"); start != nil {
		l.start = number(val(start))
	}
	if format := val(e.Child("numFmt")); format != "" {
		l.format = format
	}
	if restart := e.Child("lvlRestart"); restart != nil {
		l.restart = number(val(restart))
	}
	l.legal = isOn(e.Child("isLgl"))
	return l
}

func newList(e *xmltree.Node) *list {
	l := &list{definition: val(e.Child("abstractNumId")), levels: map[int]level{}}
	for i := range l.starts {
		l.starts[i] = -1
	}
	for _, c := range e.Children {
		i, ok := levelIndex(c, "lvlOverride")
		if !ok {
			continue
		}
		if start := c.Child("startOverride"); start != nil {
			l.starts[i], l.renewed[i] = number(val(start)), true
		}
		if own := c.Child("lvl"); own != nil {
			l.levels[i] = newLevel(own)
		}
	}
	return l
}

// levelOf returns the level of a list that paragraphs of a style have; ok is false
// where none is for it.
func (n *numbering) levelOf(id, style string) (int, bool) {
	if l := n.lists[id]; l != nil && n.definitions[l.definition] != nil {
		for i := range maxLevels {
			if s := l.level(n.definitions[l.definition], i).style; s != "" && s == style {
				return i, true
			}
		}
	}
	return 0, false
}

func (l *list) level(d *definition, i int) level {
	if own, ok := l.levels[i]; ok {
		return own
	}
	return d.levels[i]
}

// next counts the next item of a list and returns what is printed before it, and the
// name of what counts it. Both are "" where nothing does.
func (n *numbering) next(id string, at int) (label, count string) {
	l := n.lists[id]
	if l == nil || at < 0 || at >= maxLevels || n.definitions[l.definition] == nil {
		return "", ""
	}
	d := n.definitions[l.definition]
	d.count(l, at)
	for i := at + 1; i < maxLevels; i++ {
		if restart := l.level(d, i).restart; restart < 0 || at < restart && restart > 0 {
			d.counted[i] = false
		}
	}
	label = l.print(d, at)
	count = l.definition
	if strings.Count(l.level(d, at).text, "%") < 2 {
		count += "/" + strconv.Itoa(at)
	}
	return label, count
}

// count counts an item. A level that begins anew in this list does so at its own
// first item: those above it have begun by then, and go on.
func (d *definition) count(l *list, at int) {
	for i := range at { // levels above that have no item count as begun
		if !d.counted[i] {
			d.value[i], d.counted[i] = l.start(d, i), true
		}
		l.starts[i] = -1
	}
	switch start := l.starts[at]; {
	case start >= 0:
		d.value[at], d.counted[at], l.starts[at] = start, true, -1
	case d.counted[at]:
		d.value[at]++
	default:
		d.value[at], d.counted[at] = l.start(d, at), true
	}
}

// start is the number with which a level begins, but for the first time in a list
// that begins it anew.
func (l *list) start(d *definition, i int) int {
	if l.renewed[i] {
		return d.levels[i].start
	}
	return l.level(d, i).start
}

var placeholder = regexp.MustCompile(`%[1-9]`)

// print writes the number of an item.
func (l *list) print(d *definition, at int) string {
	of := l.level(d, at)
	switch of.format {
	case "bullet":
		return "•"
	case "none":
		return strings.TrimSpace(placeholder.ReplaceAllString(of.text, ""))
	}
	return strings.TrimSpace(placeholder.ReplaceAllStringFunc(of.text, func(s string) string {
		i := int(s[1] - '1')
		part := l.level(d, i)
		value := part.start // of a level that has no item yet
		if d.counted[i] {
			value = d.value[i]
		}
		if of.legal && part.format != "decimalZero" {
			return strconv.Itoa(value)
		}
		return blocks.FormatNumber(value, part.format)
	}))
}

// val returns the value of an element; "" for none.
func val(e *xmltree.Node) string {
	if e == nil {
		return ""
	}
	return e.Get("val")
}

// isOn reports whether a property is there and isn't turned off.
func isOn(e *xmltree.Node) bool {
	v := val(e)
	return e != nil && v != "0" && v != "false" && v != "off"
}

// number reads a whole number within reason; 0 for anything else.
func number(s string) int {
	const most = 1 << 20
	n, err := strconv.Atoi(s)
	if err != nil || n < -most || n > most {
		return 0
	}
	return n
}
