package index

import (
	"context"
	"fmt"
	"strings"

	"socsearch/index/query"
)

// Check runs a real query, for a monitor that wants to know whether the index
// answers: it looks for the first words of the first passage, in quotation
// marks, and reads what it finds.
func (x *Index) Check(ctx context.Context) error {
	if err := x.engine.Check(ctx); err != nil || x.Manifest.Passages == 0 {
		return err // an empty index answers, with nothing
	}
	entries, err := x.entriesAt(ctx, []int{0})
	if err != nil {
		return err
	}
	first := entries[0]
	const few = 3
	words := strings.FieldsFunc(first.Passage.Text, func(r rune) bool { return strings.ContainsRune(" \n\"“”", r) })
	if len(words) < few {
		return nil
	}
	quoted := `"` + strings.Join(words[:few], " ") + `"`
	r, err := x.Search(ctx, Request{Query: query.Parse(quoted), Plain: true, Page: 1, PerPage: 1})
	if err != nil {
		return err
	}
	if r.Total == 0 {
		return fmt.Errorf("the first words of %s aren't found", first.Passage.ID)
	}
	return nil
}
