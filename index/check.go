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
	if len(x.local.InOrder) == 0 {
		return nil // an empty index answers, with nothing
	}
	first, err := x.passage(x.local.InOrder[0])
	if err != nil {
		return err
	}
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
