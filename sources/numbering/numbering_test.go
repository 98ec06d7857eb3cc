package numbering

import (
	"testing"

	"socsearch/sources/document"
)

func TestOpen(t *testing.T) {
	for _, test := range []struct {
		text   string
		number string // "" for none
		style  Style
		length int
	}{
		{"79. The police", "79", Stop, 3},
		{"79 . The police", "79", Stop, 4},
		{"79 The police", "79", Plain, 2},
		{"79", "79", Plain, 2},
		{"4.12 The police", "4.12", Chapter, 4},
		{"4.12. The police", "4.12", Chapter, 5},
		{"4.05 The police", "4.05", Chapter, 4},
		{"1.2.3 The police", "1.2.3", Chapter, 5},
		{"A1.1 This annex", "A1.1", Chapter, 4},
		{"A.1 This annex", "A.1", Chapter, 3},
		{"26a. Inserted later", "26a", Stop, 4},
		{"(12) Whereas", "12", Round, 4},
		{"[12] It was", "12", Square, 4},
		{"12.The board", "12", Stop, 3},
		{"7.Élan is wanted", "7", Stop, 2},
		{"4.3The board", "4.3", Chapter, 3},
		{"3.A clerk wrote", "3", Stop, 2},
		{"3.I saw it", "3", Stop, 2},
		{"1.3A clerk wrote", "1.3", Chapter, 3},
		{"PM15 Housing", "PM15", Chapter, 4},

		{"", "", "", 0},
		{"The police", "", "", 0},
		{"1) a list", "", "", 0},
		{"(a) a list", "", "", 0},
		{"(12 of them)", "", "", 0},
		{"2018 was", "", "", 0},
		{"0.5 per cent", "", "", 0},
		{"07 January", "", "", 0},
		{"4.007 is", "", "", 0},
		{"150.2 million", "", "", 0},
		{"45th", "", "", 0},
		{"3The board", "", "", 0}, // a raised mark, rather
		{"12.THE BOARD", "", "", 0},
		{"3.A Clerks", "", "", 0},
		{"26A clerk", "", "", 0},
		{"3,000 officers", "", "", 0},
		{"50% of", "", "", 0},
		{"a1.1 of", "", "", 0},
		{"iv. in Roman figures", "", "", 0},
		{"1.2.3.4.5 of software", "", "", 0},
	} {
		o, ok := Open(test.text)
		if ok != (test.number != "") || o.String() != test.number && ok || ok && (o.Style != test.style || o.Length != test.length) {
			t.Errorf("Open(%q) = %v %q %d, %v; want %q %q %d", test.text, o.Number, o.Style, o.Length, ok, test.number, test.style, test.length)
		}
	}
}

func TestOfLabel(t *testing.T) {
	for label, want := range map[string]string{
		"79.": "79", "(12)": "12", "[12]": "12", "Para 4.12": "4.12", "paragraph 7:": "7", "1204": "1204", "A1.1.": "A1.1",
		"•": "", "a)": "", "1)": "", "(12": "", "Figure 1": "", "": "", "2.Background": "",
	} {
		o, ok := OfLabel(label)
		if ok != (want != "") || ok && (o.String() != want || o.Length != len(label)) {
			t.Errorf("OfLabel(%q) = %v %d, %v; want %q", label, o.Number, o.Length, ok, want)
		}
	}
}

func TestFollows(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"79", "80", true},
		{"79", "79", false},
		{"79", "81", false},
		{"80", "79", false},
		{"26", "26a", true},
		{"26a", "26b", true},
		{"26b", "27", true},
		{"4.12", "4.13", true},
		{"4.12", "5.1", true},
		{"4.12", "7.1", true},
		{"4.12", "8.1", false}, // four chapters missing
		{"4.12", "5.2", false},
		{"5.1", "4.1", false},
		{"4.2", "4.2.1", true},
		{"4.2", "4.3.1", true},
		{"4.2", "4.1.1", false},
		{"4.2.8", "4.3", true},
		{"4.2.8", "4.4", false},
		{"4.2.8", "4.3.1", true},
		{"4.2.8", "4.2.9", true},
		{"4.2.8", "5.1.1", true},
		{"4.2.8", "5.9.1", false},
		{"9.3", "A1.1", true},
		{"9.3", "A.1", true},
		{"A1.7", "A1.8", true},
		{"A1.7", "B1.1", true},
		{"A.7", "B.1", true},
		{"A.7", "G.1", false},
		{"B1.1", "A1.1", false},
		{"A1.7", "4.1", false},
		{"79", "80.1", false},
		{"79", "PM1", false},
		{"PM15", "PM16", true},
	} {
		if got := Follows(number(t, test.a), number(t, test.b)); got != test.want {
			t.Errorf("Follows(%s, %s) = %v", test.a, test.b, got)
		}
	}
}

func TestBefore(t *testing.T) {
	for _, test := range []struct {
		a, b                string
		before, nextChapter bool
	}{
		{"79", "80", true, true},
		{"80", "79", false, true},
		{"4.9", "4.10", true, true},
		{"4.9", "5.1", true, true},
		{"4.9", "6.1", true, false},
		{"5.1", "4.9", false, true},
		{"4.2", "4.2.1", false, false}, // neither: one is the other's section
		{"A1.1", "B1.1", true, true},
		{"A1.1", "C1.1", true, false},
	} {
		a, b := number(t, test.a), number(t, test.b)
		if got := Before(a, b); got != test.before {
			t.Errorf("Before(%s, %s) = %v", test.a, test.b, got)
		}
		if got := NextChapter(a, b); got != test.nextChapter {
			t.Errorf("NextChapter(%s, %s) = %v", test.a, test.b, got)
		}
	}
}

func TestName(t *testing.T) {
	for heading, want := range map[string]string{
		"PM15: Housing for all":   "PM15",
		"Annex A: Glossary":       "Annex A",
		"ANNEX IV – List":         "ANNEX IV",
		"Appendix 2a. Figures":    "Appendix 2a",
		"Article 5 Scope":         "Article 5",
		"Articles of association": "",
		"Annexes to the report":   "",
		"Conclusions":             "",
		"2018 and after":          "",
	} {
		if got := Name(heading); got != want {
			t.Errorf("Name(%q) = %q, want %q", heading, got, want)
		}
	}
}

func number(t *testing.T, s string) document.Number {
	t.Helper()
	n, ok := document.ParseNumber(s)
	if !ok {
		t.Fatalf("%q is no number", s)
	}
	return n
}
