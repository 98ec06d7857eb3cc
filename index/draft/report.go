package draft

import "socsearch/index/quotation"

// Report is what was found of a draft. Its JSON form is the API's.
type Report struct {
	Index    string    `json:"index"` // fingerprint of the index
	Style    string    `json:"style"` // of citations
	Input    Input     `json:"input"`
	Summary  Summary   `json:"summary"`
	Findings []Finding `json:"findings"` // in the order of the draft
}

// Input is the draft as it was read.
type Input struct {
	Name       string         `json:"name"`
	Format     string         `json:"format"`
	Characters int            `json:"characters"`
	Text       string         `json:"text"`
	LeftOut    map[string]int `json:"left_out,omitempty"` // what wasn't read, by reason
}

// Summary counts findings. References count once each, however many quotations
// they belong to.
type Summary struct {
	Quotations int `json:"quotations"`
	Exact      int `json:"exact"`
	Altered    int `json:"altered"`
	Absent     int `json:"absent"`
	Terms      int `json:"terms"`
	References int `json:"references"`
	Right      int `json:"right"`
	Wrong      int `json:"wrong"`
	Unknown    int `json:"unknown"`
	Other      int `json:"other"`
}

// Faultless reports whether no quotation is altered and no reference wrong or
// unknown.
func (s Summary) Faultless() bool { return s.Altered == 0 && s.Wrong == 0 && s.Unknown == 0 }

// Type tells what a finding is of.
type Type string

// The types of finding.
const (
	TypeQuotation Type = "quotation"
	TypeReference Type = "reference"
	TypeTerm      Type = "term" // one to three words in quotation marks, not judged
)

// Verdict is what is found of a reference.
type Verdict string

// The verdicts.
const (
	Right   Verdict = "right"
	Wrong   Verdict = "wrong"
	Unknown Verdict = "unknown"
	None    Verdict = "none"
	Other   Verdict = "other"
)

// Finding is one quotation, term or reference. Offsets count code points in the
// text that was read.
type Finding struct {
	Type     Type              `json:"type"`
	Note     string            `json:"note"` // number of the note in which it stands; "" for the text
	Start    int               `json:"start"`
	End      int               `json:"end"`
	Text     string            `json:"text"`
	Words    quotation.Verdict `json:"words,omitempty"`
	Passage  string            `json:"passage"`
	Passages []string          `json:"passages"`
	// Footnote is the number of the passage's footnote in which the words stand.
	Footnote   string           `json:"footnote,omitempty"`
	At         *Span            `json:"at,omitempty"` // in the passage's text, or its footnote's
	Difference []quotation.Diff `json:"difference"`   // empty where the words are exact
	Warnings   []string         `json:"warnings"`
	Reference  *Reference       `json:"reference,omitempty"`
	Verdict    Verdict          `json:"verdict,omitempty"` // of a reference that belongs to no quotation
	Correction *Correction      `json:"correction,omitempty"`
	Message    string           `json:"message"`

	reference *reference
}

// Span is a stretch of a text in code points.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Reference is the reference that belongs to a quotation.
type Reference struct {
	Note     string   `json:"note"`
	Start    int      `json:"start"`
	End      int      `json:"end"`
	Text     string   `json:"text"`
	Passages []string `json:"passages"`
	Verdict  Verdict  `json:"verdict"`
}

// Correction is the words as printed and their citation, each to copy.
type Correction struct {
	Quotation string `json:"quotation"`
	Citation  string `json:"citation"`
}
