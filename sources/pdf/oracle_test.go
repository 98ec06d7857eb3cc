package pdf

import (
	"context"
	"maps"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"socsearch/sources/pdf/glyph"
	"socsearch/sources/pdf/pdftest"
)

// Every document must agree with pdftotext on this share of its words, and on
// this share of pairs of neighbouring words.
const (
	wantWords = 0.995
	wantPairs = 0.97
)

// TestAgreesWithPdftotext compares the words of real documents, as a multiset,
// and then their order, with those of pdftotext (Debian's poppler-utils).
func TestAgreesWithPdftotext(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("no pdftotext: install poppler-utils")
	}
	for _, name := range pdftest.Fixtures {
		t.Run(name, func(t *testing.T) {
			path := pdftest.Fixture(t, name)
			d, err := Read(context.Background(), path, Limits{})
			if err != nil {
				t.Fatal(err)
			}
			// With -layout it joins no words over line ends; without, it reads
			// column by column.
			ours, theirs := documentWords(d), oracleWords(t, "-layout", path)
			words := agreement(ours, theirs, d.leftOut(glyph.Rotated)+d.leftOut(White)+d.leftOut(Covered)+d.leftOut(Invisible))
			ordered := theirs
			if hasColumns(d) {
				ordered = oracleWords(t, path)
			}
			pairs := share(pairsOf(ours), pairsOf(ordered), d.leftOut(White) > 0)
			t.Logf("%d words, theirs %d: agree on %.3f %% of words, %.2f %% of pairs", len(ours), len(theirs), 100*words, 100*pairs)
			if words < wantWords {
				t.Errorf("words agree to %.3f %%, want %.1f %%", 100*words, 100*wantWords)
			}
			if pairs < wantPairs {
				t.Errorf("pairs of words agree to %.2f %%, want %.0f %%", 100*pairs, 100*wantPairs)
			}
		})
	}
}

func (d *Document) leftOut(reason string) int {
	n := 0
	for _, p := range d.Pages {
		n += p.LeftOut[reason]
	}
	return n
}

func hasColumns(d *Document) bool {
	for _, p := range d.Pages {
		for _, l := range p.Lines {
			if l.Column > 1 {
				return true
			}
		}
	}
	return false
}

// token is a word of ours. Where it ends in a raised mark, which pdftotext glues
// on or not by the pair's distance, apart holds its parts.
type token struct {
	word  string
	apart []string
}

func documentWords(d *Document) []token {
	var all []token
	for _, p := range d.Pages {
		for i := range p.Lines {
			all = append(all, lineWords(&p.Lines[i])...)
		}
	}
	return all
}

// lineWords cuts a line into words, twice: as it reads, and with its raised runs
// set apart.
func lineWords(l *Line) []token {
	var b strings.Builder
	for _, r := range l.Runs {
		if r.Raised {
			b.WriteString("\x01" + r.Text + "\x01")
			continue
		}
		b.WriteString(r.Text)
	}
	var all []token
	for _, w := range words(b.String()) {
		tok := token{word: strings.ReplaceAll(w, "\x01", "")}
		if tok.word != w {
			tok.apart = strings.FieldsFunc(w, func(r rune) bool { return r == '\x01' })
		}
		if tok.word != "" {
			all = append(all, tok)
		}
	}
	return all
}

// threeColumns are first lines, last lines and headings of the columns of the
// second page, in order.
var threeColumns = []string{
	"Federal Register / Vol. 85",
	"Hatta International Airport in Jakarta,\nIndonesia,", "providing tactile annunciation to the pilot.\n",
	"altitude disagree alert,5 and may affect\nthe flightcrew’s ability", "revision to the flight control computers.\n",
	"and the Ethiopian Civil Aviation\nAuthority", "the airplane’s two AOA sensors.\n",
}

var leaders = regexp.MustCompile(`\.{3,}`)

// theirSpelling spells bullets and ligatures of pdftotext as we do.
var theirSpelling = strings.NewReplacer("\uf0b7", "•", "\uf0a7", "▪", "\uf0d8", "➢", "\uf0fc", "✓", "\uf06f", "○",
	"ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "\b", " ")

// words cuts a text at white space and at the leader dots of contents pages.
func words(s string) []string {
	return strings.Fields(leaders.ReplaceAllString(theirSpelling.Replace(s), " "))
}

func oracleWords(t *testing.T, args ...string) []token {
	out, err := exec.Command("pdftotext", append(args, "-")...).Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	var all []token
	for _, w := range words(string(out)) {
		all = append(all, token{word: w})
	}
	return all
}

// agreement returns the share of words that both have. Words of theirs alone
// are forgiven while they fit into so many characters of rotated and hidden text,
// which we leave out and count.
func agreement(ours, theirs []token, unseen int) float64 {
	left := map[string]int{}
	for _, w := range theirs {
		left[w.word]++
	}
	total := max(len(ours), len(theirs))
	missed := 0
	for _, w := range ours {
		if left[w.word] == 0 && haveAll(left, w.apart) {
			for _, part := range w.apart {
				left[part]--
			}
			total = max(total, len(ours)+1)
			continue
		}
		if left[w.word]--; left[w.word] < 0 {
			left[w.word] = 0
			missed++
		}
	}
	theirsAlone := 0
	for word, n := range left {
		for range n {
			if size := len([]rune(word)); size <= unseen {
				unseen -= size
				continue
			}
			theirsAlone++
		}
	}
	return 1 - float64(max(missed, theirsAlone))/float64(total)
}

func haveAll(left map[string]int, parts []string) bool {
	need := map[string]int{}
	for _, p := range parts {
		need[p]++
	}
	for p, n := range need {
		if left[p] < n {
			return false
		}
	}
	return len(parts) > 0
}

func pairsOf(all []token) map[[2]string]int {
	pairs := map[[2]string]int{}
	for i := 1; i < len(all); i++ {
		pairs[[2]string{all[i-1].word, all[i].word}]++
	}
	return pairs
}

// share returns how much of the larger multiset both have; of a, where b has words
// that aren't seen.
func share(a, b map[[2]string]int, unseen bool) float64 {
	both, na, nb := 0, 0, 0
	for p, n := range a {
		both += min(n, b[p])
		na += n
	}
	for n := range maps.Values(b) {
		nb += n
	}
	if unseen {
		nb = 0
	}
	return float64(both) / float64(max(na, nb))
}

// TestImageOnly refuses a document that is a picture of every page.
func TestImageOnly(t *testing.T) {
	_, err := Read(context.Background(), pdftest.Fixture(t, pdftest.ImageOnly), Limits{})
	want := pdftest.ImageOnly + ": no text layer: run OCR first (for example `ocrmypdf`)"
	if err == nil || err.Error() != want {
		t.Errorf("Read = %v, want %q", err, want)
	}
}

// TestThreeColumns reads a page of three columns down each in turn.
func TestThreeColumns(t *testing.T) {
	d, err := Read(context.Background(), pdftest.Fixture(t, "us-federal-register-3col.pdf"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	columns := map[int]bool{}
	for _, l := range d.Pages[1].Lines {
		text.WriteString(l.Text() + "\n")
		columns[l.Column] = true
	}
	if !columns[1] || !columns[2] || !columns[3] || columns[4] {
		t.Errorf("columns = %v, want 1 to 3", columns)
	}
	at := 0
	for _, w := range threeColumns {
		i := strings.Index(text.String()[at:], w)
		if i < 0 {
			t.Fatalf("%q doesn't follow in:\n%s", w, text.String())
		}
		at += i
	}
}
