package words

import (
	"regexp"
	"slices"
	"strings"
)

// Amounts of money: £3.6 million, £3.6m, 37bn.
var (
	shortAmount = regexp.MustCompile(`(?i)^([£€$]?\d[\d.,]*)(m|mn|bn|tn|k)$`)
	amount      = regexp.MustCompile(`^[£€$]?\d[\d.,]*$`)

	magnitudes = map[string]string{"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "tn": "trillion"}
	units      = []string{"thousand", "million", "billion", "trillion"}
)

// SpellAmounts writes £3.6m as £3.6 million, and £500k as £500000, as the
// documents do but for a comma.
func SpellAmounts(run []string) []string {
	if !slices.ContainsFunc(run, shortAmount.MatchString) {
		return run
	}
	var out []string
	for _, w := range run {
		if m := shortAmount.FindStringSubmatch(w); m != nil {
			out = append(out, spellAmount(m[1], strings.ToLower(m[2]))...)
		} else {
			out = append(out, w)
		}
	}
	return out
}

// spellAmount writes an amount with its magnitude as a word; thousands in digits,
// as people read them: £500,000.
func spellAmount(number, unit string) []string {
	if unit == "k" && !strings.Contains(number, ".") {
		return []string{number + "000"}
	}
	return []string{number, magnitudes[unit]}
}

// IsAmount reports whether two words are a number and its magnitude, which mean
// something only together.
func IsAmount(run []string) bool {
	return len(run) > 1 && amount.MatchString(run[0]) && slices.Contains(units, strings.ToLower(run[1]))
}
