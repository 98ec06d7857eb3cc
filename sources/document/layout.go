package document

import "fmt"

// Layout overrides what is worked out from the typography of a PDF. A field that
// is absent leaves it as it is; `indexer -inspect` prints them all, as worked
// out. Pages are those of the file, counted from 1; lengths are points.
type Layout struct {
	BodySize float64 `yaml:"body_size"` // of the letters of ordinary text
	// NumberLeft is where the numbers of paragraphs begin, from the left edge of
	// the page.
	NumberLeft float64 `yaml:"number_left"`
	// PageOffset is how many pages of the file come before printed page 1:
	// printed page = page of the file − PageOffset.
	PageOffset *int `yaml:"page_offset"`
	// Footnotes is "none" where small numbered lines at the foot of a page are
	// text, "" to work it out.
	Footnotes string `yaml:"footnotes"`
	// Running lists running heads and feet, with # for each run of digits.
	Running []string `yaml:"running"`
	// Keep lists pages that have text although they look like front matter.
	Keep []int `yaml:"keep_pages"`
	// LeaveOut lists pages that have none.
	LeaveOut []PageRange   `yaml:"leave_out_pages"`
	Headings []HeadingRule `yaml:"headings"`
	Restarts []Restart     `yaml:"restarts"`
}

// flows reports whether nothing is overridden but what a file without pages has.
func (l *Layout) flows() bool {
	return l.BodySize == 0 && l.NumberLeft == 0 && l.PageOffset == nil && l.Footnotes == "" && len(l.Running)+len(l.Keep)+len(l.LeaveOut) == 0
}

// PageRange is pages of a PDF that hold no passage, and why.
type PageRange struct {
	From   int    `yaml:"from"`
	To     int    `yaml:"to"` // 0: From alone
	Reason string `yaml:"reason"`
}

// HeadingRule tells what level a heading has.
type HeadingRule struct {
	Text  string `yaml:"text"`  // as printed, its lines joined by spaces
	Level int    `yaml:"level"` // 1 is the outermost; 0: it is no heading
	Page  int    `yaml:"page"`  // 0: wherever it stands
}

// Restart names the paragraphs whose numbers begin anew under a heading.
type Restart struct {
	Heading string `yaml:"heading"`
	Anchor  string `yaml:"anchor"` // "conclusions" gives conclusions-1
}

// FootnotesNone is the value of Layout.Footnotes for a document without any.
const FootnotesNone = "none"

func (l *Layout) check() error {
	if l.Footnotes != "" && l.Footnotes != FootnotesNone {
		return fmt.Errorf("layout.footnotes %q is unknown: use %q, or leave it out", l.Footnotes, FootnotesNone)
	}
	for _, r := range l.LeaveOut {
		switch {
		case r.From < 1 || r.To != 0 && r.To < r.From:
			return fmt.Errorf("layout.leave_out_pages: from %d to %d is no range of pages", r.From, r.To)
		case r.Reason == "":
			return fmt.Errorf("layout.leave_out_pages: the pages from %d on need a reason", r.From)
		}
	}
	for _, r := range l.Restarts {
		if r.Anchor == "" || r.Anchor != Slug(r.Anchor) {
			return fmt.Errorf("layout.restarts: anchor %q may hold only a-z, 0-9 and hyphens", r.Anchor)
		}
	}
	return nil
}
