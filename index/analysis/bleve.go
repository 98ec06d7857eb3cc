package analysis

import (
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"
)

// The names under which bleve knows the analyzers.
const (
	ProseName = "policy_prose"
	ExactName = "policy_exact"
)

type analyzer func(string) []Token

// Analyze is bleve's way to call an analyzer.
func (a analyzer) Analyze(text []byte) analysis.TokenStream {
	tokens := a(string(text))
	stream := make(analysis.TokenStream, len(tokens))
	backing := make([]analysis.Token, len(tokens))
	for i, t := range tokens {
		backing[i] = analysis.Token{Term: []byte(t.Term), Position: t.Position, Start: t.Start, End: t.End, Type: analysis.AlphaNumeric}
		stream[i] = &backing[i]
	}
	return stream
}

func init() {
	register := func(name string, a analyzer) {
		err := registry.RegisterAnalyzer(name, func(map[string]any, *registry.Cache) (analysis.Analyzer, error) {
			return a, nil
		})
		if err != nil {
			panic(err) // the name is taken: a mistake in this file
		}
	}
	register(ProseName, Prose)
	register(ExactName, Exact)
}
