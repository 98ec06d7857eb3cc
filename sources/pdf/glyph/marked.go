package glyph

import (
	"regexp"

	lib "github.com/ledongthuc/pdf"
)

// mark is marked content that is open: the glyphs between BDC and EMC.
type mark struct {
	tag    string // the role; "" if none is told
	hidden bool
	// actual is the text that stands for all glyphs inside (ActualText), nil
	// if there is none; the first glyph takes it and leaves "".
	actual *string
}

// maxMarks bounds marked content within marked content.
const maxMarks = 256

func (in *interpreter) beginMarked(tag string, properties operand, r *resources) {
	var m mark
	if outer := in.marked(); outer != nil {
		m = *outer
	}
	// Spans and layers tell no role, and an artifact holds nothing but artifacts.
	if tag != "Span" && tag != "OC" && m.tag != "Artifact" {
		m.tag = tag
	}
	switch {
	case properties.kind == dictKind:
		for i := 0; i+1 < len(properties.list); i += 2 {
			if properties.list[i].name() == "ActualText" {
				m.setActual(textString(properties.list[i+1].text))
			}
		}
	case properties.kind == nameKind && r != nil:
		named := r.dict.Key("Properties")
		if t := named.Key(properties.name()).Key("ActualText"); t.Kind() == lib.String {
			m.setActual(t.Text())
		}
		m.hidden = m.hidden || tag == "OC" && in.file.isHidden(named, properties.name())
	}
	if len(in.marks) < maxMarks {
		in.marks = append(in.marks, m)
	}
}

func (m *mark) setActual(text string) {
	if m.actual == nil {
		m.actual = &text
	}
}

// take returns the text that stands for the glyphs inside, the first time.
func (m *mark) take() string {
	text := *m.actual
	*m.actual = ""
	return text
}

func (in *interpreter) endMarked() {
	if n := len(in.marks); n > 0 {
		in.marks = in.marks[: n-1 : n-1]
	}
}

// marked returns the innermost marked content, nil if there is none.
func (in *interpreter) marked() *mark {
	if n := len(in.marks); n > 0 {
		return &in.marks[n-1]
	}
	return nil
}

func (in *interpreter) tag() string {
	if m := in.marked(); m != nil {
		return m.tag
	}
	return ""
}

func (in *interpreter) hidden() bool {
	m := in.marked()
	return m != nil && m.hidden
}

// textString decodes a text string of a PDF: UTF-16 with a mark, else bytes.
func textString(b []byte) string {
	if len(b) >= 2 && b[0] == 0xfe && b[1] == 0xff {
		return fromUTF16(b[2:])
	}
	r := make([]rune, len(b))
	for i, c := range b {
		r[i] = rune(c)
	}
	return string(r)
}

var reference = regexp.MustCompile(`\d+ \d+ R`)

// hiddenLayers returns the optional content that viewers don't show, by
// reference as the library spells it.
func hiddenLayers(root lib.Value) map[string]bool {
	off := map[string]bool{}
	list := root.Key("OCProperties").Key("D").Key("OFF")
	if list.Kind() == lib.Array {
		for _, ref := range reference.FindAllString(list.String(), -1) {
			off[ref] = true
		}
	}
	return off
}

// isHidden reports whether the entry of a dictionary is a layer that viewers don't
// show, or belongs to one. The library tells what an entry refers to in the text
// of its dictionary only.
func (f *File) isHidden(dict lib.Value, name string) bool {
	if len(f.hidden) == 0 {
		return false
	}
	if f.hidden[refOf(dict, name)] {
		return true
	}
	v := dict.Key(name)
	if f.hidden[refOf(v, "OC")] {
		return true
	}
	return v.Key("Type").Name() == "OCMD" && f.hidden[refOf(v, "OCGs")]
}

func refOf(dict lib.Value, name string) string {
	m := regexp.MustCompile(`/` + regexp.QuoteMeta(name) + ` \[?(\d+ \d+ R)`).FindStringSubmatch(dict.String())
	if m == nil {
		return ""
	}
	return m[1]
}
