package commitment_test

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"socsearch/sources"
	"socsearch/sources/commitment"
	"socsearch/sources/document"
)

var corpus = sync.OnceValues(func() (*sources.Corpus, error) { return sources.Load(sources.Embedded()) })

func passages(t *testing.T) map[string]*document.Passage {
	t.Helper()
	c, err := corpus()
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]*document.Passage{}
	for i := range c.Passages {
		byID[c.Passages[i].ID] = &c.Passages[i]
	}
	return byID
}

// label is one sentence as it was read.
type label struct {
	Label      string `json:"label"` // commitment, expectation or none
	ID         string `json:"id"`
	Start, End int
	Begins     string   `json:"begins"`
	Actors     []string `json:"actors"`
	Kinds      []string `json:"kinds"`
	By         string   `json:"by"`
	Money      []string `json:"money"`
	Strength   string   `json:"strength"`
	Of         string   `json:"of"`
	Sure       bool     `json:"sure"`
}

func readShown(t *testing.T) []label {
	t.Helper()
	f, err := os.Open("testdata/shown.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list []label
	for s := bufio.NewScanner(f); s.Scan(); {
		var l label
		if err := json.Unmarshal(s.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		list = append(list, l)
	}
	return list
}

// readReading reads the labels of other paragraphs. Their sentences have only
// first words; where each begins is looked up in the text.
func readReading(t *testing.T, all map[string]*document.Passage) []label {
	t.Helper()
	data, err := os.ReadFile("testdata/reading.txt")
	if err != nil {
		t.Fatal(err)
	}
	var list []label
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSpace(line), "|")
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		l := label{Label: "none", ID: "strategy/" + fields[0], Begins: fields[6], Sure: fields[1] != "doubt"}
		if fields[1] != "no" {
			l.Label, l.Actors, l.Kinds, l.Strength, l.By = "commitment", strings.Split(fields[2], ","), strings.Split(fields[3], ","), fields[4], fields[5]
		}
		p := all[l.ID]
		if p == nil || !strings.Contains(p.Text, l.Begins) {
			t.Fatalf("%s: there is no sentence that begins with %q", l.ID, l.Begins)
		}
		l.Start = len([]rune(p.Text[:strings.Index(p.Text, l.Begins)]))
		list = append(list, l)
	}
	return list
}

func at(list []document.Commitment, start int) *document.Commitment {
	for i := range list {
		if list[i].Footnote == "" && list[i].Start == start {
			return &list[i]
		}
	}
	return nil
}

// share is how many of several are right.
type share struct{ right, all int }

func (s *share) add(right bool) bool {
	s.all++
	if right {
		s.right++
	}
	return right
}

func (s share) of() float64 { return float64(s.right) / float64(max(s.all, 1)) }

// fields measures what is said of commitments that were found.
type fields struct{ actors, kind, strength, by, money share }

func (f *fields) add(t *testing.T, l *label, c *document.Commitment) {
	if !f.actors.add(sameSet(c.Actors, l.Actors)) {
		t.Logf("%s %q: actors %v, want %v", l.ID, l.Begins, c.Actors, l.Actors)
	}
	if !f.kind.add(slices.Contains(l.Kinds, string(c.Kind))) {
		t.Logf("%s %q: kind %s, want %v", l.ID, l.Begins, c.Kind, l.Kinds)
	}
	if !f.strength.add(string(c.Strength) == l.Strength) {
		t.Logf("%s %q: strength %s, want %s", l.ID, l.Begins, c.Strength, l.Strength)
	}
	if !f.by.add(c.By == l.By) {
		t.Logf("%s %q: by %q, want %q", l.ID, l.Begins, c.By, l.By)
	}
	if l.Money != nil && !f.money.add(slices.Equal(c.Money, l.Money)) {
		t.Logf("%s %q: money %q, want %q", l.ID, l.Begins, c.Money, l.Money)
	}
}

func sameSet(a, b []string) bool {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return slices.Equal(a, b)
}

// check fails if a share is below what is asked.
func check(t *testing.T, what string, s share, least float64) {
	t.Helper()
	t.Logf("%-10s %.3f (%d of %d)", what, s.of(), s.right, s.all)
	if s.of() < least {
		t.Errorf("%s is %.3f, want %.2f or more", what, s.of(), least)
	}
}

// check fails if what was found, or what is said of it, is right too seldom.
func (f *fields) check(t *testing.T, precision, recall share) {
	t.Helper()
	check(t, "precision", precision, 0.95)
	check(t, "recall", recall, 0.95)
	check(t, "actors", f.actors, 0.93)
	check(t, "kind", f.kind, 0.90)
	check(t, "strength", f.strength, 0.95)
	check(t, "by", f.by, 0.95)
	check(t, "money", f.money, 0.95)
}

// TestShown measures the extractor on paragraphs 39 to 113 and their boxes, which
// were read before there was a program. Doubtful items are neither asked for nor
// punished.
func TestShown(t *testing.T) {
	all := passages(t)
	labels := readShown(t)
	var recall, precision share
	var f fields
	known := map[string]map[int]*label{}
	for i := range labels {
		l := &labels[i]
		if known[l.ID] == nil {
			known[l.ID] = map[int]*label{}
		}
		known[l.ID][l.Start] = l
		if l.Label != "commitment" || !l.Sure {
			continue
		}
		c := at(all[l.ID].Commitments, l.Start)
		if !recall.add(c != nil) {
			t.Logf("missed: %s %q", l.ID, l.Begins)
			continue
		}
		if c.End != l.End {
			t.Errorf("%s %q ends at %d, want %d", l.ID, l.Begins, c.End, l.End)
		}
		f.add(t, l, c)
	}
	for _, p := range shownPassages(t) {
		for _, c := range p.Commitments {
			l := known[p.ID][c.Start]
			if l != nil && !l.Sure {
				continue
			}
			if !precision.add(l != nil && l.Label == "commitment") {
				t.Logf("wrong: %s %q", p.ID, c.Text)
			}
		}
	}
	f.check(t, precision, recall)
}

// shownPassages returns paragraphs 39 to 113 with the boxes between them.
func shownPassages(t *testing.T) []document.Passage {
	c, err := corpus()
	if err != nil {
		t.Fatal(err)
	}
	index := func(id string) int {
		return slices.IndexFunc(c.Passages, func(p document.Passage) bool { return p.ID == id })
	}
	return c.Passages[index("strategy/39") : index("strategy/113")+1]
}

// TestShownExpectations measures the second list.
func TestShownExpectations(t *testing.T) {
	all := passages(t)
	var recall, precision, of share
	wanted := map[string]map[int]bool{}
	for _, l := range readShown(t) {
		if l.Label != "expectation" {
			continue
		}
		if wanted[l.ID] == nil {
			wanted[l.ID] = map[int]bool{}
		}
		wanted[l.ID][l.Start] = true
		list := all[l.ID].Expectations
		i := slices.IndexFunc(list, func(e document.Expectation) bool { return e.Start == l.Start })
		if !l.Sure {
			continue
		}
		if recall.add(i >= 0) && !of.add(list[i].Of == l.Of) {
			t.Logf("%s %q: of %q, want %q", l.ID, l.Begins, list[i].Of, l.Of)
		}
	}
	for _, p := range shownPassages(t) {
		for _, e := range p.Expectations {
			if !precision.add(wanted[p.ID][e.Start]) {
				t.Logf("wrong: %s %q", p.ID, e.Text)
			}
		}
	}
	check(t, "precision", precision, 0.95)
	check(t, "recall", recall, 0.95)
	check(t, "of", of, 0.9)
}

// TestReading measures the extractor on sentences of other paragraphs.
func TestReading(t *testing.T) {
	all := passages(t)
	var recall, precision share
	var f fields
	for _, l := range readReading(t, all) {
		c := at(all[l.ID].Commitments, l.Start)
		switch {
		case !l.Sure:
		case l.Label == "none":
			if !precision.add(c == nil) {
				t.Logf("wrong: %s %q", l.ID, l.Begins)
			}
		case recall.add(c != nil):
			precision.add(true)
			f.add(t, &l, c)
		default:
			t.Logf("missed: %s %q", l.ID, l.Begins)
		}
	}
	check(t, "judged right", precision, 0.95)
	check(t, "recall", recall, 0.95)
	check(t, "actors", f.actors, 0.93)
	check(t, "kind", f.kind, 0.90)
	check(t, "strength", f.strength, 0.95)
	check(t, "by", f.by, 0.95)
}

// TestPlaces checks that every offset names the words that stand there.
func TestPlaces(t *testing.T) {
	n := 0
	for id, p := range passages(t) {
		for _, c := range p.Commitments {
			n++
			text := []rune(p.Text)
			for _, note := range p.Footnotes {
				if note.Number == c.Footnote {
					text = []rune(note.Text)
				}
			}
			for _, w := range append(c.Why, document.Span{Start: c.Start, End: c.End, Text: c.Text}) {
				if w.Start < 0 || w.End > len(text) || string(text[w.Start:w.End]) != w.Text {
					t.Errorf("%s: %d to %d isn't %q", id, w.Start, w.End, w.Text)
				}
			}
			if len(c.Why) == 0 || len(c.Actors) == 0 {
				t.Errorf("%s %q: why %v, actors %v: want some", id, c.Text, c.Why, c.Actors)
			}
		}
	}
	if n < 200 {
		t.Errorf("%d commitments in all, want the strategy's", n)
	}
}

// TestRepeats checks that what the executive summary says first is said to be
// repeated in Part Two.
func TestRepeats(t *testing.T) {
	p := passages(t)["strategy/34"]
	i := slices.IndexFunc(p.Commitments, func(c document.Commitment) bool { return strings.HasPrefix(c.Text, "We will pursue offenders") })
	if i < 0 || p.Commitments[i].Repeats != "strategy/5" {
		t.Errorf("strategy/34 %+v, want a repeat of strategy/5", p.Commitments)
	}
}

// BenchmarkFind measures what the rules cost over the embedded documents.
func BenchmarkFind(b *testing.B) {
	c, err := corpus()
	if err != nil {
		b.Fatal(err)
	}
	data, err := os.ReadFile("../vocabulary/commitments.yaml")
	if err != nil {
		b.Fatal(err)
	}
	v, err := commitment.ParseVocabulary("commitments.yaml", data)
	if err != nil {
		b.Fatal(err)
	}
	all := slices.Clone(c.Passages)
	for b.Loop() {
		rest := all
		for _, d := range c.Documents {
			if err := commitment.Find(v, d.Manifest, c.Gazetteer, c.Definitions, rest[:d.Passages]); err != nil {
				b.Fatal(err)
			}
			rest = rest[d.Passages:]
		}
	}
}
