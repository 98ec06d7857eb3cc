package akn

import (
	"regexp"

	"socsearch/sources/blocks"
	"socsearch/sources/xmltree"
)

var isoDate = regexp.MustCompile(`^\d{4}(?:-\d{2}(?:-\d{2})?)?$`)

// isName tells a name from a word for the kind of work, or an address.
var isName = regexp.MustCompile(`^[\p{Lu}\d].*\s`)

// readProperties reads what a document says of itself: in its metadata, and its
// title where it prints one.
func readProperties(d *xmltree.Node) blocks.Properties {
	var p blocks.Properties
	work := d.Child("meta").Child("identification").Child("FRBRWork")
	if name := work.Child("FRBRname").Get("value"); isName.MatchString(name) {
		p.Title = name
	}
	if t := titleIn(d.Child("preface")); t != nil {
		p.Title = t.Words()
	} else if number := find(d.Child("preface"), "docketNumber"); number != nil && number.Words() != "" {
		p.Title = number.Words()
	}
	if alias := work.Child("FRBRalias").Get("value"); p.Title == "" && isName.MatchString(alias) {
		p.Title = alias
	}
	p.Series = work.Child("FRBRnumber").Get("value")
	if cite := find(d.Child("meta"), "cite"); cite != nil {
		p.Series = cite.Words()
	}
	if date := work.Child("FRBRdate").Get("date"); isoDate.MatchString(date) {
		p.Published = date
	}
	return p
}

func find(e *xmltree.Node, name string) *xmltree.Node {
	if e == nil {
		return nil
	}
	return e.Find(name)
}
