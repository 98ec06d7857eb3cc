package local

import (
	bleveanalysis "github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"

	"socsearch/index/analysis"
)

// proseName is the name under which bleve knows the analyzer of terms.
const proseName = "policy_prose"

type analyzer func(string) []analysis.Token

// Analyze is bleve's way to call an analyzer.
func (a analyzer) Analyze(text []byte) bleveanalysis.TokenStream {
	tokens := a(string(text))
	stream := make(bleveanalysis.TokenStream, len(tokens))
	backing := make([]bleveanalysis.Token, len(tokens))
	for i, t := range tokens {
		backing[i] = bleveanalysis.Token{Term: []byte(t.Term), Position: t.Position, Start: t.Start, End: t.End, Type: bleveanalysis.AlphaNumeric}
		stream[i] = &backing[i]
	}
	return stream
}

func init() {
	err := registry.RegisterAnalyzer(proseName, func(map[string]any, *registry.Cache) (bleveanalysis.Analyzer, error) {
		return analyzer(analysis.Prose), nil
	})
	if err != nil {
		panic(err) // the name is taken: a mistake in this file
	}
}
