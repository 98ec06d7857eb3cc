package index

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"socsearch/index/analysis"
	"socsearch/index/words"
	"socsearch/sources/document"
)

// printedPhrase is words that stand together again and again, or a name.
type printedPhrase struct {
	text     string // as it is printed most often
	key      string // in small letters
	initials string // of a name: uwo
	passages int
}

// The bounds of phrases that are offered.
const (
	maxPhraseWords   = 4
	leastPhrase      = 3 // passages: fewer may be chance
	leastName        = 2 // passages with words in capitals that are a name
	phrasesPassages  = 5_000
	shortestInitials = 2
)

// phrasesOf collects the phrases of passages, those in most passages first.
func phrasesOf(passages []*document.Passage) []printedPhrase {
	counts := map[string]map[string]int{} // printed forms by key
	for _, p := range passages {
		seen := map[string]string{}
		for _, line := range strings.Split(p.Text, "\n") {
			addPhrases(seen, line)
		}
		for key, text := range seen {
			if counts[key] == nil {
				counts[key] = map[string]int{}
			}
			counts[key][text]++
		}
	}
	var list []printedPhrase
	for key, forms := range counts {
		p := printedPhrase{key: key}
		most := 0
		for text, n := range forms {
			p.passages += n
			if n > most || n == most && text < p.text {
				p.text, most = text, n
			}
		}
		p.initials = initials(p.text)
		if p.passages >= leastPhrase || p.initials != "" && p.passages >= leastName {
			list = append(list, p)
		}
	}
	slices.SortFunc(list, func(a, b printedPhrase) int {
		return cmp.Or(cmp.Compare(b.passages, a.passages), cmp.Compare(a.key, b.key))
	})
	return list
}

// addPhrases adds the phrases of a line: runs of words with a space or hyphen
// between, that neither begin nor end with a function word.
func addPhrases(seen map[string]string, line string) {
	tokens := analysis.Exact(line)
	for i := range tokens {
		for n := 1; n < maxPhraseWords && i+n < len(tokens); n++ {
			last := tokens[i+n]
			if gap := line[tokens[i+n-1].End:last.Start]; gap != " " && gap != "-" {
				break
			}
			text := line[tokens[i].Start:last.End]
			if words.IsFunctionWord(tokens[i].Term) || words.IsFunctionWord(last.Term) || strings.ContainsAny(text, "0123456789’'") {
				continue
			}
			seen[strings.ToLower(text)] = text
		}
	}
}

// initials returns the first letters of a name, whose words begin with capitals
// but for function words; "" for anything else.
func initials(text string) string {
	var b strings.Builder
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '-' }) {
		switch first := []rune(w)[0]; {
		case unicode.IsUpper(first):
			b.WriteRune(unicode.ToLower(first))
		case !words.IsFunctionWord(w):
			return ""
		}
	}
	return b.String()
}

// suggestPhrases completes a text to phrases of the documents: those that begin so,
// and names with such initials.
func (x *Index) suggestPhrases(text string) []Suggestion {
	text = strings.ToLower(strings.ReplaceAll(text, "’", "'"))
	var list []Suggestion
	var taken []printedPhrase
	for _, p := range x.phrases() {
		begins := strings.HasPrefix(p.key, text) && len(p.key) > len(text)
		stands := len(text) >= shortestInitials && len(p.initials) > 1 && strings.HasPrefix(p.initials, text)
		if !begins && !stands {
			continue
		}
		i := slices.IndexFunc(taken, func(t printedPhrase) bool { return strings.HasPrefix(p.key, t.key) || strings.HasPrefix(t.key, p.key) })
		switch {
		case i < 0 && len(taken) < perKind:
			taken = append(taken, p)
		case i >= 0 && len(p.key) > len(taken[i].key) && 2*p.passages >= taken[i].passages:
			taken[i] = p // the shorter is mostly a part of it
		}
	}
	for _, p := range taken {
		list = append(list, Suggestion{p.text, SuggestWord, ""})
	}
	return list
}
