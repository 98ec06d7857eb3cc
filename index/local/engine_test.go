package local

import (
	"testing"

	"socsearch/index/engine/enginetest"
)

// TestEngine runs what every engine must pass.
func TestEngine(t *testing.T) {
	c, err := corpus()
	must(t, err)
	x := openTestIndex(t)
	enginetest.RunLists(t, c, enginetest.Lists{Source: x.Lists.Source, Vocabulary: x.Terms()})
	enginetest.Run(t, c, enginetest.Engine{Engine: x, Vocabulary: x.Terms()})
}
