package resolve

import (
	"slices"
	"strconv"
	"strings"
)

// Numbers in words, as people write them before and after what they count.

// countedWords are the labels after which numbers may be written in words.
var countedWords = slices.Concat(paragraphWords, pageWords, footnoteWords, figureWords)

var units = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}

// ordinals are the same when they count a place.
var ordinals = []string{"zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
	"twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"}

var tens = []string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}

// spelledOut reads a number below a thousand in words at the beginning of tokens
// and tells how many it takes: "one hundred and thirty four" is 134. length is 0 if
// no number stands there.
func spelledOut(words []string) (n, length int) {
	at := func(i int) string {
		if i < len(words) {
			return words[i]
		}
		return ""
	}
	small := func(i int) (value, length int) {
		if t := slices.Index(tens, at(i)); t > 1 {
			if u := slices.Index(units, at(i+1)); u > 0 && u < 10 {
				return 10*t + u, 2
			}
			return 10 * t, 1
		}
		if u := slices.Index(units, at(i)); u > 0 {
			return u, 1
		}
		return 0, 0
	}
	n, length = small(0)
	if length == 0 && at(0) == "a" && at(1) == "hundred" {
		n, length = 1, 1
	}
	if length == 0 || at(length) != "hundred" {
		return n, length
	}
	n, length = 100*n, length+1
	skip := 0
	if at(length) == "and" {
		skip = 1
	}
	if rest, more := small(length + skip); more > 0 {
		n, length = n+rest, length+skip+more
	}
	return n, length
}

// ordinalOut reads an ordinal in words at the beginning of tokens and tells how many
// it takes: "one hundred and twenty first" is 121.
func ordinalOut(words []string) (n, length int) {
	for length < len(words) && length < maxSpelled {
		w := words[length]
		if o := slices.Index(ordinals, w); o > 0 {
			return n + o, length + 1
		}
		if t := slices.Index(tens, strings.TrimSuffix(w, "ieth")+"y"); t > 1 && strings.HasSuffix(w, "ieth") {
			return n + 10*t, length + 1
		}
		if w == "hundredth" && n > 0 {
			return n * 100, length + 1
		}
		switch value, more := spelledOut(words[length : length+1]); {
		case more > 0:
			n, length = n+value, length+1
		case w == "hundred" && n > 0:
			n, length = n*100, length+1
		case w == "and" && n >= 100:
			length++
		default:
			return 0, 0
		}
	}
	return 0, 0
}

// maxSpelled is how many words the longest number below a thousand has: "nine
// hundred and ninety nine".
const maxSpelled = 5

// lastWord is what counts from the end: "the last paragraph of the foreword".
const lastWord = "last"

// countedOff turns an ordinal before what it counts round: "the third paragraph" is
// paragraph 3. length is 0 if none stands there.
func countedOff(words []string) (turned []string, length int) {
	if len(words) > 1 && (words[0] == lastWord || words[0] == "final") && slices.Contains(paragraphWords, words[1]) {
		return []string{words[1], lastWord}, 2
	}
	n, length := ordinalOut(words)
	if length == 0 || length >= len(words) || !slices.Contains(countedWords, words[length]) {
		return nil, 0
	}
	if slices.Contains(paragraphWords, words[length]) {
		return []string{words[length], strconv.Itoa(n), ordinalMark}, length + 1
	}
	return []string{words[length], strconv.Itoa(n)}, length + 1
}

// ordinalMark stands after a paragraph's number that was written as an ordinal.
const ordinalMark = "counted"

// inFigures writes numbers in words as figures where they count something, and
// leaves out a label that is written twice ("¶¶ 79–82").
func inFigures(words []string) []string {
	var out []string
	counts := false // a label, or a range's first number, stands before
	for i := 0; i < len(words); {
		w := words[i]
		if turned, length := countedOff(words[i:]); length > 0 {
			out = append(out, turned...)
			i, counts = i+length, false
			continue
		}
		if counts {
			if n, length := spelledOut(words[i:]); length > 0 {
				out = append(out, strconv.Itoa(n))
				i += length
				continue
			}
		}
		label := slices.Contains(countedWords, w)
		joins := w == "to" || w == "and" || w == "through" || w == "-"
		if label && len(out) > 0 && out[len(out)-1] == w {
			i++
			continue
		}
		out = append(out, w)
		counts = label || joins && counts || joins && len(out) > 1 && isNumber(out[len(out)-2])
		i++
	}
	return out
}
