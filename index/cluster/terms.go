package cluster

import (
	"fmt"
	"strings"
	"unicode"

	"socsearch/index/analysis"
	"socsearch/index/schema"
)

// encode writes a term such that it has no space, no "|" and no control character
// in it, which would part it in the cluster.
func encode(term string) string {
	if !strings.ContainsFunc(term, mustEncode) {
		return term
	}
	var b strings.Builder
	for _, r := range term {
		if mustEncode(r) {
			fmt.Fprintf(&b, "%%%04X", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func mustEncode(r rune) bool {
	return r == '%' || r == '|' || unicode.IsSpace(r) || unicode.Is(unicode.Z, r) || unicode.IsControl(r)
}

// encodeFeature writes a term as the name of a feature, which takes no dots.
func encodeFeature(term string, exact bool) string {
	kind := "p"
	if exact {
		kind = "e"
	}
	return kind + strings.ReplaceAll(encode(term), ".", "%002E")
}

// noTerm stands at a position that has no term: no term is written so.
const noTerm = "%"

// positions writes tokens as the cluster's analyzer reads them: those of a position
// joined by "|", positions parted by spaces.
func positions(tokens []analysis.Token) string {
	last := 0
	for _, t := range tokens {
		last = max(last, t.Position)
	}
	at := make([][]string, last)
	for _, t := range tokens {
		if t.Term != "" { // that of a word of bare combining marks
			at[t.Position-1] = append(at[t.Position-1], encode(t.Term))
		}
	}
	var b strings.Builder
	for i, terms := range at {
		if i > 0 {
			b.WriteByte(' ')
		}
		if len(terms) == 0 {
			b.WriteString(noTerm)
		}
		b.WriteString(strings.Join(terms, "|"))
	}
	return b.String()
}

// texts are the searched texts of a record by field, analysed.
func texts(r *schema.Record) map[string][]analysis.Token {
	all := map[string][]analysis.Token{}
	for field, text := range map[string]string{schema.Text: r.Text, schema.Heading: r.Heading, schema.Name: r.Name, schema.Note: r.Note} {
		all[field] = analysis.Prose(text)
		all[field+schema.ExactSuffix] = analysis.Exact(text)
	}
	return all
}
