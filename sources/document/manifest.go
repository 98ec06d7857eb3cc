package document

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// Manifest says what a document is and how its file is laid out. All that
// concerns one document alone stands here, never in code. [ParseManifest]
// reads and checks it.
type Manifest struct {
	Slug  string `yaml:"slug"`
	Order int    `yaml:"order"` // place among the documents in reading order; 0: after those that have one
	File  string `yaml:"file"`  // beside the manifest
	Name  string `yaml:"-"`     // of the manifest's own file; "" where there is none

	Title string `yaml:"title"`
	// TitleSentence is the title in sentence case with a lower-case subtitle,
	// for the styles that want it: which words are names can't be derived. ""
	// stands for Title.
	TitleSentence string `yaml:"title_sentence"`
	// KnownAs is what people call the document ("the strategy"), in messages
	// and in what they type; "" where its title is its only name.
	KnownAs string `yaml:"known_as"`
	Medium  Medium `yaml:"medium"`

	Author string `yaml:"author"`
	// TitleAlso are short titles under which the document is cited.
	TitleAlso []string `yaml:"title_also"`
	// AuthorAlso are other names under which the document is cited.
	AuthorAlso  []string `yaml:"author_also"`
	Series      string   `yaml:"series"`      // "Cm 9718"
	SeriesType  string   `yaml:"series_type"` // "Command Paper"
	ISBN        string   `yaml:"isbn"`
	Published   string   `yaml:"published"` // a day, a month or a year, as ISO 8601 has it
	Publisher   string   `yaml:"publisher"`
	Presented   string   `yaml:"presented"` // the statement of presentation
	LandingPage string   `yaml:"landing_page"`
	// TextPage is the page that holds the text itself, where the landing page only
	// leads to it; "" where there is none.
	TextPage     string    `yaml:"text_page"`
	Licence      Licence   `yaml:"licence"`
	Supersedes   *Relation `yaml:"supersedes"`
	SupersededBy *Relation `yaml:"superseded_by"`
	BasedOn      *Relation `yaml:"based_on"`

	Paragraphs Paragraphs  `yaml:"paragraphs"`
	Footnotes  Sequence    `yaml:"footnotes"`
	Pages      *Pages      `yaml:"pages"` // nil: the document has no printed pages
	Outline    []*Outline  `yaml:"outline"`
	Section    string      `yaml:"section"` // the section of a document without an outline
	Boxes      []Box       `yaml:"boxes"`
	Figures    []Figure    `yaml:"figures"`
	Entries    *Entries    `yaml:"entries"`
	LeaveOut   []Exclusion `yaml:"leave_out"`
	Slips      []string    `yaml:"slips"` // misprints of the document, never offered as spellings

	// Organisations adds to those that every document is searched for.
	Organisations Organisations `yaml:"organisations"`

	// Commitments corrects what the rules find.
	Commitments Commitments `yaml:"commitments"`

	// Layout overrides what is worked out from a PDF's typography; nil for text
	// files, and where there is nothing to override.
	Layout *Layout `yaml:"layout"`
}

// InOrder compares manifests by their places in reading order.
func InOrder(a, b *Manifest) int {
	return cmp.Or(cmp.Compare(last(a.Order), last(b.Order)), cmp.Compare(a.Order, b.Order))
}

// last is 1 for no order at all.
func last(order int) int {
	if order == 0 {
		return 1
	}
	return 0
}

// The statuses of a document.
const (
	StatusCurrent    = "current"
	StatusSuperseded = "superseded"
)

// Status reports whether another document has taken this one's place.
func (m *Manifest) Status() string {
	if m.SupersededBy != nil {
		return StatusSuperseded
	}
	return StatusCurrent
}

// Addresses are the pages on which the publisher has the document: the landing
// page, and the page of its text.
func (m *Manifest) Addresses() []string {
	return slices.DeleteFunc([]string{m.LandingPage, m.TextPage}, func(a string) bool { return a == "" })
}

// OfficialText is the page that holds the publisher's text: the landing page for
// want of a better; "" where none is known.
func (m *Manifest) OfficialText() string { return cmp.Or(m.TextPage, m.LandingPage) }

// IsPDF reports whether the document's file is a PDF. All that a PDF's manifest
// needs is a slug, a title and a file.
func (m *Manifest) IsPDF() bool { return strings.EqualFold(path.Ext(m.File), ".pdf") }

// Flows reports whether the document's file has no printed pages and says itself what
// is a heading or a list: a web page, a word processor's file, Akoma Ntoso. As for a
// PDF, a slug, a title and a file are enough.
func (m *Manifest) Flows() bool {
	switch strings.ToLower(path.Ext(m.File)) {
	case ".html", ".htm", ".xhtml", ".docx", ".docm", ".odt", ".xml", ".akn":
		return true
	}
	return false
}

// ShortName is what a sentence calls the document.
func (m *Manifest) ShortName() string {
	if m.KnownAs != "" {
		return m.KnownAs
	}
	return m.Title
}

// Medium is the form in which a document was published: citations differ.
type Medium string

// The media of documents.
const (
	MediumPrint Medium = "" // a printed document or its PDF
	MediumWeb   Medium = "web"
)

// Licence is what a reader may do with a document.
type Licence struct {
	Name   string `yaml:"name" json:"name"`
	URL    string `yaml:"url" json:"url"`
	Notice string `yaml:"notice" json:"notice"` // shown wherever the text is
	// Partial says that the licence covers a part of the text alone: nothing says of
	// the whole that it is under it.
	Partial bool `yaml:"partial" json:"partial,omitempty"`
}

// Relation names another document that came before or after.
type Relation struct {
	Title  string `yaml:"title" json:"title"`
	Series string `yaml:"series" json:"series"`
	Date   string `yaml:"date" json:"date"` // as a person writes it
	// URL is where it can be read; "" where that isn't known.
	URL string `yaml:"url" json:"url,omitempty"`
}

// SupersededLine is the sentence that goes wherever the document's words are taken:
// which other one has taken its place, since when, and where that is. "" where none
// has.
func (m *Manifest) SupersededLine() string {
	by := m.SupersededBy
	if by == nil {
		return ""
	}
	line := m.Title + inBrackets(m.Series) + " has been superseded by " + by.Title + inBrackets(by.Series, by.Date)
	if by.URL == "" {
		return line + "."
	}
	return line + ": " + by.URL
}

// inBrackets writes what is known of a document behind its title.
func inBrackets(known ...string) string {
	known = slices.DeleteFunc(known, func(s string) bool { return s == "" })
	if len(known) == 0 {
		return ""
	}
	return " (" + strings.Join(known, ", ") + ")"
}

// Paragraphs tells how numbered paragraphs are printed.
type Paragraphs struct {
	Numbering Numbering `yaml:"numbering"`
	Last      int       `yaml:"last"` // the last number; 0: not checked
}

// Numbering is the style of paragraph numbers.
type Numbering string

// The styles of paragraph numbers.
const (
	NumberingNone    Numbering = ""        // none in a text file; worked out for a PDF
	NumberingPlain   Numbering = "plain"   // 79
	NumberingStop    Numbering = "stop"    // 79.
	NumberingChapter Numbering = "chapter" // 4.12; in annexes A1.1 or A.1
	NumberingSection Numbering = "section" // 1.2.3
	NumberingPages   Numbering = "pages"   // none: paragraphs are counted on each page
)

// Sequence is a run of things numbered from 1.
type Sequence struct {
	Last int `yaml:"last"`
}

// Pages tells how printed pages lie in the file.
type Pages struct {
	First     int      `yaml:"first"`
	Last      int      `yaml:"last"`
	Blank     []int    `yaml:"blank"`      // printed, but not in the file
	Starts    string   `yaml:"starts"`     // what marks a page's first line
	NotStarts []string `yaml:"not_starts"` // first words of lines that look like page starts
	Rotated   []int    `yaml:"rotated"`    // pages that hold nothing but sideways letters
}

// StartsLeadingSpace marks a page's first line by a space before it.
const StartsLeadingSpace = "leading space"

// Outline is a heading as printed, with what stands below it.
type Outline struct {
	Heading    string     `yaml:"heading"`
	Page       int        `yaml:"page"`
	Part       string     `yaml:"part"`       // slug of the part that begins here
	Objective  int        `yaml:"objective"`  // objective that begins here
	Unnumbered string     `yaml:"unnumbered"` // kind of the paragraphs below it that have no number
	Begins     string     `yaml:"begins"`     // first words of the section, where the heading is misplaced
	Children   []*Outline `yaml:"children"`
}

// Box is a box of text that interrupts the numbered paragraphs. It ends where a
// heading, a numbered paragraph or another box or figure begins.
type Box struct {
	Title  string `yaml:"title"`
	Begins string `yaml:"begins"` // first words, of a box without a title
	Page   int    `yaml:"page"`
}

// Figure is a picture or a table with a caption. It ends as a box does.
type Figure struct {
	Number        int        `yaml:"number"`
	Caption       string     `yaml:"caption"`
	Page          int        `yaml:"page"`
	Transcription string     `yaml:"transcription"` // its words, where the file scatters them
	Remark        string     `yaml:"remark"`        // what a reader must know
	Joins         []string   `yaml:"joins"`         // phrases that the file breaks by blank lines
	Table         *TableRule `yaml:"table"`
}

// TableRule tells how to read the lines of a table: each row is a name and then
// one of Values for every further column. Of a drawing, such as a timeline, whose
// lines are no rows, Cells are the rows; every line of the figure that is no item
// of a list must stand in them, and they hold nothing else.
type TableRule struct {
	Columns []string   `yaml:"columns"`
	Values  []string   `yaml:"values"`
	Rows    int        `yaml:"rows"` // how many there are; 0: not checked
	Cells   [][]string `yaml:"cells"`
}

// Entries tells how the entries of organisations are printed: under Headings
// where there are any, else each opens with its name and a colon.
type Entries struct {
	Kind     Kind              `yaml:"kind"`
	Part     string            `yaml:"part"` // the part that holds them; "" for the whole document
	Last     int               `yaml:"last"` // how many there are; 0: not checked
	Slugs    map[string]string `yaml:"slugs"`
	Headings []EntryHeading    `yaml:"headings"`
}

// EntryHeading is a heading that stands over an organisation's entry.
type EntryHeading struct {
	Heading      string `yaml:"heading"`
	Also         string `yaml:"also"` // a second heading that follows the first
	Organisation string `yaml:"organisation"`
	Remark       string `yaml:"remark"`
}

// Exclusion is text that is no part of any passage, and why.
type Exclusion struct {
	Text   string `yaml:"text"`
	Reason string `yaml:"reason"`
}

// Organisations tells which organisations a document names besides those that
// are known anyway, and what looks like the name of one and is none in it.
type Organisations struct {
	Also  []Organisation `yaml:"also"`
	Masks []string       `yaml:"masks"`
}

// Organisation is an organisation with the names by which a document knows it.
// Names count in the case in which they are written.
type Organisation struct {
	Slug         string   `yaml:"slug"` // the abbreviation in small letters, else the name
	Name         string   `yaml:"name"`
	Abbreviation string   `yaml:"abbreviation"`
	Forms        []string `yaml:"forms"` // further names
}
