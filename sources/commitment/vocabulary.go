package commitment

import (
	"strings"

	"socsearch/sources/document"
)

// Vocabulary is the words that the grammar goes by: see
// sources/vocabulary/commitments.yaml, which says what each list is.
type Vocabulary struct {
	posts, rhetoric, generic                                   words
	government, apart, bodies, onlyAsNames, others, bystanders words
	focuses, intentions                                        words
	effects, contents, provided, events, states                words
	creating, creatingA, soft, planning, pledging              words
	legislating, legislatingWith, laws                         words
	publishing, publishingWith, documents                      words
	funding, fundingWith, moneyWords                           words
	measuring, continuing, empty                               words
	adverbs, subordinators, relatives, prepositions, fronting  words
	important, ready, imposed, abbreviations                   words
	telling, textPlaces                                        words
	classes                                                    map[string]string // "the police" → "police forces"
	hedges                                                     []string
	irregular                                                  map[string]string
	forms                                                      map[string]string // "funding" → "fund", of every verb listed
}

// words is a set of words or phrases in small letters.
type words map[string]bool

// ParseVocabulary reads the vocabulary; name is the file's, for messages.
func ParseVocabulary(name string, data []byte) (*Vocabulary, error) {
	var file struct {
		Government      []string `yaml:"government"`
		Apart           []string `yaml:"apart"`
		Bodies          []string `yaml:"bodies"`
		OnlyAsNames     []string `yaml:"only_as_names"`
		Posts           []string `yaml:"posts"`
		Rhetoric        []string `yaml:"rhetoric"`
		Generic         []string `yaml:"generic"`
		Others          []string `yaml:"others"`
		Bystanders      []string `yaml:"bystanders"`
		Focuses         []string `yaml:"focuses"`
		Intentions      []string `yaml:"intentions"`
		Effects         []string `yaml:"effects"`
		Contents        []string `yaml:"contents"`
		Provided        []string `yaml:"provided"`
		Events          []string `yaml:"events"`
		States          []string `yaml:"states"`
		Creating        []string `yaml:"creating"`
		CreatingA       []string `yaml:"creating_a"`
		Soft            []string `yaml:"soft"`
		Planning        []string `yaml:"planning"`
		Pledging        []string `yaml:"pledging"`
		Legislating     []string `yaml:"legislating"`
		LegislatingWith []string `yaml:"legislating_with"`
		Laws            []string `yaml:"laws"`
		Publishing      []string `yaml:"publishing"`
		PublishingWith  []string `yaml:"publishing_with"`
		Documents       []string `yaml:"documents"`
		Funding         []string `yaml:"funding"`
		FundingWith     []string `yaml:"funding_with"`
		MoneyWords      []string `yaml:"money_words"`
		Measuring       []string `yaml:"measuring"`
		Continuing      []string `yaml:"continuing"`
		Empty           []string `yaml:"empty"`
		Adverbs         []string `yaml:"adverbs"`
		Subordinators   []string `yaml:"subordinators"`
		Relatives       []string `yaml:"relatives"`
		Prepositions    []string `yaml:"prepositions"`
		Fronting        []string `yaml:"fronting"`
		Hedges          []string `yaml:"hedges"`
		Important       []string `yaml:"important"`
		Ready           []string `yaml:"ready"`
		Imposed         []string `yaml:"imposed"`
		Abbreviations   []string `yaml:"abbreviations"`
		Telling         []string `yaml:"telling"`
		TextPlaces      []string `yaml:"text_places"`

		Classes   map[string]string `yaml:"classes"`
		Irregular map[string]string `yaml:"irregular"`
	}
	if err := document.DecodeYAML(name, data, &file); err != nil {
		return nil, err
	}
	v := &Vocabulary{
		posts: setOf(file.Posts), rhetoric: setOf(file.Rhetoric), generic: setOf(file.Generic),
		government: setOf(file.Government), apart: setOf(file.Apart), bodies: setOf(file.Bodies), onlyAsNames: setOf(file.OnlyAsNames), classes: file.Classes,
		others: setOf(file.Others), bystanders: setOf(file.Bystanders), focuses: setOf(file.Focuses), intentions: setOf(file.Intentions),
		effects: setOf(file.Effects), contents: setOf(file.Contents), provided: setOf(file.Provided), events: setOf(file.Events), states: setOf(file.States),
		creating: setOf(file.Creating), creatingA: setOf(file.CreatingA), soft: setOf(file.Soft), planning: setOf(file.Planning), pledging: setOf(file.Pledging),
		legislating: setOf(file.Legislating), legislatingWith: setOf(file.LegislatingWith), laws: setOf(file.Laws),
		publishing: setOf(file.Publishing), publishingWith: setOf(file.PublishingWith), documents: setOf(file.Documents),
		funding: setOf(file.Funding), fundingWith: setOf(file.FundingWith), moneyWords: setOf(file.MoneyWords),
		measuring: setOf(file.Measuring), continuing: setOf(file.Continuing), empty: setOf(file.Empty),
		adverbs: setOf(file.Adverbs), subordinators: setOf(file.Subordinators), relatives: setOf(file.Relatives),
		prepositions: setOf(file.Prepositions), fronting: setOf(file.Fronting), hedges: file.Hedges,
		important: setOf(file.Important), ready: setOf(file.Ready), imposed: setOf(file.Imposed), abbreviations: setOf(file.Abbreviations),
		telling: setOf(file.Telling), textPlaces: setOf(file.TextPlaces),
		irregular: file.Irregular, forms: map[string]string{},
	}
	for _, verbs := range []words{v.effects, v.contents, v.events, v.states, v.creating, v.creatingA, v.soft, v.planning, v.pledging, v.legislating,
		v.legislatingWith, v.publishing, v.publishingWith, v.funding, v.fundingWith, v.measuring, v.continuing, v.empty, v.telling} {
		for verb := range verbs {
			v.addForms(verb)
		}
	}
	return v, nil
}

func setOf(list []string) words {
	set := words{}
	for _, w := range list {
		set[w] = true
	}
	return set
}

// addForms adds the forms of a regular verb.
func (v *Vocabulary) addForms(verb string) {
	for _, form := range []string{verb, verb + "s", verb + "es", verb + "ing", verb + "ed", verb + verb[len(verb)-1:] + "ing", verb + verb[len(verb)-1:] + "ed"} {
		v.forms[form] = verb
	}
	if stem, ok := strings.CutSuffix(verb, "e"); ok {
		v.forms[stem+"ing"], v.forms[stem+"ed"], v.forms[verb+"d"] = verb, verb, verb
	}
	if stem, ok := strings.CutSuffix(verb, "y"); ok {
		v.forms[stem+"ied"], v.forms[stem+"ies"] = verb, verb
	}
}

// lemma returns the base form of a verb, as far as the vocabulary has it.
func (v *Vocabulary) lemma(form string) string {
	if base, ok := v.forms[form]; ok {
		return base
	}
	if base, ok := v.irregular[form]; ok {
		return base
	}
	return form
}

// participle reports whether a word may be a past participle.
func (v *Vocabulary) participle(word string) bool {
	_, irregular := v.irregular[word]
	return irregular || len(word) > 3 && strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "eed")
}

func gerund(word string) bool { return len(word) > 4 && strings.HasSuffix(word, "ing") }
