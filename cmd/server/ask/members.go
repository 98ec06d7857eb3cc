package ask

import (
	"reflect"
	"strings"

	"socsearch/sources/document"
)

// ResultMembers lists the members of a result of a search, which a request may
// choose from: those of a passage, and what the search says of it.
var ResultMembers = func() []string {
	var names []string
	for _, f := range reflect.VisibleFields(reflect.TypeFor[document.Passage]()) {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "-" {
			names = append(names, name)
		}
	}
	return append(names, "citation", "score", "partial", "match", "because", "snippet")
}()

// BOM reports whether a byte order mark is wanted before CSV, by which some
// spreadsheets know that it is UTF-8.
func (p *Values) BOM() bool { return p.OneOf(ParamBOM, "0", "1") == "1" }
