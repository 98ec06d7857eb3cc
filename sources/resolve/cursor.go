package resolve

import (
	"slices"

	"socsearch/sources/document"
)

// What a reading looks at, and how it goes on.

// onlyNumbers reports whether nothing but numbers comes next, up to a semicolon.
func (r *reading) onlyNumbers() bool {
	for i, w := range r.words[r.at:] {
		if w == ";" {
			return i > 0
		}
		if !usable(w) && w != "and" && w != "-" && w != "to" {
			return false
		}
	}
	return r.at < len(r.words)
}

// peek is the word so many words on; "" beyond the last.
func (r *reading) peek(n int) string {
	if r.at+n >= len(r.words) {
		return ""
	}
	return r.words[r.at+n]
}

// next takes the next word if it is one of some.
func (r *reading) next(words ...string) bool {
	if r.at < len(r.words) && slices.Contains(words, r.words[r.at]) {
		r.at++
		return true
	}
	return false
}

// hasAfter reports whether one of some words comes next, with one of others after it,
// but for what joins them: "table in Figure 7".
func (r *reading) hasAfter(after []string, words ...string) bool {
	if !slices.Contains(words, r.peek(0)) {
		return false
	}
	n := 1
	for slices.Contains(noise, r.peek(n)) {
		n++
	}
	return slices.Contains(after, r.peek(n))
}

// has tells whether a run of words comes next.
func (r *reading) has(words []string) bool {
	return len(words) > 0 && r.at+len(words) <= len(r.words) && slices.Equal(r.words[r.at:r.at+len(words)], words)
}

// wordThenNumber takes a word if a number follows it.
func (r *reading) wordThenNumber(words ...string) bool {
	if r.numberAt(1) == "" || !r.next(words...) {
		return false
	}
	r.label = r.words[r.at-1]
	return true
}

// numberAt is the number that stands so many words on, as it is printed; "" if none
// does.
func (r *reading) numberAt(n int) string {
	if number := r.lettered[r.peek(n)+r.peek(n+1)]; number != "" || !usable(r.peek(n)) {
		return number
	}
	return r.peek(n)
}

// number takes the number that comes next.
func (r *reading) number() string {
	number := r.numberAt(0)
	if number != r.peek(0) {
		r.at++ // its letter
	}
	r.at++
	return number
}

// span is a run of numbers, from and to the same for one.
type span struct{ from, to string }

// usable tells whether a token is a number that somebody counts by.
func usable(token string) bool {
	const longest = 12
	return isNumber(token) && len(token) <= longest && (token[0] != '0' || token == "0")
}

// pageAndParagraph reports whether a page with its paragraph comes next, after another:
// "26 [60], 27 [63]" (AGLC 1.1.6).
func (r *reading) pageAndParagraph() bool {
	return r.whole && usable(r.peek(0)) && slices.Contains(paragraphWords, r.peek(1)) && usable(r.peek(2)) && len(r.segment().limits) > 0
}

// skipPoint passes a numbered point of the paragraph just named.
func (r *reading) skipPoint() {
	for r.peek(0) == subWord {
		r.at += 2
	}
}

// dateNext reports whether a year comes next that is the document's and no number of
// what is counted in it.
func (r *reading) dateNext() bool {
	return year.MatchString(r.peek(0)) && r.byNumber[r.peek(0)] == nil &&
		slices.ContainsFunc(r.phrases, func(p phrase) bool { return p.level == levelDate && r.has(p.tokens) })
}

// numbers takes numbers and ranges: "3, 79 to 82 and 134-37".
func (r *reading) numbers(words []string) []span {
	var spans []span
	for {
		if r.peek(0) == "and" && r.numberAt(1) != "" && len(spans) > 0 {
			r.at++
		}
		if r.numberAt(0) == "" {
			return spans
		}
		if len(spans) > 0 && (r.dateNext() || r.pageAndParagraph()) { // "¶ 145 (2018)"
			return spans
		}
		from := r.number()
		r.skipPoint()
		s := span{from, from}
		start := r.at
		if r.next("-", "to", "until", "through") {
			r.next(words...) // "para 79 to para 82"
			switch end := r.peek(0); {
			case r.numberAt(0) != "":
				s.to = document.WrittenOut(s.from, r.number())
				r.skipPoint()
			case isNumber(end) && len(end) < len(s.from): // 101–03
				s.to = document.WrittenOut(s.from, end)
				r.at++
			default:
				r.at = start
			}
		}
		if r.next(followWord) {
			r.open = true
		}
		if r.next(ordinalMark) {
			r.ordinal = true
		}
		spans = append(spans, s)
	}
}
