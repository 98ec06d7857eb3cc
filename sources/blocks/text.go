package blocks

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// DecodeText turns bytes into a text: UTF-8, UTF-16 with a byte order mark, or
// else Windows-1252, as Word saves plain text.
func DecodeText(data []byte) (string, error) {
	if len(data) >= 2 && (data[0] == 0xff && data[1] == 0xfe || data[0] == 0xfe && data[1] == 0xff) {
		decoded, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", Errorf("the text isn’t UTF-16, though it begins with its mark: save it as UTF-8")
		}
		data = decoded
	}
	for _, c := range data {
		if c == 0 {
			return "", Errorf("this isn’t a text: it holds bytes of zero. Save it as plain text, HTML, .docx or .odt")
		}
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", Errorf("the text is neither UTF-8 nor Windows-1252: save it as UTF-8")
	}
	return string(decoded), nil
}

var (
	// noteLine begins a note after a text: "[3] See …", "3. HM Government …", "³ …", "[^3]: …".
	noteLine = regexp.MustCompile(`^\s*(?:\[\^?(\d{1,3})\]:?|(\d{1,3})[.)]?|([⁰¹²³⁴-⁹]{1,3}))\s+\S`)
	// noteMark is its mark in the text.
	noteMark = regexp.MustCompile(`\[\^?(\d{1,3})\]|([⁰¹²³⁴-⁹]{1,3})|\^(\d{1,3})\b`)
	// markedNote begins a note by a mark that nothing else begins with.
	markedNote = regexp.MustCompile(`^\s*(?:\[\^?\d{1,3}\]:?|[⁰¹²³⁴-⁹]{1,3})\s+\S`)
	listMark   = regexp.MustCompile(`^\s*(?:[-*•◦▪–]|\d{1,3}[.)]|\(?[a-z]{1,3}\))\s+`)
	heading    = regexp.MustCompile(`^\s*#{1,6}\s`)
)

// ReadText reads plain text. Its Text is the text itself; blank lines end blocks,
// lines that begin with ">" or are indented are set apart.
func ReadText(s string) *Document {
	d := &Document{Text: s}
	for _, l := range lines(s) {
		d.addLine(l)
	}
	d.findNotes()
	return d
}

type line struct {
	start, end int
	kind       Kind // "" for a blank line
	begins     bool // a block begins here whatever came before
}

func lines(s string) []line {
	var list []line
	for start := 0; start < len(s); {
		end := strings.IndexByte(s[start:], '\n')
		if end < 0 {
			end = len(s)
		} else {
			end += start
		}
		list = append(list, newLine(s, start, end))
		start = end + 1
	}
	return list
}

func newLine(s string, start, end int) line {
	text := s[start:end]
	l := line{start: start, end: start + len(strings.TrimRight(text, " \t\r")), kind: Paragraph}
	trimmed := strings.TrimSpace(text)
	indent := strings.ReplaceAll(text[:len(text)-len(strings.TrimLeft(text, " \t\u00a0"))], "\t", "    ")
	switch {
	case trimmed == "" || strings.Trim(trimmed, "-=*_") == "":
		l.kind = ""
	case trimmed[0] == '>':
		l.kind = Quotation
		if strings.Trim(trimmed, "> ") == "" {
			l.kind = ""
		}
	case markedNote.MatchString(text):
		l.begins = true
	case listMark.MatchString(text):
		l.kind, l.begins = ListItem, true
	case heading.MatchString(text):
		l.kind, l.begins = Heading, true
	case len(indent) >= 3:
		l.kind = Indented
	}
	return l
}

func (d *Document) addLine(l line) {
	n := len(d.Blocks)
	blank := n == 0 || strings.Count(d.Text[d.Blocks[n-1].End:l.start], "\n") > 1
	if l.kind == "" {
		return
	}
	if !blank && !l.begins {
		last := &d.Blocks[n-1]
		goesOn := last.Kind == l.kind || last.Kind == ListItem && l.kind == Indented || last.Kind == ListItem && l.kind == Paragraph
		if last.Kind == Paragraph && l.kind == Indented && !strings.HasSuffix(d.Text[last.Start:last.End], ":") {
			goesOn = true // a line that happens to be indented
		}
		if goesOn {
			last.End = l.end
			return
		}
	}
	if !blank && l.begins && l.kind == ListItem && d.Blocks[n-1].Kind != ListItem && !isNoteStart(d.Text[l.start:l.end]) && !strings.HasSuffix(d.Text[d.Blocks[n-1].Start:d.Blocks[n-1].End], ":") {
		// "79. …" may be the rest of a sentence that a line's end broke
		if c := strings.TrimSpace(d.Text[l.start:l.end])[0]; c >= '0' && c <= '9' {
			d.Blocks[n-1].End = l.end
			return
		}
	}
	d.Blocks = append(d.Blocks, Block{Kind: l.kind, Start: l.start, End: l.end})
}

func isNoteStart(s string) bool {
	return noteLine.MatchString(s) && strings.HasPrefix(strings.TrimSpace(s), "[")
}

// findNotes turns the numbered blocks at the end into notes, where the text before
// them has marks of these numbers.
func (d *Document) findNotes() {
	marks := map[string][]Mark{}
	for _, at := range noteMark.FindAllStringSubmatchIndex(d.Text, -1) {
		number := digits(d.Text[at[0]:at[1]])
		marks[number] = append(marks[number], Mark{number, at[0], at[1]})
	}
	first := len(d.Blocks)
	numbers := map[string]int{}
	for i := len(d.Blocks) - 1; i >= 0; i-- {
		number := noteNumber(d.Text[d.Blocks[i].Start:d.Blocks[i].End])
		if number == "" || !hasMarkBefore(marks[number], d.Blocks[i].Start) {
			break
		}
		first = i
		numbers[number] = i
	}
	for i := first; i < len(d.Blocks); i++ {
		b := &d.Blocks[i]
		b.Kind, b.Note = Note, noteNumber(d.Text[b.Start:b.End])
	}
	for _, at := range noteMark.FindAllStringSubmatchIndex(d.Text, -1) {
		number := digits(d.Text[at[0]:at[1]])
		if i, ok := numbers[number]; ok && at[0] < d.Blocks[first].Start && i >= first {
			d.Marks = append(d.Marks, Mark{number, at[0], at[1]})
		}
	}
}

func hasMarkBefore(marks []Mark, at int) bool { return len(marks) > 0 && marks[0].At < at }

func noteNumber(s string) string {
	m := noteLine.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	return digits(m[1] + m[2] + m[3])
}

// digits reads a number in ordinary or raised digits.
func digits(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case r == '¹':
			b.WriteByte('1')
		case r == '²' || r == '³':
			b.WriteRune(r - '²' + '2')
		case r >= '⁰' && r <= '⁹':
			b.WriteRune(r - '⁰' + '0')
		}
	}
	return b.String()
}
