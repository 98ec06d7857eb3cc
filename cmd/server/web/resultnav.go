package web

import (
	"context"
	"fmt"
	"slices"

	"socsearch/cmd/server/ask"
	"socsearch/index"
)

// resultNavView leads from a passage to the other results of the search that it
// was opened from.
type resultNavView struct {
	Label          string // "Result 3 of 25"; "" where the passage is none of the results
	Previous, Next string // addresses; "" for none
	Back           string // the page of results that it is on
}

// maxWalked is how many results can be walked through from passage to passage:
// beyond these a reader goes back to the list.
const maxWalked = 200

// newResultNav finds a passage among the results of a search. Without words and
// filters in the address there is nothing to go back to.
func (x *snapshot) newResultNav(ctx context.Context, asked ask.Search, id string) (*resultNavView, error) {
	if asked.Address.String() == "" {
		return nil, nil
	}
	r := asked.Request
	r.Page, r.PerPage = 1, maxWalked
	found, err := x.Search(ctx, r)
	if err != nil {
		return nil, err
	}
	at := asked.Address.ToPage(1)
	nav := &resultNavView{Back: "/" + at.String()}
	i := slices.IndexFunc(found.Hits, func(h index.Hit) bool { return h.Passage.ID == id })
	if i < 0 {
		return nav, nil
	}
	link := func(i int) string { return hitLink(asked, found.Hits[i]) }
	nav.Label = fmt.Sprintf("Result %d of %d", i+1, found.Total)
	if i > 0 {
		nav.Previous = link(i - 1)
	}
	if i+1 < len(found.Hits) {
		nav.Next = link(i + 1)
	}
	if size := asked.Request.PerPage; size > 0 {
		nav.Back = "/" + at.ToPage(i/size+1).String()
	}
	return nav, nil
}
