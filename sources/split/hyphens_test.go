package split

import (
	"strings"
	"testing"
)

// TestHyphens joins words that lines' ends break, in a document that breaks words
// and in one that breaks none but at their own hyphens.
func TestHyphens(t *testing.T) {
	breaks := "the country has a game- changer and pro- secution follows prosecution by counter- terrorism of counter-terrorism; gamechanger"
	keeps := "a game- changer and a gamechanger of counter- terrorism and well- being and multi- agency and non- crime; counter-terrorism well-being multi-agency non-crime"
	tests := []struct {
		text, head, rest string
		want             joint
	}{
		{breaks, "pro-", "secution", jointDropHyphen},
		{breaks, "game-", "changer", jointDropHyphen},
		{breaks, "counter-", "terrorism", jointGlue},
		{breaks, "live-", "streaming", jointGlue},
		{breaks, "inde-", "pendent,", jointDropHyphen},
		{breaks, "self-organi‐", "sation’s", jointDropHyphen},
		{breaks, "with-", "out", jointDropHyphen},
		{breaks, "counter-", "smuggling", jointGlue},
		{breaks, "long-", "standing", jointGlue},
		{breaks, "well-", "known", jointGlue},
		{breaks, "co-", "operation", jointGlue},
		{keeps, "inde-", "pendent", jointDropHyphen},
		{keeps, "over-", "time", jointGlue},
		{keeps, "game-", "changer", jointGlue},
		{keeps, "well-", "being", jointGlue},
		{keeps, "game\u00ad", "changer", jointDropHyphen},
		{keeps, "well\u00ad", "being", jointGlue},
		{keeps, "non\u00ad", "traditional", jointGlue},
		{keeps, "A\u00ad", "level", jointGlue},
		{keeps, "experimenta\u00ad", "tion", jointDropHyphen},
	}
	for _, test := range tests {
		var lines []line
		for _, l := range strings.Split(test.text, "- ") {
			lines = append(lines, line{text: l + "-"})
		}
		lines[len(lines)-1].text = strings.TrimSuffix(lines[len(lines)-1].text, "-")
		v := newVocabulary(lines)
		decide := v.hyphen
		if strings.HasSuffix(test.head, softHyphen) {
			decide = v.softHyphen
		}
		if got := decide(test.head, test.rest); got != test.want {
			t.Errorf("of %q and %q in %q the joint is %d, want %d", test.head, test.rest, test.text, got, test.want)
		}
	}
}
