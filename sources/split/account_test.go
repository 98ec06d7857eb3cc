package split

import (
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

// TestAccount checks that every character is accounted for, and how many land
// under each reason. The figures for what is left out were counted in the
// files with other means (grep and wc); those of numbers are the digits of 1 to
// 207 and 1 to 82, and a mark more has the comma of "11, 12".
func TestAccount(t *testing.T) {
	tests := []struct {
		document string
		total    int
		want     map[string]int // but for passages, footnotes and headings
	}{
		{"strategy", 173491, map[string]int{
			InMark:         156,
			FootnoteNo:     155,
			ParagraphNo:    513,
			RunningHead:    175,
			PageNo:         14,
			RepeatedURL:    5714, // 55 addresses
			SidewaysFigure: 752,
			TableHead:      12,
			"signature":    30,
		}},
		{"roles", 9797, map[string]int{"page title": 177, "page footer": 101}},
	}
	for _, test := range tests {
		t.Run(test.document, func(t *testing.T) {
			_, text := readDocument(t, test.document)
			r := splitDocument(t, test.document)
			if got := len(squeeze(text)); got != test.total || r.Account.Total != test.total {
				t.Errorf("the file has %d characters, the account %d, want %d", got, r.Account.Total, test.total)
			}
			kept := map[string]int{InHeading: r.Account.Count[InHeading]}
			for _, p := range r.Passages {
				if p.Remark == "" || p.Table != nil || p.Page == 0 { // not read by hand
					kept[InPassage] += len(squeeze(p.Text))
				}
				for _, n := range p.Footnotes {
					kept[InFootnote] += len(squeeze(n.Text))
				}
			}
			sum := 0
			want := map[string]int{}
			for _, counts := range []map[string]int{test.want, kept} {
				for reason, n := range counts {
					if n > 0 {
						want[reason] = n
						sum += n
					}
				}
			}
			if sum != test.total {
				t.Errorf("the reasons add up to %d, want %d", sum, test.total)
			}
			if diff := cmp.Diff(want, r.Account.Count); diff != "" {
				t.Errorf("account (-want +got):\n%s", diff)
			}
		})
	}
}

// squeeze returns a text's characters without white space.
func squeeze(s string) []rune {
	var out []rune
	for _, r := range s {
		if !unicode.IsSpace(r) {
			out = append(out, r)
		}
	}
	return out
}
