package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// encodeJSON leaves <mark> as it is.
func encodeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// jsonObject writes a JSON object member by member, so that some of them can be kept
// encoded, and some left out. The first error is told by end.
type jsonObject struct {
	to   *bytes.Buffer
	only []string // names of members; nil for all
	any  bool     // some member is written
	err  error
}

// beginObject begins an object with the members of some names; nil for all.
func beginObject(to *bytes.Buffer, only []string) *jsonObject {
	to.WriteByte('{')
	return &jsonObject{to: to, only: only}
}

// name writes the name of a member and reports whether its value is to follow.
func (o *jsonObject) name(name string) bool {
	if o.err != nil || len(o.only) > 0 && !slices.Contains(o.only, name) {
		return false
	}
	if o.any {
		o.to.WriteByte(',')
	}
	o.any = true
	o.to.WriteByte('"')
	o.to.WriteString(name) // ours have nothing to escape
	o.to.WriteString(`":`)
	return true
}

// member writes a member.
func (o *jsonObject) member(name string, value any) {
	if o.name(name) {
		o.err = appendJSON(o.to, value)
	}
}

// members writes the fields of a struct.
func (o *jsonObject) members(v any) {
	value := reflect.ValueOf(v)
	for _, f := range jsonFields(value.Type()) {
		o.member(f.name, value.FieldByIndex(f.index).Interface())
	}
}

// encoded writes members that are encoded already.
func (o *jsonObject) encoded(list []jsonMember) {
	for _, m := range list {
		if o.name(m.name) {
			o.to.Write(m.value)
		}
	}
}

// array writes a member that is a list of n values; each writes one.
func (o *jsonObject) array(name string, n int, each func(i int) error) {
	if !o.name(name) {
		return
	}
	o.to.WriteByte('[')
	for i := 0; i < n && o.err == nil; i++ {
		if i > 0 {
			o.to.WriteByte(',')
		}
		o.err = each(i)
	}
	o.to.WriteByte(']')
}

func (o *jsonObject) end() error {
	o.to.WriteByte('}')
	return o.err
}

// appendJSON encodes a value without the new line behind it.
func appendJSON(to *bytes.Buffer, value any) error {
	if err := encodeJSON(to, value); err != nil {
		return err
	}
	to.Truncate(to.Len() - 1)
	return nil
}

// jsonMember is a member of an object with its value encoded.
type jsonMember struct {
	name  string
	value []byte
}

// encodeMembers encodes the fields of a struct one by one.
func encodeMembers(v any) ([]jsonMember, error) {
	value := reflect.ValueOf(v)
	var list []jsonMember
	var b bytes.Buffer
	for _, f := range jsonFields(value.Type()) {
		b.Reset()
		if err := appendJSON(&b, value.FieldByIndex(f.index).Interface()); err != nil {
			return nil, err
		}
		list = append(list, jsonMember{f.name, bytes.Clone(b.Bytes())})
	}
	return list, nil
}

// jsonField is a field of a struct that is a member of its JSON.
type jsonField struct {
	name  string
	index []int
}

var jsonFieldsOf sync.Map // reflect.Type: []jsonField

// jsonFields lists the members of a struct as encoding/json has them: with those of
// embedded structs, but for what the outer one names anew. Members that may be left
// out are for encoding/json to write.
func jsonFields(t reflect.Type) []jsonField {
	if known, ok := jsonFieldsOf.Load(t); ok {
		return known.([]jsonField)
	}
	var list []jsonField
	for _, f := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && name == "", name == "-":
		case name == "" || options != "":
			panic(fmt.Sprintf("%s.%s has no plain name in JSON", t, f.Name))
		default:
			list = append(list, jsonField{name, f.Index})
		}
	}
	jsonFieldsOf.Store(t, list)
	return list
}
