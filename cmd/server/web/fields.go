package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"socsearch/cmd/server/ask"
	"socsearch/index"
)

// fieldFormats are the formats that have the members of results.
var fieldFormats = []string{"json", "ndjson"}

// fieldsRefused says that a format has no members to choose from.
func fieldsRefused(format string) error {
	detail := fmt.Sprintf("is for %s, not for %s: leave it out, or ask for another format", strings.Join(fieldFormats, " and "), format)
	return &httpError{status: http.StatusBadRequest, title: "The request can’t be understood", detail: ask.ParamFields + " " + detail,
		fields: []ask.FieldError{{Parameter: ask.ParamFields, Detail: detail}}}
}

// appendHit appends a hit's JSON to a buffer: all of its members, or those that are
// asked for.
func (s *server) appendHit(b *bytes.Buffer, x *snapshot, h index.Hit, fields []string) error {
	from := b.Len()
	if err := s.results.append(b, x, h); err != nil || len(fields) == 0 {
		return err
	}
	whole := bytes.Clone(b.Bytes()[from:])
	b.Truncate(from)
	return pickMembers(b, whole, fields)
}

// pickMembers writes the members of an object that are named, in their order and as
// they stand there.
func pickMembers(b *bytes.Buffer, object []byte, names []string) error {
	d := json.NewDecoder(bytes.NewReader(object))
	if _, err := d.Token(); err != nil { // the bracket
		return err
	}
	b.WriteByte('{')
	for first := true; d.More(); {
		name, err := d.Token()
		if err != nil {
			return err
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return err
		}
		if !slices.Contains(names, name.(string)) {
			continue
		}
		if !first {
			b.WriteByte(',')
		}
		first = false
		fmt.Fprintf(b, "%q:%s", name, value)
	}
	b.WriteByte('}')
	return nil
}
