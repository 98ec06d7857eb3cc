package akn

import (
	"regexp"

	"socsearch/sources/blocks"
	"socsearch/sources/xmltree"
)

var isoDate = regexp.MustCompile(`^\d{4}(?:-\d{2}(?:-\d{2})?)?$`)

// readProperties reads what a document says of itself: in its metadata, and its
// title where it prints one.
func readProperties(d *xmltree.Node) blocks.Properties {
	var p blocks.Properties
	work := d.Child("meta").Child("identification").Child("FRBRWork")
	p.Title = work.Child("FRBRname").Get("value")
	for _, name := range []string{"shortTitle", "docTitle", "docketNumber"} {
		preface := d.Child("preface")
		if preface == nil {
			break
		}
		if t := preface.Find(name); t != nil && t.Words() != "" {
			p.Title = t.Words()
			break
		}
	}
	if p.Title == "" {
		p.Title = work.Child("FRBRalias").Get("value")
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
