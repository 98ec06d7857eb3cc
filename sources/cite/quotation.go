package cite

import (
	"html"
	"slices"
	"strings"
	"unicode"

	"socsearch/sources/document"
)

// quotation is the words of one pin: a passage's text or a footnote's.
type quotation struct {
	text      string
	footnotes []document.Footnote
	gap       bool // it doesn't follow what was quoted before it
}

// quotations are the words of every pin of a work.
func quotations(w Work) []quotation {
	var list []quotation
	for i, pin := range w.Pins {
		p := pin.Passage
		q := quotation{text: p.Text, footnotes: p.Footnotes}
		if pin.Footnote != "" {
			q = quotation{text: footnoteText(p, pin.Footnote)}
		}
		if i > 0 {
			before := w.Pins[i-1]
			q.gap = before.Footnote != "" || pin.Footnote != "" || string(before.Passage.Next) != p.ID
		}
		list = append(list, q)
	}
	return list
}

func footnoteText(p *document.Passage, number string) string {
	at := slices.IndexFunc(p.Footnotes, func(f document.Footnote) bool { return f.Number == number })
	if at < 0 {
		return ""
	}
	return p.Footnotes[at].Text
}

// exchangeMarks writes other quotation marks for each pair of marks in a text,
// and leaves apostrophes and marks without a fellow as they are. All four marks
// are one code point each, so offsets stay true.
func exchangeMarks(s string, open, end, newOpen, newEnd rune) string {
	runes := []rune(s)
	for i := 0; i < len(runes); i++ {
		if runes[i] != open {
			continue
		}
		if j := closing(runes, i, end); j > 0 {
			runes[i], runes[j] = newOpen, newEnd
			i = j
		}
	}
	return string(runes)
}

// closing finds the mark that closes a quotation: the next that isn't an
// apostrophe inside a word. 0 if there is none.
func closing(runes []rune, from int, end rune) int {
	for i := from + 1; i < len(runes); i++ {
		inWord := i+1 < len(runes) && (unicode.IsLetter(runes[i+1]) || unicode.IsDigit(runes[i+1]))
		if runes[i] == end && !inWord {
			return i
		}
	}
	return 0
}

// marked is a text cut at the marks of its footnotes.
type marked []markedPiece

type markedPiece struct {
	text string
	mark string // number of the footnote whose mark follows; "" for none
}

// marked cuts the text at its footnotes' marks, or not at all.
func (q quotation) marked(footnotes bool) marked {
	if !footnotes {
		return marked{{text: q.text}}
	}
	var pieces marked
	runes, done := []rune(q.text), 0
	for _, f := range q.footnotes {
		at := min(max(f.At, done), len(runes))
		pieces = append(pieces, markedPiece{string(runes[done:at]), f.Number})
		done = at
	}
	return append(pieces, markedPiece{text: string(runes[done:])})
}

var superscripts = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// text writes marks as small raised digits.
func (m marked) text() string {
	return m.write(func(s string) string { return s }, superscripts.Replace)
}

// html writes line breaks as such.
func (m marked) html() string {
	return strings.ReplaceAll(m.escaped(), "\n", "<br>")
}

func (m marked) escaped() string {
	return m.write(html.EscapeString, func(n string) string { return "<sup>" + html.EscapeString(n) + "</sup>" })
}

func (m marked) write(text, mark func(string) string) string {
	var b strings.Builder
	for i, p := range m {
		b.WriteString(text(p.text))
		if p.mark != "" {
			if i > 0 && p.text == "" {
				b.WriteString(" ") // two marks in one place, as those of notes 11 and 12
			}
			b.WriteString(mark(p.mark))
		}
	}
	return b.String()
}

// bullet begins a line that is an item of a list.
const bullet = "• "

// paragraphs writes each line as an HTML paragraph, bullets as a list.
func (m marked) paragraphs() string {
	var b strings.Builder
	list := false
	for _, line := range strings.Split(m.escaped(), "\n") {
		item, found := strings.CutPrefix(line, bullet)
		if found != list {
			b.WriteString(map[bool]string{true: "<ul>", false: "</ul>"}[found])
			list = found
		}
		if found {
			b.WriteString("<li>" + item + "</li>")
		} else {
			b.WriteString("<p>" + line + "</p>")
		}
	}
	if list {
		b.WriteString("</ul>")
	}
	return b.String()
}
