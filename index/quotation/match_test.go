package quotation_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"socsearch/index/quotation"
	"socsearch/sources"
	"socsearch/sources/document"
)

var strategy = sync.OnceValues(func() (*quotation.Corpus, error) {
	c, err := sources.Load(sources.Embedded())
	if err != nil {
		return nil, err
	}
	var passages []*document.Passage
	for i := range c.Passages {
		passages = append(passages, &c.Passages[i])
	}
	return quotation.New(passages), nil
})

func embedded(t *testing.T) *quotation.Corpus {
	t.Helper()
	c, err := strategy()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestMatch judges quotations of the strategy that were made by hand.
func TestMatch(t *testing.T) {
	tests := []struct {
		name, quotation string
		verdict         quotation.Verdict
		passages        []string // of the first place; nil where several would do
		message         string   // part of it
		warnings        []string
	}{
		{"as printed", "overhauling previous witness protection arrangements", quotation.Exact, []string{"strategy/134"}, "", nil},
		{"a capital at the beginning, straight apostrophe", "The NCA's National Cyber Crime Unit (NCCU)", quotation.Exact, []string{"strategy/79"}, "", nil},
		{"over two lines, with the marks of a quoted mail", "overhauling previous\n> witness protection\n> arrangements", quotation.Exact, []string{"strategy/134"}, "", nil},
		{"a word broken at a line's end", "overhauling previous wit-\nness protection arrangements", quotation.Exact, []string{"strategy/134"}, "", nil},
		{"from one paragraph into the next", "increase local investigative capabilities. The Home Office will lead a three year programme", quotation.Exact, []string{"strategy/79", "strategy/80"}, "", nil},
		{"an omission that hides nothing", "It has a corrosive impact on our public services … and way of life", quotation.Exact, []string{"strategy/1"}, "", nil},
		{"an omission in brackets and points", "It has a corrosive impact on our public services [. . .] and way of life", quotation.Exact, []string{"strategy/1"}, "", nil},
		{"an omission that hides a negation", "Currently there is … dedicated serious and organised crime funding stream", quotation.Exact, []string{"strategy/163"}, "", []string{"The omission leaves out a negation: “no”."}},
		{"an omission that hides a number", "increased from … in 2013 to 71% in 2016", quotation.Exact, []string{"strategy/21"}, "", []string{"The omission leaves out a number: “36%”."}},
		{"an omission that begins amid a sentence", "… we are also aware that since 2014 there have been genuine increases", quotation.Exact, []string{"strategy/1"}, "", []string{
			"The omission at the beginning leaves out a number: “2010”.", "The omission at the beginning leaves out a condition: “although”."}},
		{"words in brackets", "In 2013 [the government] established the UK Protected Person Service", quotation.Exact, []string{"strategy/134"}, "", nil},
		{"a negation in brackets", "we will [not] transfer the UKPPS to the NCA in April 2019", quotation.Exact, []string{"strategy/134"}, "", []string{
			"The square brackets put in a negation that the document hasn’t got here: “not”."}},
		{"a word's end in brackets", "overhaul[ed] previous witness protection arrangements", quotation.Exact, []string{"strategy/134"}, "", nil},
		{"a misprint of the document stays", "the integrity and cohesion of local communies", quotation.Exact, []string{"strategy/23"}, "", nil},
		{"a misprint put right", "cohesion of local communities. Serious and organised criminals prey on the most vulnerable", quotation.Altered, []string{"strategy/23"}, "“communies”, not “communities”", nil},
		{"another last word", "generational damage to the integrity and cohesion of local communities", quotation.Altered, []string{"strategy/23"}, "the document has “communies”, not “communities”", nil},
		{"another first word", "Improving previous witness protection arrangements", quotation.Altered, []string{"strategy/134"}, "the document has “overhauling”, not “Improving”", nil},
		{"a word more behind a sentence", "It costs the UK at least £37 billion annually now", quotation.Altered, []string{"strategy/1"}, "the document hasn’t got “now”", nil},
		{"another number", "It costs the UK at least £38 billion annually", quotation.Altered, []string{"strategy/1"}, "the number differs: the document has “£37”, not “£38”", nil},
		{"another number, of two changes the graver", "It costs the country at least £38 billion annually", quotation.Altered, []string{"strategy/1"}, "the number differs: the document has “£37”, not “£38”", nil},
		{"a negation more", "It does not have a corrosive impact on our public services, communities, reputation and way of life", quotation.Altered, []string{"strategy/1"}, "a negation differs", nil},
		{"another modal verb", "we may transfer the UKPPS to the NCA in April 2019", quotation.Altered, []string{"strategy/134"}, "a modal verb differs: the document has “will”, not “may”", nil},
		{"another name", "we will transfer the UKPPS to the Home Office in April 2019", quotation.Altered, []string{"strategy/134"}, "a name differs: the document has “NCA”, not “Home Office”", nil},
		{"a word less, without a mark", "overhauling witness protection arrangements and developing a ROCU based Protected Person Unit network", quotation.Altered, []string{"strategy/134"}, "the draft leaves out “previous”", nil},
		{"parts in another order", "sell them deadly substances … defraud, manipulate and exploit them", quotation.Altered, nil, "", nil},
		{"an omission over a whole paragraph", "genuine increases in some low volume, high harm offences … criminals to share indecent images of children, sell drugs", quotation.Altered, nil, "", nil},
		{"a hyphen more", "a ROCU-based Protected Person Unit network", quotation.Altered, []string{"strategy/134"}, "the spelling differs in a hyphen", nil},
		{"words of the subject that stand nowhere together", "organised gangs of cyber pirates attacked our coastal libraries throughout the winter", quotation.Absent, nil, "", nil},
		{"everyday words", "this is what they have to do about it", quotation.Absent, nil, "", nil},
		{"nothing", " … [ ] ", quotation.Absent, nil, "", nil},
	}
	c := embedded(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := c.Match(test.quotation, nil)
			if r.Verdict != test.verdict {
				t.Fatalf("Match(%q) = %s (%s), want %s", test.quotation, r.Verdict, r.Message, test.verdict)
			}
			if !strings.Contains(r.Message, test.message) || test.message == "" && r.Verdict == quotation.Exact && r.Message != "" {
				t.Errorf("the message is %q, want %q", r.Message, test.message)
			}
			if (len(r.Places) == 0) != (test.verdict == quotation.Absent) {
				t.Fatalf("places of words that are %s: %v", test.verdict, r.Places)
			}
			if test.passages == nil {
				return
			}
			if diff := cmp.Diff(test.passages, r.Places[0].Passages); diff != "" {
				t.Errorf("passages (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.warnings, r.Places[0].Warnings); diff != "" {
				t.Errorf("warnings (-want +got):\n%s", diff)
			}
		})
	}
}

// TestPlaces finds where in a passage, a footnote or a heading the words stand.
func TestPlaces(t *testing.T) {
	c := embedded(t)
	for _, test := range []struct {
		quotation, passage, footnote string
		heading                      bool
	}{
		{"£50 million in strengthening", "strategy/79", "", false}, // a sign of two bytes
		{"It will continue to align and work closely", "strategy/134", "69", false},
		{"Relentless disruption and targeted action against the highest harm", "", "", true},
	} {
		r := c.Match(test.quotation, nil)
		if r.Verdict != quotation.Exact {
			t.Errorf("Match(%q) = %s, want exact", test.quotation, r.Verdict)
			continue
		}
		p := r.Places[0]
		if test.heading {
			if i := slices.IndexFunc(r.Places, func(p quotation.Place) bool { return p.Start == -1 && p.End == -1 }); i < 0 {
				t.Errorf("%q stands at %v, want a heading's place", test.quotation, r.Places)
			}
			continue
		}
		text := c.Passage(test.passage).Text
		for _, f := range c.Passage(test.passage).Footnotes {
			if f.Number == test.footnote {
				text = f.Text
			}
		}
		if p.Passages[0] != test.passage || p.Footnote != test.footnote {
			t.Errorf("%q stands in %v, footnote %q, want %s, %q", test.quotation, p.Passages, p.Footnote, test.passage, test.footnote)
			continue
		}
		if got := string([]rune(text)[p.Start:p.End]); got != test.quotation {
			t.Errorf("%d to %d is %q, want %q", p.Start, p.End, got, test.quotation)
		}
	}
}

// TestDifference shows what differs word by word: what is the same and what is
// missing are the document's words, what is the same and extra the quotation's.
func TestDifference(t *testing.T) {
	r := embedded(t).Match("we must transfer the UKPPS quickly to the NCA in 2019", nil)
	want := []quotation.Diff{
		{Op: "same", Text: "we "}, {Op: "missing", Text: "will "}, {Op: "extra", Text: "must "}, {Op: "same", Text: "transfer the UKPPS "},
		{Op: "extra", Text: "quickly "}, {Op: "same", Text: "to the NCA in "}, {Op: "missing", Text: "April "}, {Op: "same", Text: "2019"},
	}
	if diff := cmp.Diff(want, r.Diff); diff != "" {
		t.Errorf("the difference (-want +got):\n%s", diff)
	}
}

// TestOnly looks in some passages alone.
func TestOnly(t *testing.T) {
	c := embedded(t)
	const words = "Serious and Organised Crime Strategy"
	all := c.Match(words, nil)
	if len(all.Places) < 2 {
		t.Fatalf("%q stands in %d places, want several", words, len(all.Places))
	}
	wanted := all.Places[1].Passages[0]
	r := c.Match(words, func(id string) bool { return id == wanted })
	if len(r.Places) != 1 || r.Places[0].Passages[0] != wanted {
		t.Errorf("places in %s alone: %v", wanted, r.Places)
	}
	if r := c.Match(words, func(string) bool { return false }); r.Verdict != quotation.Absent {
		t.Errorf("in no passage the words are %s, want absent", r.Verdict)
	}
}

// TestStreams quotes over the border of two passages: into a box's second paragraph,
// never from one document into the next, nor from a text into what stands aside.
func TestStreams(t *testing.T) {
	filler := strings.Repeat("Ordinary sentences about seventeen different harbours fill this passage. ", 20)
	passage := func(id, doc string, kind document.Kind, text string) *document.Passage {
		return &document.Passage{ID: id, Document: doc, Kind: kind, Text: text}
	}
	c := quotation.New([]*document.Passage{
		passage("a/0", "a", document.KindParagraph, filler),
		passage("a/1", "a", document.KindParagraph, "Lighthouses guide trawlers homeward"),
		passage("a/box", "a", document.KindBox, "Lanterns burn paraffin nightly"),
		passage("a/2", "a", document.KindParagraph, "while keepers polish brass"),
		passage("b/1", "b", document.KindParagraph, "and gulls quarrel overhead"),
	})
	for _, test := range []struct {
		quotation string
		want      quotation.Verdict
		passages  []string
	}{
		{"trawlers homeward while keepers polish", quotation.Exact, []string{"a/1", "a/2"}},
		{"trawlers homeward Lanterns burn paraffin", quotation.Altered, nil},
		{"keepers polish brass and gulls quarrel", quotation.Altered, nil},
	} {
		r := c.Match(test.quotation, nil)
		if (r.Verdict == quotation.Exact) != (test.want == quotation.Exact) {
			t.Errorf("Match(%q) = %s, want %s", test.quotation, r.Verdict, test.want)
		}
		if test.passages != nil && (len(r.Places) == 0 || !slices.Equal(r.Places[0].Passages, test.passages)) {
			t.Errorf("Match(%q) stands in %v, want %v", test.quotation, r.Places, test.passages)
		}
	}
}

func TestCountWords(t *testing.T) {
	for in, want := range map[string]int{
		"": 0, "one": 1, "don’t stop": 2, "£4.5 million": 2, "a well-known fact": 4, "first … last": 2, "[the NCA] will act": 2, "[t]he end": 2, "36% … (x)": 2,
	} {
		if got := quotation.CountWords(in); got != want {
			t.Errorf("CountWords(%q) = %d, want %d", in, got, want)
		}
	}
}
