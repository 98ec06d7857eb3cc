package words

import (
	"slices"
	"testing"

	"socsearch/index/schema"
	"socsearch/sources/tag"
)

func TestAcronyms(t *testing.T) {
	a := newAcronyms([]tag.Definition{
		{Abbreviation: "UWO", Name: "Unexplained Wealth Order"},
		{Abbreviation: "UWOs", Name: "Unexplained Wealth Orders"}, // the same, in the plural
		{Abbreviation: "CT", Name: "counter-terrorism"},
	}, []*tag.Organisation{{Abbreviation: "NCA", Name: "National Crime Agency"}, {Name: "City of London Police"}})
	for typed, want := range map[string][]string{
		"NCA":                       {"National Crime Agency"},
		"nca":                       {"National Crime Agency"},
		"NCA’s":                     {"National Crime Agency"},
		"UWOs":                      {"Unexplained Wealth Order"},
		"National Crime Agency":     {"NCA"},
		"unexplained wealth orders": {"UWO"},
		"City of London Police":     nil, // it has none
		"wealth":                    nil,
	} {
		if got := a.Expand(typed); !slices.Equal(got, want) {
			t.Errorf("Expand(%q) = %q, want %q", typed, got, want)
		}
	}
	for _, tt := range []struct {
		run  []string
		want int
	}{
		{[]string{"National", "Crime", "Agency", "powers"}, 3},
		{[]string{"unexplained", "wealth", "orders"}, 3},
		{[]string{"crime", "agency"}, 0}, // a part of the name
		{[]string{"NCA", "powers"}, 0},   // an abbreviation is no name
		{nil, 0},
	} {
		if got := a.Longest(tt.run); got != tt.want {
			t.Errorf("Longest(%q) = %d, want %d", tt.run, got, tt.want)
		}
	}
}

func TestSpellAmounts(t *testing.T) {
	for _, tt := range []struct{ typed, want []string }{
		{[]string{"£3.6m"}, []string{"£3.6", "million"}},
		{[]string{"37BN", "a", "year"}, []string{"37", "billion", "a", "year"}},
		{[]string{"£500k"}, []string{"£500000"}},
		{[]string{"£1.5k"}, []string{"£1.5", "thousand"}},
		{[]string{"4x4", "5G", "M25"}, []string{"4x4", "5G", "M25"}},
	} {
		if got := SpellAmounts(tt.typed); !slices.Equal(got, tt.want) {
			t.Errorf("SpellAmounts(%q) = %q, want %q", tt.typed, got, tt.want)
		}
	}
}

func TestIsAmount(t *testing.T) {
	for _, tt := range []struct {
		run  []string
		want bool
	}{
		{[]string{"£37", "billion"}, true},
		{[]string{"3.6", "Million", "crimes"}, true},
		{[]string{"37"}, false},
		{[]string{"many", "million"}, false},
		{[]string{"37", "officers"}, false},
	} {
		if got := IsAmount(tt.run); got != tt.want {
			t.Errorf("IsAmount(%q) = %v", tt.run, got)
		}
	}
}

func TestIsFunctionWord(t *testing.T) {
	for word, want := range map[string]bool{
		"the": true, "Who": true, "don’t": true, "what's": true, "I": true,
		"IT": false, "WHO": false, // acronyms
		"crime": false, "use": false, // which is looked for, if it tells little
		"": false,
	} {
		if got := IsFunctionWord(word); got != want {
			t.Errorf("IsFunctionWord(%q) = %v", word, got)
		}
	}
}

func TestVocabulary(t *testing.T) {
	v := vocabularyOf(t, texts...)
	for form, want := range map[string]bool{"crimes": true, "crime": true, "agency": true, "agencies": false, "Crime": false} {
		if got := v.Prints(form); got != want {
			t.Errorf("Prints(%q) = %v", form, got)
		}
	}
	for word, want := range map[string]bool{"agencies": true, "launder": true, "finance": true, "police": false} {
		if got := v.PrintsFormOf(word); got != want {
			t.Errorf("PrintsFormOf(%q) = %v", word, got)
		}
	}
	for term, want := range map[string]int{"fraud": 2, "corruption": 1, "fraud|corruption": 2, "police": 0} {
		if got := v.Frequency(schema.Text, term); got != want {
			t.Errorf("Frequency(%q) = %d passages, want %d", term, got, want)
		}
	}
	if got, want := v.WithPrefix([]string{schema.Text}, "cr", 9), []string{"crime", "crimes"}; !slices.Equal(got, want) {
		t.Errorf("WithPrefix(cr) = %q, want %q: the first stands in two passages", got, want)
	}
	if got := v.WithPrefix([]string{schema.Heading}, "cr", 9); len(got) > 0 {
		t.Errorf("WithPrefix(cr) = %q in headings, which there aren't", got)
	}
	for _, damaged := range []string{"", "a\t1", "a\t1\n\nb\tx", "a\tone\n\n"} {
		if _, err := ParseTerms(damaged); err == nil {
			t.Errorf("ParseTerms(%q): no error", damaged)
		}
	}
}
