package draft

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"socsearch/sources/blocks"
)

// quote is a stretch in quotation marks, or one that is set apart. Offsets are
// bytes in the draft's text.
type quote struct {
	start, end           int // without its marks
	outerStart, outerEnd int // with them
	block                int // index of the block in which it begins
	lastBlock            int
	apart                bool // a block quotation
	sure                 bool // … by its mark or style, not by an indent alone
}

// closers are the marks that close what each opens, the likeliest first.
var closers = map[rune]string{
	'“': `”"`, '„': `“”"`, '«': `»`, '»': `«`, '"': `"”`, '”': `”`, '‟': `”`, '＂': `＂`,
	'‘': `’'`, '‚': `‘’'`, '‹': `›`, '›': `‹`, '\'': `'’`,
}

// maxLength is how far a quotation's end is looked for in a block, in bytes.
const maxLength = 30_000

// maxGoesOn is how many blocks further a quotation may close.
const maxGoesOn = 6

// finder finds the quotations of a draft.
type finder struct {
	doc *blocks.Document
	// known reports whether words stand in the documents as they are: it decides
	// which of several marks closes a quotation.
	known  func(string) bool
	done   func() bool // reports whether nobody waits for the answer any more
	quotes []quote
}

func (f *finder) find() []quote {
	for i := 0; i < len(f.doc.Blocks); i++ {
		b := f.doc.Blocks[i]
		if b.Kind == blocks.Quotation || b.Kind == blocks.Indented {
			i = f.apart(i)
			continue
		}
		f.inline(i, b.Start)
	}
	return f.quotes
}

// apart takes a block quotation with the blocks that go on with it; if all of it
// stands in marks, the quotation is the words inside them. It returns the last
// block.
func (f *finder) apart(i int) int {
	first, last := i, i
	kind := f.doc.Blocks[i].Kind
	for last+1 < len(f.doc.Blocks) && f.doc.Blocks[last+1].Kind == kind && !f.endsWithReference(last) {
		last++
	}
	start, end := f.doc.Blocks[first].Start, f.doc.Blocks[last].End
	q := quote{block: first, lastBlock: last, apart: true, sure: kind == blocks.Quotation}
	q.outerStart, q.outerEnd = start, end
	text := f.doc.Text[start:end]
	lead := len(text) - len(strings.TrimLeft(text, "> \t\r\n\u00a0"))
	q.start, q.end = start+lead, end
	if open, size := utf8.DecodeRuneInString(text[lead:]); closers[open] != "" && open != '\'' && open != '’' {
		n := len(f.quotes)
		f.inline(first, start)
		if len(f.quotes) > n && f.quotes[n].start == q.start+size {
			rest := strings.TrimLeft(f.doc.Text[f.quotes[n].outerEnd:end], " .,;\n>")
			if rest == "" || tail.MatchString(rest) {
				f.quotes = f.quotes[:n+1]
				return last
			}
		}
		f.quotes = f.quotes[:n]
	}
	if q.start < q.end {
		f.quotes = append(f.quotes, q)
	}
	return last
}

// tail is a reference after a block quotation: in brackets, after a dash, or on a
// line of its own.
var tail = regexp.MustCompile(`^(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\d[^\[\]]*\]|[—–-]\s?[^.!?]{2,250})\.?\s*$`)

func (f *finder) endsWithReference(i int) bool {
	b := f.doc.Blocks[i]
	text := f.doc.Text[b.Start:b.End]
	at := strings.LastIndexAny(text, "([—–")
	return at >= 0 && (tail.MatchString(text[at:]) && digit.MatchString(text[at:]))
}

var digit = regexp.MustCompile(`\d`)

// inline takes the quotations in marks of a block, from a place in it on.
func (f *finder) inline(i, from int) {
	b := f.doc.Blocks[i]
	for at := from; at < b.End; {
		r, size := utf8.DecodeRuneInString(f.doc.Text[at:])
		if closers[r] == "" || !f.opens(r, at, b.Start) {
			at += size
			continue
		}
		if f.done() {
			return
		}
		end, last := f.closing(r, at, i)
		if end < 0 {
			at += size
			continue
		}
		_, width := utf8.DecodeRuneInString(f.doc.Text[end:])
		q := quote{start: at + size, end: end, outerStart: at, outerEnd: end + width, block: i, lastBlock: last}
		q.trim(f.doc.Text)
		if q.start < q.end {
			f.quotes = append(f.quotes, q)
		}
		at = end + width
		if last > i {
			for i < last {
				i++
			}
			b = f.doc.Blocks[i]
			b.End = min(b.End, f.doc.Blocks[i].End)
		}
	}
}

// trim leaves out white space at the ends.
func (q *quote) trim(s string) {
	inner := s[q.start:q.end]
	q.start += len(inner) - len(strings.TrimLeftFunc(inner, unicode.IsSpace))
	q.end -= len(inner) - len(strings.TrimRightFunc(inner, unicode.IsSpace))
	q.end = max(q.end, q.start)
}

// opens reports whether a mark opens a quotation there.
func (f *finder) opens(r rune, at, start int) bool {
	before, _ := utf8.DecodeLastRuneInString(f.doc.Text[start:at])
	if at == start {
		before = ' '
	}
	after, _ := utf8.DecodeRuneInString(f.doc.Text[at+utf8.RuneLen(r):])
	free := unicode.IsSpace(before) || strings.ContainsRune("([{—–-/>*_…“‘«\"'„‚:", before)
	switch r {
	case '“', '„', '«', '‹', '‟':
		return true
	case '‘', '‚':
		return free
	case '»', '›':
		return free && !unicode.IsSpace(after)
	case '”':
		return free && (unicode.IsLetter(after) || after == '[')
	}
	return free && !unicode.IsSpace(after) && after != utf8.RuneError
}

// closing finds the mark that closes a quotation which opens in block i: where it
// is, and in which block; -1 if there is none.
func (f *finder) closing(open rune, at, i int) (end, block int) {
	for _, closer := range closers[open] {
		if end, block := f.closingBy(open, closer, at, i); end >= 0 {
			return end, block
		}
	}
	return -1, 0
}

func (f *finder) closingBy(open, closer rune, at, i int) (end, block int) {
	from := at + utf8.RuneLen(open)
	for block = i; block < len(f.doc.Blocks) && block <= i+maxGoesOn; block++ {
		b := f.doc.Blocks[block]
		if block > i {
			if b.Kind != f.doc.Blocks[i].Kind && b.Kind != blocks.ListItem && b.Kind != blocks.Paragraph || b.Note != f.doc.Blocks[i].Note {
				return -1, 0
			}
			from = b.Start
			lead := strings.TrimLeft(f.doc.Text[b.Start:b.End], " \t>")
			r, size := utf8.DecodeRuneInString(lead)
			switch {
			case r == open: // each paragraph of a long quotation opens anew
				from = b.End - len(lead) + size
			case open == '\'' || open == '‘':
				return -1, 0
			}
		}
		if end := f.closingIn(open, closer, from, min(b.End, from+maxLength), at+utf8.RuneLen(open)); end >= 0 {
			return end, block
		}
		if block > i && f.opensAnew(open, from, b.End) {
			return -1, 0
		}
	}
	return -1, 0
}

// opensAnew reports whether a quotation opens in a stretch: then the one before it
// was never closed.
func (f *finder) opensAnew(open rune, from, end int) bool {
	return open != '"' && strings.ContainsRune(f.doc.Text[from:end], open)
}

// closingIn finds the mark that closes a quotation between two places; the
// quotation began at start.
func (f *finder) closingIn(open, closer rune, from, end, start int) int {
	single := closer == '\'' || closer == '’'
	depth := 0
	var candidates []int
	for at := from; at < end; {
		r, size := utf8.DecodeRuneInString(f.doc.Text[at:])
		before, _ := utf8.DecodeLastRuneInString(f.doc.Text[:at])
		after, _ := utf8.DecodeRuneInString(f.doc.Text[at+size:])
		if at+size >= end {
			after = ' '
		}
		inWord := isWord(before) && isWord(after)
		switch {
		case r == closer && depth > 0 && !inWord:
			depth--
		case r == closer && f.closes(r, open, before, after):
			if !single {
				return at
			}
			candidates = append(candidates, at)
		case r == open && open != closer && (open != '‘' || !isWord(before)):
			if single && len(candidates) > 0 {
				return f.choose(candidates, start)
			}
			depth++
		case r == open && open == '\'' && len(candidates) > 0 && unicode.IsSpace(before) && isWord(after):
			return f.choose(candidates, start)
		case single && (r == '“' || r == '"' && !isWord(before)):
			if len(candidates) == 0 {
				if inner, _ := f.innerEnd(r, at+size, end); inner > 0 {
					at = inner
					continue
				}
			}
		}
		at += size
	}
	if len(candidates) > 0 {
		return f.choose(candidates, start)
	}
	return -1
}

// innerEnd passes over a quotation inside another.
func (f *finder) innerEnd(open rune, from, end int) (int, bool) {
	closer := '”'
	if open == '"' {
		closer = '"'
	}
	at := strings.IndexRune(f.doc.Text[from:end], closer)
	if at < 0 {
		return 0, false
	}
	return from + at + utf8.RuneLen(closer), true
}

// closes reports whether a mark can close a quotation where it stands.
func (f *finder) closes(r, open, before, after rune) bool {
	switch r {
	case '"':
		return !isWord(after) && (!unicode.IsSpace(before) || !isWord(after) && !strings.ContainsRune("([", after))
	case '\'', '’':
		return !isWord(after) && !unicode.IsSpace(before)
	case '‘', '“':
		return !unicode.IsSpace(before) || open == '„'
	}
	return true
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// choose takes, of the marks that may close a quotation or be an apostrophe after
// a plural ("the agencies’ work"), the one that the documents' words tell, else
// the first that is no such apostrophe.
func (f *finder) choose(candidates []int, start int) int {
	if len(candidates) == 1 {
		return candidates[0]
	}
	const most = 6
	for i := len(candidates[:min(most, len(candidates))]) - 1; i >= 0; i-- {
		if words := f.doc.Text[start:candidates[i]]; strings.Count(words, " ") > 1 && f.known(words) {
			return candidates[i]
		}
	}
	for i, at := range candidates {
		_, size := utf8.DecodeRuneInString(f.doc.Text[at:])
		rest := f.doc.Text[at+size:]
		possessive := at > 0 && f.doc.Text[at-1] == 's' && lowerWord.MatchString(rest)
		if !possessive || i == len(candidates)-1 {
			return at
		}
	}
	return candidates[0]
}

var lowerWord = regexp.MustCompile(`^\s\p{Ll}`)
