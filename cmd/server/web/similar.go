package web

import (
	"context"
	"strings"

	"socsearch/sources/document"
)

// similarView is a passage like the one that is read.
type similarView struct {
	*document.Passage
	Document string // that it is from; "" where that goes without saying
	Heading  string
	Because  string // a sentence
}

// mostSimilar is how many of them a page lists.
const mostSimilar = 5

// similar lists the passages that are most like some.
func (x *snapshot) similar(ctx context.Context, of []*document.Passage) ([]similarView, error) {
	found, err := x.Similar(ctx, of, mostSimilar)
	if err != nil {
		return nil, err
	}
	var list []similarView
	for _, s := range found {
		v := similarView{Passage: s.Passage, Document: x.documentOf(s.Passage), Because: "Both have “" + strings.Join(s.Shared, "”, “") + "”"}
		v.Heading, _ = headings(s.Passage)
		if s.Same {
			v.Because = "The same words"
		}
		list = append(list, v)
	}
	return list, nil
}
