package docx

import (
	"strconv"
	"strings"

	"socsearch/sources/xmltree"
)

// Fields that print a number of their own (ECMA-376 part 1, 17.16.5.32): LISTNUM counts
// on in a list that it names, or in one of three that every file has.

// field is a field under way in a paragraph: its code, until its result or its end.
type field struct {
	code strings.Builder
	open bool
}

// readField takes what runs hold of a field. It reports whether an element is such.
func (r *reader) readField(p *paragraph, e *xmltree.Node) bool {
	switch e.Name {
	case "instrText":
		if p.field.open {
			p.field.code.WriteString(textIn(e))
		}
	case "fldChar":
		switch e.Get("fldCharType") {
		case "begin":
			p.field.code.Reset()
			p.field.open = true
		default: // its result, or its end
			if p.field.open {
				r.listNumber(p, p.field.code.String())
			}
			p.field.open = false
		}
	default:
		return false
	}
	return true
}

func textIn(e *xmltree.Node) string {
	var b strings.Builder
	for _, c := range e.Children {
		b.WriteString(c.Text)
	}
	return b.String()
}

// listNumber writes the number of a LISTNUM field: before a paragraph's words it is
// the paragraph's.
func (r *reader) listNumber(p *paragraph, code string) {
	words := strings.Fields(code)
	if len(words) == 0 || !strings.EqualFold(words[0], "LISTNUM") {
		return
	}
	name, level, start := "NumberDefault", 1, 0
	for i, w := range words[1:] {
		value := ""
		if i+2 < len(words) {
			value = words[i+2]
		}
		switch {
		case w == `\l`:
			level = number(value)
		case w == `\s`:
			start = number(value)
		case i == 0:
			name = strings.Trim(w, `"“”`)
		}
	}
	label, count := r.numbering.named(name, level-1, start)
	switch {
	case label == "":
	case p.isEmpty() && p.list == "" && p.number == "":
		p.number, p.counted, p.depth = label, count, level-1
	default:
		p.write(label)
	}
}

// defaultLists are the levels of the lists that every file has.
var defaultLists = map[string][]string{
	"numberdefault":  {"%1)", "a%2)", "i%3)", "(%4)", "(a%5)", "(i%6)", "%7.", "a%8.", "i%9."},
	"outlinedefault": {"I%1.", "A%2.", "%3.", "a%4)", "(%5)", "(a%6)", "(i%7)", "(a%8)", "(i%9)"},
	"legaldefault":   {"%1.", "%1.%2.", "%1.%2.%3.", "%1.%2.%3.%4.", "%1.%2.%3.%4.%5.", "%1.%2.%3.%4.%5.%6.", "%1.%2.%3.%4.%5.%6.%7.", "%1.%2.%3.%4.%5.%6.%7.%8.", "%1.%2.%3.%4.%5.%6.%7.%8.%9."},
}

// formats are how the letters before a place in defaultLists print it.
var formats = map[byte]string{'a': "lowerLetter", 'A': "upperLetter", 'i': "lowerRoman", 'I': "upperRoman"}

// newDefault makes one of the lists that every file has.
func newDefault(levels []string) *definition {
	d := &definition{}
	for i, text := range levels {
		d.levels[i] = level{start: 1, format: "decimal", text: text, restart: -1}
		if at := strings.IndexByte(text, '%'); at > 0 && formats[text[at-1]] != "" {
			d.levels[i].format, d.levels[i].text = formats[text[at-1]], text[:at-1]+text[at:]
		}
	}
	return d
}

// named counts an item of the list of a name, at a level from 0; start, where it isn't
// 0, is its number.
func (n *numbering) named(name string, at, start int) (label, count string) {
	id := n.definitionOf(name)
	if id == "" || at < 0 || at >= maxLevels {
		return "", ""
	}
	l := &list{definition: id}
	for i := range l.starts {
		l.starts[i] = -1
	}
	if start > 0 {
		l.starts[at] = start
	}
	if n.lists == nil {
		n.lists = map[string]*list{}
	}
	key := "LISTNUM " + name
	n.lists[key] = l
	return n.next(key, at)
}

// definitionOf finds what a list of a name is defined by; "" where none is.
func (n *numbering) definitionOf(name string) string {
	for id, d := range n.definitions {
		if d.name != "" && strings.EqualFold(d.name, name) {
			return id
		}
	}
	levels, known := defaultLists[strings.ToLower(name)]
	if !known { // a sequence that the field itself begins
		levels = defaultLists["numberdefault"]
	}
	if n.definitions == nil {
		n.definitions = map[string]*definition{}
	}
	id := "default " + strconv.Itoa(len(n.definitions))
	d := newDefault(levels)
	d.name = name
	n.definitions[id] = d
	return id
}
