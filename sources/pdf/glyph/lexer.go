package glyph

import "bytes"

// kind tells what an operand is.
type kind byte

const (
	numberKind kind = iota + 1
	stringKind
	nameKind
	arrayKind
	dictKind // its list holds keys and values in turn
	otherKind
)

// operand is a value in a content stream or a CMap.
type operand struct {
	kind   kind
	number float64
	text   []byte // of a string or a name
	list   []operand
}

// Bounds on what a stream may make the lexer hold.
const (
	maxOperands = 1 << 16 // of one operator, counting those in arrays; further ones are left out
	maxNesting  = 32      // of arrays and dictionaries; what lies deeper is left out
)

// lexer cuts a content stream, or a CMap, into operators with their operands.
// It never fails: a byte that can't be there is skipped, as viewers do.
//
// The library's own Interpret isn't used, since it gives up the rest of a page
// at an inline image or at a backslash before an ordinary letter.
type lexer struct {
	data []byte
	at   int
	held int // operands of the operator under way
}

// operation returns the next operator and its operands, which are good until
// the next call. At the end the operator is "".
func (l *lexer) operation(args []operand) (string, []operand) {
	args, l.held = args[:0], 0
	for {
		l.skipSpace()
		if l.at >= len(l.data) {
			return "", nil
		}
		if c := l.data[l.at]; isRegular(c) && !startsNumber(c) {
			word := l.word()
			switch word {
			case "true", "false", "null":
				args = l.hold(args, operand{kind: otherKind})
			default:
				return word, args
			}
			continue
		}
		if o, ok := l.operand(0); ok {
			args = l.hold(args, o)
		}
	}
}

func (l *lexer) hold(to []operand, o operand) []operand {
	if l.held >= maxOperands {
		return to
	}
	l.held++
	return append(to, o)
}

// operand reads a value that isn't a word. It always moves on.
func (l *lexer) operand(depth int) (operand, bool) {
	c := l.data[l.at]
	switch {
	case c == '(':
		return operand{kind: stringKind, text: l.literal()}, true
	case c == '<' && l.peek(1) == '<':
		l.at += 2
		return operand{kind: dictKind, list: l.list('>', depth+1)}, depth < maxNesting
	case c == '<':
		return operand{kind: stringKind, text: l.hex()}, true
	case c == '/':
		return operand{kind: nameKind, text: l.name()}, true
	case c == '[':
		l.at++
		return operand{kind: arrayKind, list: l.list(']', depth+1)}, depth < maxNesting
	case isRegular(c):
		return operand{kind: numberKind, number: number(l.word())}, true
	}
	l.at++ // a stray ) ] } or >
	return operand{}, false
}

// list reads values up to the closing byte, which stands twice for a
// dictionary.
func (l *lexer) list(closing byte, depth int) []operand {
	var list []operand
	for {
		l.skipSpace()
		if l.at >= len(l.data) {
			return list
		}
		c := l.data[l.at]
		if c == closing {
			l.at++
			if closing == '>' && l.peek(0) == '>' {
				l.at++
			}
			return list
		}
		if depth > maxNesting && (c == '[' || c == '<') {
			l.at++ // don't go down further: hostile files nest by the million
			continue
		}
		if isRegular(c) && !startsNumber(c) {
			l.word()
			list = l.hold(list, operand{kind: otherKind})
			continue
		}
		if o, ok := l.operand(depth); ok {
			list = l.hold(list, o)
		}
	}
}

func (l *lexer) peek(ahead int) byte {
	if l.at+ahead < len(l.data) {
		return l.data[l.at+ahead]
	}
	return 0
}

func (l *lexer) skipSpace() {
	for l.at < len(l.data) {
		c := l.data[l.at]
		switch {
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		case isSpace(c):
			l.at++
		default:
			return
		}
	}
}

func (l *lexer) word() string {
	from := l.at
	for l.at < len(l.data) && isRegular(l.data[l.at]) {
		l.at++
	}
	return string(l.data[from:l.at])
}

// skipImage passes over the data of an inline image, whose "ID" was just read.
// It ends at an "EI" that stands alone and isn't followed by binary data.
func (l *lexer) skipImage() {
	for l.at < len(l.data) {
		i := bytes.Index(l.data[l.at:], []byte("EI"))
		if i < 0 {
			l.at = len(l.data)
			return
		}
		start := l.at + i
		l.at = start + 2
		if start > 0 && isSpace(l.data[start-1]) && !isRegular(l.peek(0)) && plain(l.data[l.at:min(l.at+16, len(l.data))]) {
			return
		}
	}
}

// plain reports whether bytes can be the text of a content stream.
func plain(b []byte) bool {
	for _, c := range b {
		if c >= 0x7f || c < ' ' && !isSpace(c) {
			return false
		}
	}
	return true
}
