package local

import (
	bleveanalysis "github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"

	"socsearch/index/analysis"
)

// The names under which bleve knows the analyzers.
const (
	proseName = "policy_prose"
	exactName = "policy_exact"
)

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
	register := func(name string, a analyzer) {
		err := registry.RegisterAnalyzer(name, func(map[string]any, *registry.Cache) (bleveanalysis.Analyzer, error) {
			return a, nil
		})
		if err != nil {
			panic(err) // the name is taken: a mistake in this file
		}
	}
	register(proseName, analysis.Prose)
	register(exactName, analysis.Exact)
}
