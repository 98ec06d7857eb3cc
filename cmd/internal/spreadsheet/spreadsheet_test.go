package spreadsheet

import (
	"encoding/csv"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRow checks the bytes of rows: CRLF ends them (RFC 4180, 2.1), and not the lines
// within a cell; a cell that would be a formula is guarded.
func TestRow(t *testing.T) {
	tests := []struct {
		name  string
		cells []string
		want  string
	}{
		{"plain", []string{"strategy/79", "para 79", ""}, "strategy/79,para 79,\r\n"},
		{"lines", []string{"one\n• two\n• three", "x"}, "\"one\n• two\n• three\",x\r\n"},
		{"quotes and commas", []string{`the "dark web"`, "a, b"}, "\"the \"\"dark web\"\"\",\"a, b\"\r\n"},
		{"formulae", []string{"=1+1", "+44", "-", "@x", "a=b"}, "'=1+1,'+44,'-,'@x,a=b\r\n"},
	}
	for _, test := range tests {
		var b strings.Builder
		w := NewWriter(&b)
		w.Row(test.cells...)
		if b.String() != test.want || w.Err() != nil {
			t.Errorf("%s: %q, want %q; %v", test.name, b.String(), test.want, w.Err())
		}
	}
}

// TestMark checks that a reader finds the same cells behind the mark.
func TestMark(t *testing.T) {
	var b strings.Builder
	w := NewWriter(&b)
	w.Mark()
	w.Row("id", "text")
	w.Row("strategy/79", "one\ntwo")
	rest, marked := strings.CutPrefix(b.String(), "\xEF\xBB\xBF")
	got, err := csv.NewReader(strings.NewReader(rest)).ReadAll()
	if diff := cmp.Diff([][]string{{"id", "text"}, {"strategy/79", "one\ntwo"}}, got); diff != "" || !marked || err != nil {
		t.Errorf("marked %v, %v (-want +got):\n%s", marked, err, diff)
	}
}

// TestErr checks that an error is told, and once.
func TestErr(t *testing.T) {
	w := NewWriter(broken{})
	w.Row("a")
	w.Row("b")
	if !errors.Is(w.Err(), errBroken) {
		t.Errorf("Err() = %v, want %v", w.Err(), errBroken)
	}
}

var errBroken = errors.New("broken")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errBroken }
