package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"socsearch/index"
)

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
