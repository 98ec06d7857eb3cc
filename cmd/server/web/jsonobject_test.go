package web

import (
	"bytes"
	"encoding/json"
	"testing"

	"socsearch/sources/document"
)

// TestJSONObject holds what is written member by member against encoding/json.
func TestJSONObject(t *testing.T) {
	passage := resultJSON{Passage: document.Passage{ID: "strategy/79", Text: "<a> & “b”\u2028", Threats: []string{}}, Citation: "para 79"}
	var want bytes.Buffer
	if err := encodeJSON(&want, passage); err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	o := beginObject(&got, nil)
	o.members(passage)
	if err := o.end(); err != nil || got.String()+"\n" != want.String() {
		t.Errorf("a struct is %s, %v; encoding/json writes %s", &got, err, &want)
	}
	members, err := encodeMembers(passage)
	if err != nil {
		t.Fatal(err)
	}
	got.Reset()
	o = beginObject(&got, []string{"citation", "id", "score"})
	o.encoded(members)
	o.member("score", 1.5)
	o.array("left out", 1, func(int) error { t.Error("a member that isn't asked for is written"); return nil })
	if want := `{"id":"strategy/79","citation":"para 79","score":1.5}`; o.end() != nil || got.String() != want {
		t.Errorf("some members are %s, want %s", &got, want)
	}
	if !json.Valid(got.Bytes()) {
		t.Error("that is no JSON")
	}
	o = beginObject(&got, nil)
	o.member("channel", make(chan int))
	o.member("after", 1)
	if o.end() == nil {
		t.Error("what can't be encoded is no error")
	}
}
