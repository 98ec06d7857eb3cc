package wordnet

import (
	"os"
	"slices"
	"testing"
)

// folder is where Debian's wordnet-base puts WordNet.
const folder = "/usr/share/wordnet"

func read(t *testing.T) *Dictionary {
	t.Helper()
	if _, err := os.Stat(folder); err != nil {
		t.Skipf("WordNet is not installed (apt-get install wordnet-base): %v", err)
	}
	d, err := Read(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestRead(t *testing.T) {
	d := read(t)
	scam := d.Senses("scam")
	if len(scam) != 2 {
		t.Fatalf("Senses(scam) = %v, want a noun and a verb", scam)
	}
	if got := scam[0].Synset.Words; !slices.Equal(got, []string{"scam", "cozenage"}) {
		t.Errorf("words of scam = %v", got)
	}
	broader := scam[0].Synset.Pointers[0]
	if broader.Relation != Hypernym || broader.To.Words[0] != "swindle" {
		t.Errorf("first pointer of scam = %s %v, want a hypernym, swindle", broader.Relation, broader.To.Words)
	}
	if got := Similarity(scam[0].Synset, broader.To, broader.To); got < 0.5 || got > 1 {
		t.Errorf("Similarity(scam, swindle) = %v, want 0.5 to 1", got)
	}
	if got := d.ShareOf("bank", d.Senses("bank")[0].Synset); got < 0.2 || got > 0.6 {
		t.Errorf("share of the first sense of bank = %v", got)
	}
}

func TestBase(t *testing.T) {
	d := read(t)
	for form, want := range map[string]string{"thieves": "thief", "stole": "steal", "policemen": "policeman", "bribing": "bribe", "jailed": "jail", "bosses": "boss"} {
		if got := d.Base(form); !slices.Contains(got, want) {
			t.Errorf("Base(%q) = %v, want %q in it", form, got, want)
		}
	}
}
