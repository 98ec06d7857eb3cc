package split

import (
	"strings"
	"testing"

	"socsearch/sources/document"
)

// FuzzSplit feeds any text to the strategy's own manifest without its outline,
// and checks that nothing is invented or lost: what the passages and footnotes
// hold are the file's characters, in number and kind.
func FuzzSplit(f *testing.F) {
	for _, slug := range []string{"strategy", "roles"} {
		_, text := readDocument(f, slug)
		const seed = 1200 // bytes: enough for every construct, small enough to be varied
		f.Add(strings.ToValidUTF8(text[:seed], ""))
	}
	f.Add("1 One.1\n\n1 Note https://a.b/\nc\n\nhttps://a.b/c\n 2 Two\n • x-\ny\n")
	f.Add("1 A\n 2  Paper  2\n\n 2 B-\n\nc\n1. A: b\n")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		for _, footnotes := range []int{0, strings.Count(text, "\n1 ")} {
			m := &document.Manifest{
				Slug: "doc", Title: "A Paper", File: "fuzz",
				Paragraphs: document.Paragraphs{Numbering: document.NumberingPlain},
				Footnotes:  document.Sequence{Last: footnotes},
				Outline:    []*document.Outline{{Heading: "Any", Begins: firstWords(text, 1), Unnumbered: string(document.KindForeword)}},
			}
			r, err := Split(m, text)
			if err != nil {
				continue // refused with a reason: nothing was claimed
			}
			got := map[rune]int{}
			for _, p := range r.Passages {
				count(got, p.Text, 1)
				for _, n := range p.Footnotes {
					if n.At < 0 || n.At > len([]rune(p.Text)) {
						t.Errorf("mark of footnote %s at %d of %d", n.Number, n.At, len([]rune(p.Text)))
					}
					count(got, n.Text, 1)
				}
			}
			kept := r.Account.Count[InPassage] + r.Account.Count[InFootnote]
			sum := 0
			for _, n := range got {
				sum += n
			}
			if sum != kept || r.Account.Total != len(squeeze(text)) {
				t.Errorf("passages hold %d characters, the account says %d of %d", sum, kept, len(squeeze(text)))
			}
			count(got, text, -1)
			for c, n := range got {
				if n > 0 {
					t.Errorf("%q stands %d times more in the passages than in %q", c, n, text)
				}
			}
		}
	})
}

func count(counts map[rune]int, s string, by int) {
	for _, r := range squeeze(s) {
		counts[r] += by
	}
}
