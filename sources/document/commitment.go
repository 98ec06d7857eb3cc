package document

// Commitment is a sentence, or a bullet under a lead-in, in which somebody of
// the state says what it will do. Start, End and the offsets of Why count
// Unicode code points in the passage's text, or in the text of Footnote.
type Commitment struct {
	Start    int            `json:"start"`
	End      int            `json:"end"`
	Text     string         `json:"text"`
	Actors   []string       `json:"actors"` // [ActorGovernment] or slugs of organisations
	Kind     CommitmentKind `json:"kind"`
	By       string         `json:"by"`      // deadline or period as printed, else ""
	Money    []string       `json:"money"`   // as printed
	Amounts  []float64      `json:"amounts"` // those of Money that are pounds, in pounds
	Years    []int          `json:"years"`   // those that By touches
	Strength Strength       `json:"strength"`
	Sure     bool           `json:"sure"`     // false: a reader may well say that it is none
	Footnote string         `json:"footnote"` // number of the footnote that it stands in, else ""
	Repeats  string         `json:"repeats"`  // id of the passage that says the same first, else ""
	Why      []Span         `json:"why"`      // the words that made it one
}

// Expectation is a sentence that says what others are to do. Offsets count as
// those of a [Commitment].
type Expectation struct {
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Text     string `json:"text"`
	Of       string `json:"of"` // of whom, as printed: "companies"
	Sure     bool   `json:"sure"`
	Footnote string `json:"footnote"`
	Why      []Span `json:"why"`
}

// Span is words of a text.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// ActorGovernment is the actor that "we", "the government" and "the UK" name.
const ActorGovernment = "government"

// CommitmentKind is what sort of act a commitment is.
type CommitmentKind string

// The kinds of commitment.
const (
	CommitmentAct       CommitmentKind = "act"
	CommitmentFund      CommitmentKind = "fund"
	CommitmentContinue  CommitmentKind = "continue"
	CommitmentPublish   CommitmentKind = "publish"
	CommitmentLegislate CommitmentKind = "legislate"
	CommitmentMeasure   CommitmentKind = "measure"
)

// CommitmentKinds lists the kinds in the order in which a filter shows them.
var CommitmentKinds = []CommitmentKind{CommitmentAct, CommitmentFund, CommitmentContinue, CommitmentPublish, CommitmentLegislate, CommitmentMeasure}

// Strength tells how firmly something is undertaken.
type Strength string

// The strengths of commitments.
const (
	Firm Strength = "firm"
	Soft Strength = "soft" // hedged: aim, seek, consider, "where possible"
)

// Strengths lists the strengths in the order in which a filter shows them.
var Strengths = []Strength{Firm, Soft}

// CommitmentEdit is what a manifest says of one sentence where the rules err.
type CommitmentEdit struct {
	Passage string `yaml:"passage"` // anchor of the passage
	Begins  string `yaml:"begins"`  // the sentence's first words
	Reason  string `yaml:"reason"`
	// Kind and Actors are those of a commitment that is added; absent: as the
	// rules would have them.
	Kind   CommitmentKind `yaml:"kind"`
	Actors []string       `yaml:"actors"`
}

// Commitments is what a manifest says of the commitments in its document.
type Commitments struct {
	We     string           `yaml:"we"` // slug of whom "we" stands for; "": the government
	Add    []CommitmentEdit `yaml:"add"`
	Strike []CommitmentEdit `yaml:"strike"`
}
