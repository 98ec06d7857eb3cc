package glyph

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNumeral(t *testing.T) {
	for _, tt := range []struct {
		style string
		n     int
		want  string
	}{
		{"D", 12, "12"}, {"r", 4, "iv"}, {"R", 1999, "MCMXCIX"}, {"a", 27, "aa"}, {"A", 3, "C"}, {"r", 0, "0"}, {"", 5, ""},
	} {
		if got := numeral(tt.style, tt.n); got != tt.want {
			t.Errorf("numeral(%q, %d) = %q, want %q", tt.style, tt.n, got, tt.want)
		}
	}
}

func TestNumber(t *testing.T) {
	for word, want := range map[string]float64{
		"12": 12, "-.5": -.5, "+3.": 3, "4.5-3": 4.5, "1.2.3": 1.2, "-": 0, "--5": 0, ".": 0,
	} {
		if got := number(word); got != want {
			t.Errorf("number(%q) = %v, want %v", word, got, want)
		}
	}
}

func TestOperation(t *testing.T) {
	lex := &lexer{data: []byte(`/F#31 12 Tf [(a\)b) -20 <4142>] TJ % note
<< /K [1 true] >> BDC ) > Q`)}
	var got []string
	for {
		op, args := lex.operation(nil)
		if op == "" {
			break
		}
		var texts []string
		for _, a := range args {
			texts = append(texts, string(a.text))
			for _, o := range a.list {
				texts = append(texts, string(o.text))
			}
		}
		got = append(got, op+" "+strings.Join(texts, "|"))
	}
	want := []string{"Tf F1|", "TJ |a)b||AB", "BDC |K|", "Q "}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("operations differ (-want +got):\n%s", diff)
	}
}

func TestStandardEncoding(t *testing.T) {
	table := standardEncoding(new([256]string))
	for code, want := range map[int]string{'A': "A", '\'': "’", 0xa3: "£", 0xb7: "•", 0xd0: "—", 0xe1: "Æ", 0xfb: "ß", 0xb0: ""} {
		if got := table[code]; got != want {
			t.Errorf("standardEncoding[%#x] = %q, want %q", code, got, want)
		}
	}
}

func TestStandardWidths(t *testing.T) {
	for font, want := range map[string]float64{
		"Helvetica": 556, "Arial-BoldMT": 556, "Times-Roman": 444, "TimesNewRomanPS-BoldItalicMT": 500, "Courier-Bold": 600,
	} {
		widths, other := standardWidths(font, standardEncoding(new([256]string)))
		got, ok := widths['a']
		if !ok {
			got = other
		}
		if got != want {
			t.Errorf("width of a in %s = %v, want %v", font, got, want)
		}
	}
}
