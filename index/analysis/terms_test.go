package analysis

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestProse(t *testing.T) {
	tests := []struct {
		text string
		want [][]string // terms by position, the main one first
	}{
		{"The NCA’s officers", [][]string{{"the"}, {"^NCA", "nca"}, {"officer"}}},
		{"officers’ offices organise organisations", [][]string{{"officer"}, {"office"}, {"organise"}, {"organisation"}}},
		{"the forces' work", [][]string{{"the"}, {"force"}, {"work"}}},
		{"ROCUs", [][]string{{"^ROCU", "rocu", "rocus"}}},
		{"GAIN gains", [][]string{{"^GAIN", "gain"}, {"gain"}}},
		{"MI5 G20 MoJ", [][]string{{"^MI5", "mi5"}, {"^G20", "g20"}, {"^MoJ", "moj"}}},
		{"anti-corruption", [][]string{{"anti", "anticorruption"}, {"corruption"}}},
		{"whole-of-government", [][]string{{"whole", "wholeof"}, {"of", "ofgovernment"}, {"government"}}},
		{"over 3,000 accounts", [][]string{{"over"}, {"3000"}, {"account"}}},
		{"£3.6 million, 34%", [][]string{{"£3.6", "3.6"}, {"million"}, {"34%", "34"}}},
		{"2018/19 2018-19 2016–20", [][]string{{"2018/19", "2018"}, {"2018/19", "2018"}, {"19"}, {"2016/20", "2016"}, {"20"}}},
		{"‘Flag It Up’ don’t", [][]string{{"flag"}, {"it"}, {"up"}, {"dont"}}},
		{"children led meetings", [][]string{{"child"}, {"lead"}, {"meeting"}}},
		{"a meeting", [][]string{{"a"}, {"meeting", "meet"}}},
		{"governance of governments", [][]string{{"governance"}, {"of"}, {"government"}}},
		{"café", [][]string{{"cafe"}}},
		{"https://www.gov.uk/a-b", [][]string{{"https"}, {"www"}, {"gov"}, {"uk"}, {"a", "ab"}, {"b"}}},
		{"U.K. and N.C.A’s", [][]string{{"^UK", "uk"}, {"and"}, {"^NCA", "nca"}}},
		{"in the U.S.", [][]string{{"in"}, {"the"}, {"^US", "us"}}},
		{"the U.S-wide N.G.O.s", [][]string{{"the"}, {"^US", "us", "uswide"}, {"wide"}, {"^NGO", "ngo", "ngos"}}},
		{"J. Smith of Annex A. B", [][]string{{"j"}, {"smith"}, {"of"}, {"annex"}, {"a"}, {"b"}}},
		{"www.a.b.com", [][]string{{"www"}, {"a"}, {"b"}, {"com"}}},
		{"50 per cent, 50 percent, 50%, 50 %", [][]string{{"50%", "50"}, {"per"}, {"cent"}, {"50%", "50"}, {"percent"}, {"50%", "50"}, {"50%", "50"}}},
		{"43 of", [][]string{{"43"}, {"of"}}},
		{"organ\u00adised\u200b crime", [][]string{{"organise"}, {"crime"}}},
		{"the N\u200bCA", [][]string{{"the"}, {"^NCA", "nca"}}},
		{"NCA`s and NCA´s", [][]string{{"^NCA", "nca"}, {"and"}, {"^NCA", "nca"}}},
		{"", nil},
		{"– • …", nil},
	}
	for _, test := range tests {
		var got [][]string
		for _, token := range Prose(test.text) {
			for len(got) < token.Position {
				got = append(got, nil)
			}
			got[token.Position-1] = append(got[token.Position-1], token.Term)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("Prose(%q) (-want +got):\n%s", test.text, diff)
		}
	}
}

func TestExact(t *testing.T) {
	var got []string
	for _, token := range Exact("The NCA’s whole-system approach: 3,000 accounts") {
		got = append(got, token.Term)
	}
	want := []string{"the", "nca's", "whole", "system", "approach", "3000", "accounts"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Exact (-want +got):\n%s", diff)
	}
}

// FuzzAnalysis checks that tokens stand where they say, in order.
func FuzzAnalysis(f *testing.F) {
	f.Add("The NCA’s £3.6m anti-corruption work in 2018–19.")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, token := range Prose(text) {
			if token.Start < 0 || token.End > len(text) || token.Start >= token.End || token.Position < last {
				t.Fatalf("token %+v in %q", token, text)
			}
			last = token.Position
		}
	})
}
