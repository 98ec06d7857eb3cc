package pdf

import "testing"

// TestDirection refuses a document in Hebrew, and none that quotes a word of it.
func TestDirection(t *testing.T) {
	of := func(texts ...string) *Document {
		p := &Page{Number: 1}
		for _, s := range texts {
			p.Lines = append(p.Lines, Line{Runs: []Run{{Text: s}}})
		}
		return &Document{Pages: []*Page{p}}
	}
	if err := checkText(of("\u05e9\u05dc\u05d5\u05dd \u05e2\u05dc\u05d9\u05db\u05dd", "A line")); !isKind(err, KindDirection) {
		t.Errorf("Hebrew: %v, want it refused", err)
	}
	if err := checkText(of("The word \u05e9\u05dc\u05d5\u05dd means peace, as everybody on the quay knew well.")); err != nil {
		t.Errorf("a word of Hebrew: %v", err)
	}
}
