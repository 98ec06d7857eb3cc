package docx

import (
	"encoding/xml"
	"strings"

	"socsearch/sources/blocks"
	"socsearch/sources/xmltree"
)

// notes are the footnotes and endnotes of a file, numbered in the order of their
// marks.
type notes struct {
	texts   map[string]*xmltree.Node // by element and id
	ids     []string                 // of those, in the order of the file
	numbers map[string]string
	order   []string          // of the marks
	count   map[string]int    // by element
	formats map[string]string // by element
}

// readSettings reads how notes are numbered.
func (n *notes) readSettings(data []byte) error {
	n.texts, n.numbers, n.count = map[string]*xmltree.Node{}, map[string]string{}, map[string]int{}
	n.formats = map[string]string{"footnote": "decimal", "endnote": "lowerRoman"}
	if data == nil {
		return nil
	}
	enter := func(e xml.StartElement) bool { return e.Name.Local == "settings" }
	return xmltree.Each(partName("word/settings.xml"), data, enter, func(e *xmltree.Node) error {
		element, ok := strings.CutSuffix(e.Name, "Pr")
		if _, known := n.formats[element]; !ok || !known {
			return nil
		}
		if format := val(e.Child("numFmt")); format != "" {
			n.formats[element] = format
		}
		if start := number(val(e.Child("numStart"))); start > 0 {
			n.count[element] = start - 1
		}
		return nil
	})
}

// reads returns a function that reads the notes of a part.
func (n *notes) reads(element, part string) func([]byte) error {
	return func(data []byte) error {
		if data == nil {
			return nil
		}
		enter := func(e xml.StartElement) bool { return e.Name.Local == element+"s" }
		return xmltree.Each(partName(part), data, enter, func(e *xmltree.Node) error {
			// Others separate the notes from the text.
			if kind := e.Get("type"); e.Name == element && (kind == "" || kind == "normal") {
				id := element + " " + e.Get("id")
				n.texts[id] = e
				n.ids = append(n.ids, id)
			}
			return nil
		})
	}
}

// number returns the number of a note, given at its first mark.
func (n *notes) number(id string) string {
	if number, known := n.numbers[id]; known {
		return number
	}
	element, _, _ := strings.Cut(id, " ")
	n.count[element]++
	n.numbers[id] = blocks.FormatNumber(n.count[element], n.formats[element])
	n.order = append(n.order, id)
	return n.numbers[id]
}

// writeNotes writes the notes that have a mark, in the order of these.
func (r *reader) writeNotes() {
	for i := 0; i < len(r.notes.order); i++ {
		id := r.notes.order[i]
		text := r.notes.texts[id]
		if text == nil {
			r.b.Doubt("the text of note %s isn’t in the file", r.notes.numbers[id])
			continue
		}
		r.b.BeginNote(r.notes.numbers[id])
		r.writeCell(text)
		r.b.EndNote()
	}
	for _, id := range r.notes.ids {
		if _, cited := r.notes.numbers[id]; !cited {
			r.b.Omit(uncitedNote, visibleWords(r.notes.texts[id]))
		}
	}
}

// readBeside keeps apart the words of running heads and comments.
func (r *reader) readBeside() error {
	for _, part := range []struct{ prefix, reason string }{{"word/header", runningHead}, {"word/footer", runningHead}, {"word/comments", comment}} {
		for _, name := range r.archive.names(part.prefix, ".xml") {
			data, err := r.archive.read(name)
			if err != nil {
				return err
			}
			if err := xmltree.Each(partName(name), data, func(xml.StartElement) bool { return false }, func(e *xmltree.Node) error {
				r.b.Omit(part.reason, visibleWords(e))
				return nil
			}); err != nil {
				return err
			}
		}
	}
	if r.archive.parts["word/vbaProject.bin"] != nil {
		r.b.LeaveOut("macros")
	}
	return nil
}

// readProperties reads what the file says of itself.
func (r *reader) readProperties(data []byte) error {
	if data == nil {
		return nil
	}
	var p blocks.Properties
	enter := func(e xml.StartElement) bool { return e.Name.Local == "coreProperties" }
	err := xmltree.Each(partName("docProps/core.xml"), data, enter, func(e *xmltree.Node) error {
		switch e.Name {
		case "title":
			p.Title = e.Words()
		case "creator":
			p.Author = e.Words()
		}
		return nil
	})
	r.b.SetProperties(p)
	return err
}
