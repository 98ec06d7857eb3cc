package resolve

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// tokens takes a text apart into words in lower case, numbers ("79", "4.12"), and
// marks that mean something between them: ";" and, after a number and before
// another, "-" and "/". A number that is an amount ("45%", "£40", "5,145") is a word
// of its own that no rule knows. All other punctuation goes, and an apostrophe with
// it, so that titles are the same in any style's quotation marks. "&" is "and", "¶"
// is "para".
func tokens(s string) []string {
	var list []string
	runes := []rune(s)
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		switch {
		case unicode.IsLetter(r):
			word, length := word(runes[i:])
			list, i = append(list, word), i+length-1
		case isDigit(r):
			if length := amountLength(runes, i); length > 0 {
				list, i = append(list, amount), i+length-1
				break
			}
			length := numberLength(runes[i:])
			list, i = append(list, string(runes[i:i+length])), i+length-1
		case r == '(' && len(list) > 0 && isNumber(list[len(list)-1]):
			if belongs(runes[:i], list[len(list)-1]) && numberedPoint(runes[i:]) {
				list = append(list, subWord)
			}
			i += max(subPointLength(runes[i:])-1, 0)
		case r == '(' && len(list) > 1 && isNumber(list[len(list)-2]) && (list[len(list)-1] == "and" || list[len(list)-1] == "or") && subPointLength(runes[i:]) > 0:
			list = list[:len(list)-1] // "6(1)(c) and (e)"
			i += subPointLength(runes[i:]) - 1
		case r == '&':
			list = append(list, "and")
		case r == '¶' || r == '§':
			list = append(list, "para")
		case r == ';':
			list = append(list, ";")
		case r == ':' && i > 0 && i+1 < len(runes) && isDigit(runes[i-1]) && isDigit(runes[i+1]) && !year.MatchString(list[len(list)-1]):
			list = append(list, ":") // 12:30 is a time; "2018:31" a year and a page
		case r == '/' && i > 0 && i+1 < len(runes) && isDigit(runes[i-1]) && isDigit(runes[i+1]):
			list = append(list, "/") // 2018/19 is no list of paragraphs
		case unicode.Is(unicode.Pd, r) || r == '−' || r == '~':
			if len(list) > 0 && (isNumber(list[len(list)-1]) || endsInLetter(runes[:i])) && digitFollows(runes[i+1:]) {
				list = append(list, "-")
			}
		}
	}
	return list
}

// word reads a word and tells how many runes it takes.
func word(runes []rune) (word string, length int) {
	var b strings.Builder
	for i := range runes {
		switch r := runes[i]; {
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			b.WriteRune(unicode.ToLower(r))
		case (r == '’' || r == '\'') && i+1 < len(runes) && unicode.IsLetter(runes[i+1]):
		default:
			return oneSpelling(b.String()), i
		}
	}
	return oneSpelling(b.String()), len(runes)
}

// american is the ending of verbs that British titles mostly print with an s, and
// others with a z.
var american = regexp.MustCompile(`[a-z]{3}iz(?:e[drs]?|ing|ations?|ers)$`)

// oneSpelling writes a word with an s where it is spelt with either letter, so that
// a title is the same in both.
func oneSpelling(word string) string {
	if !strings.Contains(word, "iz") || !american.MatchString(word) {
		return word
	}
	at := strings.LastIndex(word, "iz")
	return word[:at] + "is" + word[at+2:]
}

// numberLength is the length of the number with which runes begin: "79", "4.12".
func numberLength(runes []rune) int {
	i := 0
	for i < len(runes) && (isDigit(runes[i]) || runes[i] == '.' && i+1 < len(runes) && isDigit(runes[i+1])) {
		i++
	}
	return i
}

// subPointLength is the length of a point within a paragraph, "(b)" or "(ii)" after
// its number; 0 for any other bracket. What is cited is the paragraph that holds it.
func subPointLength(runes []rune) int {
	end := slices.Index(runes, ')')
	const longest = 4 // letters, of "(viii)"
	if end < 2 || end > longest+1 {
		return 0
	}
	point := strings.ToLower(string(runes[1:end]))
	if len(point) == 1 && 'a' <= point[0] && point[0] <= 'z' || strings.Trim(point, "ivx") == "" {
		return end + 1
	}
	return 0
}

// subWord stands before a number in brackets that belongs to the number before it:
// 5(2) is paragraph 2 of Article 5, or a point of paragraph 5.
const subWord = "subpoint"

// belongs reports whether a bracket after some runes belongs to the number before it:
// nothing but spaces parts them, and the number is no year or that of a paper.
func belongs(before []rune, number string) bool {
	const longest = 3 // figures of a paragraph's number
	i := len(before) - 1
	for i >= 0 && unicode.IsSpace(before[i]) {
		i--
	}
	return i >= 0 && (isDigit(before[i]) || before[i] == ')') && len(number) <= longest
}

// numberedPoint reports whether runes begin with a small number in brackets, "(2)".
func numberedPoint(runes []rune) bool {
	const longest = 2 // figures
	end := slices.Index(runes, ')')
	return end > 1 && end <= longest+1 && !slices.ContainsFunc(runes[1:end], func(r rune) bool { return !isDigit(r) })
}

// amount stands for any amount among tokens.
const amount = "%"

// amountLength is the length of the amount whose digits begin at i: after a
// currency's sign, before a percent sign, or with commas between thousands; 0 if
// they are no amount.
func amountLength(runes []rune, i int) int {
	length := numberLength(runes[i:])
	end := i + length
	const thousand = 3 // digits
	for end+thousand < len(runes) && runes[end] == ',' && numberLength(runes[end+1:]) == thousand {
		end += 1 + thousand
	}
	last := end
	for last < len(runes) && unicode.IsSpace(runes[last]) {
		last++
	}
	switch {
	case last < len(runes) && runes[last] == '%':
		return last + 1 - i
	case end > i+length, i > 0 && unicode.Is(unicode.Sc, runes[i-1]):
		return end - i
	}
	return 0
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isNumber(token string) bool { return token != "" && isDigit(rune(token[0])) }

// endsInLetter reports whether a number with a letter after it was the last: 26a.
func endsInLetter(runes []rune) bool {
	n := len(runes)
	return n > 1 && unicode.IsLetter(runes[n-1]) && isDigit(runes[n-2])
}

// digitFollows tells whether a digit comes next, but for spaces and what may stand
// before a number: "[79]–[82]", "¶79–¶82", "A1.2–A1.4".
func digitFollows(runes []rune) bool {
	runes = runes[labelLength(runes):]
	for i, r := range runes {
		if !unicode.IsSpace(r) && r != '[' && r != '(' && r != '¶' {
			return isDigit(r) || unicode.IsUpper(r) && i+1 < len(runes) && isDigit(runes[i+1])
		}
	}
	return false
}

// labelLength is the length of a label with which runes begin, which repeats the one
// before the range: "para 70–para 72". 0 if there is none.
func labelLength(runes []rune) int {
	start := 0
	for start < len(runes) && unicode.IsSpace(runes[start]) {
		start++
	}
	end := start
	for end < len(runes) && unicode.IsLetter(runes[end]) {
		end++
	}
	if !slices.Contains(countedWords, strings.ToLower(string(runes[start:end]))) {
		return 0
	}
	if end < len(runes) && runes[end] == '.' {
		end++
	}
	return end
}

var (
	address = regexp.MustCompile(`(?:https?://|\bwww\.)[^\s<>]+`)
	// access is the day on which an address was read, in any style's words.
	access = regexp.MustCompile(`(?i)[([]?(?:last )?(?:accessed|retrieved|viewed)(?: on)?:? (?:\d{1,2}(?:st|nd|rd|th)? \pL+\.? \d{4}|\pL+\.? \d{1,2},? \d{4}|\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4})(?:,? from)?[)\]]?|available (?:online )?(?:at|from):?|\[(?:internet|online)\]|\[cited [^\]]{4,20}\]`)
	// extent is how many pages a work has, at the end of an entry in a list of
	// references (Vancouver): "2018. 72 p."
	extent = regexp.MustCompile(`([.;])\s*(?:[ivxl]+, )?\d{1,4} ?(?:pp?|pages)\b\.?[\s.]*$`)
	// omitted is what OSCOLA adds to a quotation's citation (1.5).
	omitted = regexp.MustCompile(`(?i)\((?:(?:footnotes?|citations?|emphasis|italics) (?:omitted|added|in (?:the )?original)|(?:my|our) (?:emphasis|italics))\)|,\s*(?:emphasis|italics) (?:added|in (?:the )?original)\b|\band (?:the )?(?:accompanying text|text thereto)\b`)
)

// withoutExtras leaves out of a citation what names neither document nor place.
// The addresses in it are returned.
func withoutExtras(s string) (rest string, addresses []string) {
	if !strings.ContainsAny(s, ":([0123456789") {
		return s, nil // none of them goes without; most searches do
	}
	for _, a := range address.FindAllString(s, -1) {
		addresses = append(addresses, strings.TrimRight(a, ".,;)"))
	}
	s = address.ReplaceAllString(s, " ")
	s = access.ReplaceAllString(s, " ")
	s = extent.ReplaceAllString(s, "$1")
	return omitted.ReplaceAllString(s, " "), addresses
}
