package schema

import (
	"strings"
)

// The fields of the index that are searched. Each of them has a twin with
// ExactSuffix that holds word forms as written.
const (
	Text    = "text"    // the passage
	Heading = "heading" // all headings above it, and its title
	Name    = "name"    // names and abbreviations of organisations named in it
	Note    = "note"    // its footnotes

	ExactSuffix = "_exact"
)

var (
	Searched = []string{Text, Heading, Name, Note}
)

// The fields that are looked up whole.
const (
	ID          = "id"          // of the passage
	Number      = "number"      // of a numbered paragraph
	NoteNumber  = "note_number" // of its footnotes
	Implied     = "implied"     // slugs of implied organisations
	Expectation = "expectation" // "yes" where something is expected of others
	Passage     = "passage"     // the passage as JSON, stored only
)

// Lookup are fields that are looked up as facets are and aren't shown as such.
var Lookup = []string{Implied, Expectation}

// Expected is the value of Expectation.
const Expected = "yes"

// FieldFor returns the field that holds word forms as written, if they are wanted.
func FieldFor(field string, exact bool) string {
	if exact {
		return field + ExactSuffix
	}
	return field
}

// Plain is the field of a field of word forms.
func Plain(field string) string { return strings.TrimSuffix(field, ExactSuffix) }

// Printed are where a passage has its own words: its text, its footnotes,
// and the headings above it. Names of organisations are none: a
// passage that has NCA prints neither agency nor crime.
var Printed = []string{Text, Heading, Note}
