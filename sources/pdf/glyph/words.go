package glyph

import (
	"bytes"
	"math"
	"strconv"
)

func (l *lexer) name() []byte {
	l.at++
	from := l.at
	for l.at < len(l.data) && isRegular(l.data[l.at]) {
		l.at++
	}
	raw := l.data[from:l.at]
	if !bytes.ContainsRune(raw, '#') {
		return raw
	}
	var out []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && unhex(raw[i+1]) >= 0 && unhex(raw[i+2]) >= 0 {
			out = append(out, byte(unhex(raw[i+1])<<4|unhex(raw[i+2])))
			i += 2
			continue
		}
		out = append(out, raw[i])
	}
	return out
}

func (l *lexer) hex() []byte {
	l.at++
	var out []byte
	high := -1
	for ; l.at < len(l.data) && l.data[l.at] != '>'; l.at++ {
		x := unhex(l.data[l.at])
		switch {
		case x < 0:
		case high < 0:
			high = x
		default:
			out = append(out, byte(high<<4|x))
			high = -1
		}
	}
	l.at++
	if high >= 0 {
		out = append(out, byte(high<<4))
	}
	return out
}

// literal reads a string in round brackets.
func (l *lexer) literal() []byte {
	l.at++
	var out []byte
	for depth := 1; l.at < len(l.data); {
		c := l.data[l.at]
		l.at++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return out
			}
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	return out
}

var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

// escape reads what follows a backslash. One before an ordinary letter counts
// for nothing (ISO 32000-1, 7.3.4.2).
func (l *lexer) escape(out []byte) []byte {
	c := l.peek(0)
	l.at++
	switch {
	case c >= '0' && c <= '7':
		x := int(c - '0')
		for i := 0; i < 2 && l.peek(0) >= '0' && l.peek(0) <= '7'; i++ {
			x = x*8 + int(l.peek(0)-'0')
			l.at++
		}
		return append(out, byte(x))
	case c == '\r':
		if l.peek(0) == '\n' {
			l.at++
		}
		return out
	case c == '\n':
		return out
	}
	if e, ok := escapes[c]; ok {
		c = e
	}
	return append(out, c)
}

// number reads a number as viewers do: what follows a second sign or dot is left out.
func number(word string) float64 {
	if x, err := strconv.ParseFloat(word, 64); err == nil && !math.IsNaN(x) {
		return x
	}
	end, dots := 0, 0
	for ; end < len(word); end++ {
		c := word[end]
		if c == '.' {
			dots++
		}
		if dots > 1 || c != '.' && (c < '0' || c > '9') && end > 0 {
			break
		}
	}
	x, _ := strconv.ParseFloat(word[:end], 64)
	return x
}

func startsNumber(c byte) bool {
	return c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.'
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isRegular(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return false
	}
	return !isSpace(c)
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
