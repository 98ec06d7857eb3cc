package meaning

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Span is a part of a text, in bytes.
type Span struct{ Start, End int }

// sentenceEnd is where a sentence may end: a full stop or its like with what
// closes behind it, then space.
var sentenceEnd = regexp.MustCompile(`[.!?]["”’')\]]*\s+`)

// abbreviations end with a full stop that ends no sentence.
var abbreviations = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "dr": true, "st": true, "no": true, "nos": true, "para": true, "paras": true, "pp": true,
	"fig": true, "vol": true, "ch": true, "e.g": true, "i.e": true, "cf": true, "vs": true, "v": true, "approx": true, "art": true,
}

// Sentences returns where the sentences of a text are. A line ends one: titles
// and bullets are lines. Marks of bullets and space are left out.
func Sentences(text string) []Span {
	var spans []Span
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		start := at
		for _, m := range sentenceEnd.FindAllStringIndex(line, -1) {
			if endsSentence(line, m) {
				spans = appendTrimmed(spans, text, start, at+m[1])
				start = at + m[1]
			}
		}
		spans = appendTrimmed(spans, text, start, at+len(line))
		at += len(line) + 1
	}
	return spans
}

// endsSentence reports whether a match of sentenceEnd is the end of a sentence:
// what follows begins one, and the word before isn't an abbreviation.
func endsSentence(line string, match []int) bool {
	next, _ := utf8.DecodeRuneInString(line[match[1]:])
	if unicode.IsLower(next) {
		return false
	}
	before := line[:match[0]]
	word := strings.ToLower(before[strings.LastIndexAny(before, " (")+1:])
	return line[match[0]] != '.' || !abbreviations[word] && utf8.RuneCountInString(word) > 1
}

func appendTrimmed(spans []Span, text string, start, end int) []Span {
	const marks = " \t•"
	start += len(text[start:end]) - len(strings.TrimLeft(text[start:end], marks))
	end = start + len(strings.TrimRight(text[start:end], marks))
	if start == end {
		return spans
	}
	return append(spans, Span{start, end})
}
