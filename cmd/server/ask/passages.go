package ask

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"socsearch/index"
	"socsearch/sources/document"
)

// MaxRange is how many passages an address may name at once: more than most
// papers have.
const MaxRange = 500

// ReadPassages returns the passage with an anchor, or those of a range or a list of
// them ("79-82,85,figure-7"), each once, in the order of the address. Both ends of a
// range must exist.
func (x Snapshot) ReadPassages(slug, anchor string) (passages []*document.Passage, several bool, err error) {
	parts := strings.Split(anchor, ",")
	for _, part := range parts {
		found, isRange, err := x.readRange(slug, part)
		if err != nil {
			return nil, false, err
		}
		several = several || isRange
		for _, p := range found {
			if !slices.ContainsFunc(passages, func(q *document.Passage) bool { return q.ID == p.ID }) {
				passages = append(passages, p)
			}
		}
		if len(passages) > MaxRange {
			return nil, true, errRange
		}
	}
	return passages, several || len(parts) > 1, nil
}

// readRange returns the passage with an anchor, or the numbered paragraphs of a
// range (79-82, 4.12-4.15).
func (x Snapshot) readRange(slug, anchor string) (passages []*document.Passage, isRange bool, err error) {
	from, to, isRange := document.ParseRange(anchor)
	if !isRange {
		p, err := x.findPassage(slug, anchor)
		return []*document.Passage{p}, false, err
	}
	if from.IsPlain() && to.IsPlain() && to.Int()-from.Int() >= MaxRange {
		return nil, true, errRange
	}
	first, err := x.findPassage(slug, from.String())
	if err != nil {
		return nil, true, err
	}
	last, err := x.findPassage(slug, to.String())
	if err != nil {
		return nil, true, err
	}
	passages, err = x.between(first, last)
	if len(passages) == 0 && err == nil {
		err = x.notFound(slug, anchor)
	}
	return passages, true, err
}

func (x Snapshot) findPassage(slug, anchor string) (*document.Passage, error) {
	p, err := x.Passage(slug + "/" + anchor)
	if small := strings.ToLower(anchor); errors.Is(err, index.ErrNotFound) && small != anchor { // A1.1, as it is printed
		p, err = x.Passage(slug + "/" + small)
	}
	if errors.Is(err, index.ErrNotFound) {
		return nil, x.notFound(slug, anchor)
	}
	return p, err
}

// between returns the paragraphs of a document's own count from one to another;
// none if they aren't in that order.
func (x Snapshot) between(first, last *document.Passage) ([]*document.Passage, error) {
	from, err := x.Place(first.ID)
	if err != nil {
		return nil, err
	}
	to, err := x.Place(last.ID)
	if err != nil {
		return nil, err
	}
	const most = 10 * MaxRange // passages of all kinds
	if to-from > most {
		return nil, errRange
	}
	if to < from {
		return nil, nil
	}
	all, err := x.Passages("", from, to-from+1)
	if err != nil {
		return nil, err
	}
	passages := slices.DeleteFunc(all, func(p *document.Passage) bool {
		return p.Place.Scheme != document.SchemeParagraph
	})
	if len(passages) > MaxRange {
		return nil, errRange
	}
	return passages, nil
}

var errRange = &Error{Title: "The range is too long",
	Detail: fmt.Sprintf("A range may hold %d paragraphs at most.", MaxRange)}

// notFound says that there is no such passage and names the nearest.
func (x Snapshot) notFound(slug, anchor string) error {
	if x.Document(slug) == nil {
		return index.ErrNotFound
	}
	nearest, err := x.Nearest(slug, anchor)
	if err != nil {
		return err
	}
	e := &Error{
		Missing: true,
		Title:   "There is no such passage",
		Detail:  fmt.Sprintf("%s has no passage %q.", x.Document(slug).Title, anchor),
		Nearest: nearest,
	}
	if p, err := x.Passage(nearest); err == nil {
		e.Called = p.Label
		e.Detail += " The nearest is " + p.Label + "."
	}
	return e
}

// SplitIDs reads the ids of an address, each once.
func SplitIDs(values []string) []string {
	var ids []string
	for _, id := range strings.Split(strings.Join(values, ","), ",") {
		if id = strings.TrimSpace(id); id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}
