package commitment_test

import (
	"os"
	"slices"
	"testing"

	"socsearch/sources/commitment"
	"socsearch/sources/document"
	"socsearch/sources/tag"
)

// find returns what the rules find in texts that follow each other in a document:
// of each commitment its first words, with a question mark if it is doubtful.
func find(t *testing.T, texts ...string) []string {
	t.Helper()
	data, err := os.ReadFile("../vocabulary/commitments.yaml")
	if err != nil {
		t.Fatal(err)
	}
	v, err := commitment.ParseVocabulary("commitments.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	var passages []document.Passage
	for _, text := range texts {
		passages = append(passages, document.Passage{Text: text})
	}
	if err := commitment.Find(v, &document.Manifest{Slug: "d", Published: "2018-11"}, &tag.Gazetteer{}, nil, passages); err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, p := range passages {
		for _, c := range p.Commitments {
			words := []rune(c.Text)
			begins := string(words[:min(len(words), 14)])
			if !c.Sure {
				begins += "?"
			}
			list = append(list, begins)
		}
	}
	return list
}

// TestKinds checks kinds of sentences that other papers than the strategy hold.
func TestKinds(t *testing.T) {
	tests := []struct {
		name  string
		texts []string
		want  []string
	}{
		{"an act", []string{"We will open a new centre."}, []string{"We will open a"}},
		{"both tenses", []string{"The data have been or will be disclosed to the board."}, nil},
		{"unlikely to", []string{"The Commission is unlikely to confirm this."}, nil},
		{"a clause of reason", []string{"Managers must take ownership, since they will be asked for it."}, nil},
		{"a clause after stressing", []string{"Stressing that there are limits, and that those authorities will publish plans,"}, nil},
		{"parties to a law", []string{"The Directive of the Parliament and of the Council seeks to harmonise fees."}, nil},
		{"each country's", []string{"The authority of each country will apply its own standard."}, nil},
		{"expected of others", []string{"The Commission will expect firms to keep records."}, nil},
		{"said of the text", []string{"We will describe this in chapter 4.", "Details will be found at the address below.", "I shall say more of it."}, nil},
		{"said of another text", []string{"We will describe this in a report by 2020."}, []string{"We will descri"}},
		{"held to account", []string{"They will be held accountable."}, nil},
		{"held", []string{"A conference will be held in 2019."}, []string{"A conference w"}},
		{"quoted", []string{"The minister said: “It was late. We will study it. We will act.” We will wait."}, []string{"We will wait."}},
		{"quoted over passages", []string{"The leaflet says: “We were late.", "We will write to you.", "We will call.” We will change it."}, []string{"We will change"}},
		{"quoted, each opened anew", []string{"“We will write to you.", "“We will call.”", "We will change it."}, []string{"We will change"}},
		{"a mark that stands alone", []string{"He wrote “nothing.", "We will open a centre.", "We will close it."}, []string{"We will open a", "We will close "}},
		{"a point in brackets", []string{"While they say how the provisions of Article 28(3) and (4) will be met, the latter are safeguards."}, nil},
		{"added only if", []string{"Jobs will only be added to the list if they are of use."}, []string{"Jobs will only?"}},
		{"what a measure will do", []string{"We will publish a new policy that will:\n• have clear rules\n• ensure that all have a say"}, []string{"We will publis"}},
		{"what we will do", []string{"We will:\n• publish a new policy\n• have a say in it"}, []string{"publish a new ", "have a say in "}},
		{"on a condition behind", []string{"We will close it only if it fails."}, []string{"We will close ?"}},
		{"passives beside acts", []string{"Rules will be published.", "Bridges will be opened.", "Posts will be filled.",
			"We will pay for it.", "We will see to it that.", "We will publish a plan.", "We will go on.", "We will ask others."},
			[]string{"Rules will be ", "Bridges will b", "Posts will be ", "We will pay fo", "We will publis", "We will go on.", "We will ask ot"}},
		{"passives alone", []string{"Rules will be published.", "Bridges will be opened.", "Posts will be filled."},
			[]string{"Rules will be ?", "Bridges will b?", "Posts will be ?"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := find(t, tt.texts...); !slices.Equal(got, tt.want) {
				t.Errorf("Find(%q) = %q, want %q", tt.texts, got, tt.want)
			}
		})
	}
}

// TestByHand checks what a manifest adds and strikes, and that neither goes
// without a reason or a sentence.
func TestByHand(t *testing.T) {
	const text = "We will open a centre. The centre is to be a place of learning in 2020."
	strike := document.CommitmentEdit{Passage: "1", Begins: "We will open", Reason: "It was open."}
	add := document.CommitmentEdit{Passage: "1", Begins: "The centre is", Reason: "Somebody must build it.", Actors: []string{"home-office"}, Kind: document.CommitmentFund}
	tests := []struct {
		name        string
		add, strike []document.CommitmentEdit
		want        []string
		fails       bool
	}{
		{"struck", nil, []document.CommitmentEdit{strike}, nil, false},
		{"added", []document.CommitmentEdit{add}, nil, []string{"We will open a centre.", "The centre is to be a place of learning in 2020."}, false},
		{"without a reason", []document.CommitmentEdit{{Passage: "1", Begins: "The centre"}}, nil, nil, true},
		{"nothing to strike", nil, []document.CommitmentEdit{{Passage: "1", Begins: "The centre", Reason: "x"}}, nil, true},
		{"no such sentence", []document.CommitmentEdit{{Passage: "1", Begins: "Our centre", Reason: "x"}}, nil, nil, true},
		{"no such passage", []document.CommitmentEdit{{Passage: "2", Begins: "The centre", Reason: "x"}}, nil, nil, true},
	}
	data, err := os.ReadFile("../vocabulary/commitments.yaml")
	if err != nil {
		t.Fatal(err)
	}
	v, err := commitment.ParseVocabulary("commitments.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := &document.Manifest{Slug: "d", Published: "2018-11"}
			m.Commitments.Add, m.Commitments.Strike = tt.add, tt.strike
			passages := []document.Passage{{ID: "d/1", Text: text}}
			err := commitment.Find(v, m, &tag.Gazetteer{}, nil, passages)
			if (err != nil) != tt.fails {
				t.Fatalf("Find: %v, want an error: %v", err, tt.fails)
			}
			if err != nil {
				return
			}
			var got []string
			for _, c := range passages[0].Commitments {
				got = append(got, c.Text)
				if c.Text[:10] == "The centre" && (c.Actors[0] != "home-office" || c.Kind != document.CommitmentFund || c.By != "2020" || !c.Sure) {
					t.Errorf("added %+v", c)
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
