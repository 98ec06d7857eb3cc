package split

import (
	"fmt"

	"socsearch/sources/document"
)

// Result is what a document's text was split into.
type Result struct {
	Pages int // of a PDF; 0 of other files
	// Passages in reading order. Labels of entries, tags, and the links to the
	// passages before and after are not set yet.
	Passages []document.Passage
	Contents []*document.Heading
	Account  Account
	// Unread counts the characters of a PDF that aren't in the account, by reason:
	// covered, rotated and so on. Nil for a text file.
	Unread map[string]int
	// Read is all that was read, a line for each line of the file or the page.
	Read string
	// Doubts are what a person should look at, a sentence each.
	Doubts []string
}

// splitter holds what the steps share while one document is split.
type splitter struct {
	manifest *document.Manifest
	ledger   *ledger
	outline  []*heading          // flat, in reading order
	notes    []document.Footnote // in order of their numbers, from 1
	marks    map[int]mark        // by the place where they begin
	words    vocabulary
}

// Split splits a document's text into passages. It fails, naming the line or
// both values, where the text does not hold what the manifest describes or
// holds something that nothing describes.
func Split(m *document.Manifest, text string) (*Result, error) {
	s := newSplitter(m, text)
	lines, err := s.paginate(cutLines(s.ledger.text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", m.File, err)
	}
	s.words = newVocabulary(lines)
	if lines, err = s.takeFootnotes(s.exclude(lines)); err != nil {
		return nil, fmt.Errorf("%s: %w", m.File, err)
	}
	units, err := s.cutUnits(lines)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", m.File, err)
	}
	result, err := s.result(units)
	if err == nil {
		err = s.checkCounts(result, units)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", m.File, err)
	}
	return result, nil
}

func newSplitter(m *document.Manifest, text string) *splitter {
	return &splitter{manifest: m, ledger: newLedger(text), outline: flatten(m.Outline), marks: map[int]mark{}}
}

// exclude books what the manifest leaves out, each the first time it stands in
// the text on lines of its own, and blanks it.
func (s *splitter) exclude(lines []line) []line {
	for _, e := range s.manifest.LeaveOut {
		for i := range lines {
			n := matchLines(lines[i:], e.Text)
			for j := i; j < i+n; j++ {
				s.ledger.settle(lines[j].from, lines[j].to, e.Reason)
				lines[j].blank, lines[j].text = true, ""
			}
			if n > 0 {
				break
			}
		}
	}
	return lines
}

// flatten lists an outline's headings in reading order.
func flatten(outline []*document.Outline) []*heading {
	var flat []*heading
	var walk func(nodes []*document.Outline, parent *heading)
	walk = func(nodes []*document.Outline, parent *heading) {
		for _, o := range nodes {
			h := &heading{Outline: o, level: 1, parent: parent}
			if parent != nil {
				h.level = parent.level + 1
			}
			h.node = &document.Heading{Heading: o.Heading, Level: h.level, Page: document.OptionalInt(o.Page), Children: []*document.Heading{}}
			if parent != nil {
				parent.node.Children = append(parent.node.Children, h.node)
			}
			flat = append(flat, h)
			walk(o.Children, h)
		}
	}
	walk(outline, nil)
	return flat
}

// part returns the slug of the part that the heading belongs to.
func (h *heading) part() string {
	for ; h != nil; h = h.parent {
		if h.Part != "" {
			return h.Part
		}
	}
	return ""
}

// objective returns the objective that the heading belongs to; 0 for none.
func (h *heading) objective() int {
	for ; h != nil; h = h.parent {
		if h.Objective != 0 {
			return h.Objective
		}
	}
	return 0
}

// path lists the headings from the outermost down to this one.
func (h *heading) path() []string {
	if h == nil {
		return []string{}
	}
	return append(h.parent.path(), h.Heading)
}
