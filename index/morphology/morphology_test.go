package morphology

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLemmas(t *testing.T) {
	for word, want := range map[string]string{
		"children": "child", "child": "child", "led": "lead", "lead": "lead", "built": "build", "build": "build",
		"building": "building build", "meetings": "meeting", "crises": "crisis", "wives": "wife", "fought": "fight",
		"bought": "buy", "criteria": "criterion", "data": "datum", "united": "unite", "units": "unit",
		"governance": "governance", "government": "government", "successive": "successive", "successes": "success",
		"nationality": "nationality", "officers": "officer", "offices": "office", "organised": "organise",
		"highest": "high", "number": "number", "people": "people person", "trafficking": "traffic",
		// not in the dictionaries
		"cryptojacking": "cryptojacking cryptojack cryptojacke", "cryptojacked": "cryptojacked cryptojack cryptojacke",
		"smurfings": "smurfing", "urls": "url", "fatfs": "fatf", "nss": "nss", "zzzz": "zzzz",
	} {
		if diff := cmp.Diff(strings.Fields(want), Lemmas(word)); diff != "" {
			t.Errorf("Lemmas(%q) (-want +got):\n%s", word, diff)
		}
	}
}

func TestInflected(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"child", "children", true}, {"led", "leads", true}, {"found", "finding", true}, {"person", "people", true},
		{"cryptojacked", "cryptojacking", true}, {"relaunching", "relaunched", true},
		{"governance", "government", false}, {"united", "unit", false}, {"terrorist", "terrorism", false},
		{"informal", "information", false}, {"author", "authority", false}, {"metal", "mental", false},
		{"number", "numb", false}, {"policy", "police", false}, {"organ", "organisation", false},
	} {
		if got := Inflected(test.a, test.b); got != test.want {
			t.Errorf("Inflected(%s, %s) = %v", test.a, test.b, got)
		}
	}
}

func TestRelatives(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"government", "governance", true}, {"terrorist", "terrorism", true}, {"nation", "nationality", true},
		{"prosecution", "prosecutor", true}, {"success", "successful", true},
		{"success", "successive", false}, {"unit", "unite", false}, {"informal", "information", false},
		{"author", "authority", false}, {"intern", "international", false}, {"organism", "organisation", false},
		{"species", "specific", false}, {"government", "government", false},
	} {
		if got := slices.Contains(Relatives(test.a), test.b); got != test.want {
			t.Errorf("%s among Relatives(%s) = %v", test.b, test.a, got)
		}
		if slices.Contains(Relatives(test.b), test.a) != test.want {
			t.Errorf("%s and %s are related one way alone", test.a, test.b)
		}
	}
}

func TestKnown(t *testing.T) {
	for word, want := range map[string]bool{
		"mayor": true, "metal": true, "stalking": true, "colour": true, "color": true, "mayors": true, "the": true,
		"cybr": false, "counterfiet": false, "extorsion": false, "councills": false, "": false, "#": false,
	} {
		if got := Known(word); got != want {
			t.Errorf("Known(%q) = %v", word, got)
		}
	}
}

// TestTables checks that every line is found under its key, so that none is out
// of its place.
func TestTables(t *testing.T) {
	for name, data := range map[string]string{"words.tsv": wordsData, "families.tsv": familiesData} {
		for n, line := range strings.Split(strings.TrimSuffix(data, "\n"), "\n") {
			key, want, _ := strings.Cut(line, "\t")
			if got, ok := table(data).find(key); !ok || got != want {
				t.Fatalf("%s, line %d: find(%q) = %q, %v", name, n+1, key, got, ok)
			}
		}
		for _, absent := range []string{"", "!", "zzzzzz", "aaaaaaaa", "mmmmmm"} {
			if got, ok := table(data).find(absent); ok {
				t.Errorf("%s: find(%q) = %q", name, absent, got)
			}
		}
	}
}

// TestCorrections holds the tables against the corrections, so that nobody
// forgets to make them again.
func TestCorrections(t *testing.T) {
	data, err := os.ReadFile("corrections.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		said, _, _ := strings.Cut(line, "#")
		f := strings.Fields(said)
		switch {
		case len(f) == 0:
		case f[1] == "=" && !slices.Equal(Lemmas(f[0]), f[2:]):
			t.Errorf("%s: Lemmas = %v; run go generate", strings.TrimSpace(said), Lemmas(f[0]))
		case f[1] == "~" && !slices.Contains(Relatives(f[0]), f[2]), f[1] == "!~" && slices.Contains(Relatives(f[0]), f[2]):
			t.Errorf("%s: Relatives(%s) = %v; run go generate", strings.TrimSpace(said), f[0], Relatives(f[0]))
		}
	}
}

func BenchmarkLemmas(b *testing.B) {
	for b.Loop() {
		Lemmas("children")
	}
}
