package split

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"socsearch/sources/document"
)

// A running head is a title and a page number, at least two spaces apart.
var (
	headThenNumber = regexp.MustCompile(`^(\S.*?)\s{2,}(\d{1,4})$`)
	numberThenHead = regexp.MustCompile(`^(\d{1,4})\s{2,}(\S.*)$`)
)

// paginate gives every line its printed page and takes out running heads and
// the letters of sideways figures.
func (s *splitter) paginate(lines []line) ([]line, error) {
	rule := s.manifest.Pages
	if rule == nil {
		return lines, nil
	}
	page := rule.First
	body := lines[:0]
	for i, l := range lines {
		if head, number, ok := s.runningHead(l); ok {
			page = nextPage(page, rule)
			if number != page {
				return nil, fmt.Errorf("line %d: the running head says page %d, but counting page starts gives %d: mend pages.blank or pages.not_starts",
					s.ledger.lineNumber(l.from), number, page)
			}
			s.settleRunningHead(l, head)
			// What follows starts the page; the head counts as a blank line.
			l = line{blank: true, page: page, pageStart: true}
		} else if i == 0 {
			l.pageStart = true
		} else if !slices.Contains(rule.Rotated, page) && marksStart(l) {
			if startsWithAny(l.text, rule.NotStarts) {
				l.blankBefore = true // there was a picture
			} else {
				page = nextPage(page, rule)
				l.pageStart = true
			}
		}
		l.page = page
		if !l.blank && slices.Contains(rule.Rotated, page) {
			s.ledger.settle(l.from, l.to, SidewaysFigure)
			l.blank = true
		}
		body = append(body, l)
	}
	if page != rule.Last {
		return nil, fmt.Errorf("the text ends on page %d, but the manifest's pages.last is %d", page, rule.Last)
	}
	return settlePageStarts(body), nil
}

// settlePageStarts moves each page start to the first line of the page that
// isn't blank.
func settlePageStarts(lines []line) []line {
	pending := false
	for i := range lines {
		pending = pending || lines[i].pageStart
		lines[i].pageStart = pending && !lines[i].blank
		if !lines[i].blank {
			pending = false
		}
	}
	return lines
}

// marksStart reports whether a line is marked as the first of a page, or after a
// picture: by a space before it, which bullets have on every line and twice
// there.
func marksStart(l line) bool {
	return !l.blank && l.leading > 0 && (!isBullet(l.text) || l.leading > 1)
}

func startsWithAny(s string, beginnings []string) bool {
	return slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(s, b) })
}

func nextPage(page int, rule *document.Pages) int {
	for page++; slices.Contains(rule.Blank, page); page++ {
	}
	return page
}

// runningHead reads a line as a running head: the document's title or the
// heading of one of its parts, with the page's number before or after it.
func (s *splitter) runningHead(l line) (head string, page int, ok bool) {
	if l.blank {
		return "", 0, false
	}
	raw := string(s.ledger.text[l.from:l.to])
	number := ""
	if m := headThenNumber.FindStringSubmatch(raw); m != nil {
		head, number = m[1], m[2]
	} else if m := numberThenHead.FindStringSubmatch(raw); m != nil {
		number, head = m[1], m[2]
	} else {
		return "", 0, false
	}
	isHead := normalise(head) == s.manifest.Title
	for _, o := range s.manifest.Outline {
		isHead = isHead || normalise(head) == o.Heading
	}
	fmt.Sscan(number, &page)
	return head, page, isHead
}

func (s *splitter) settleRunningHead(l line, head string) {
	raw := string(s.ledger.text[l.from:l.to])
	at := l.from + len([]rune(raw[:strings.Index(raw, head)]))
	end := at + len([]rune(head))
	s.ledger.settle(l.from, at, PageNo)
	s.ledger.settle(at, end, RunningHead)
	s.ledger.settle(end, l.to, PageNo)
}
