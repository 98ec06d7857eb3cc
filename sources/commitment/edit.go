package commitment

import (
	"fmt"
	"slices"
	"strings"

	"socsearch/sources/document"
)

// edit adds and strikes what a document's manifest says. Each edit must find its
// sentence, so that none outlives a change of the text unseen.
func edit(g *grammar, m *document.Manifest, passages []document.Passage) error {
	for _, e := range m.Commitments.Strike {
		p, err := edited(m, e, passages)
		if err != nil {
			return fmt.Errorf("commitments.strike: %w", err)
		}
		n := len(p.Commitments)
		p.Commitments = slices.DeleteFunc(p.Commitments, func(c document.Commitment) bool { return strings.HasPrefix(c.Text, e.Begins) })
		if len(p.Commitments) == n {
			return fmt.Errorf("commitments.strike: no commitment of %s begins with %q: strike only what the rules find", p.ID, e.Begins)
		}
	}
	for _, e := range m.Commitments.Add {
		p, err := edited(m, e, passages)
		if err != nil {
			return fmt.Errorf("commitments.add: %w", err)
		}
		if err := g.addByHand(p, e); err != nil {
			return fmt.Errorf("commitments.add: %w", err)
		}
	}
	return nil
}

func edited(m *document.Manifest, e document.CommitmentEdit, passages []document.Passage) (*document.Passage, error) {
	if e.Reason == "" || e.Begins == "" {
		return nil, fmt.Errorf("%q lacks the sentence's first words (begins) or its reason", e.Passage)
	}
	for i := range passages {
		if passages[i].ID == m.Slug+"/"+e.Passage {
			return &passages[i], nil
		}
	}
	return nil, fmt.Errorf("there is no passage %q: give the part of its id after the slash", e.Passage)
}

// addByHand adds a sentence of a passage as a commitment.
func (g *grammar) addByHand(p *document.Passage, e document.CommitmentEdit) error {
	runes := []rune(p.Text)
	for _, u := range g.v.cutUnits(runes) {
		c := g.bare(string(runes[u.start:u.end]), u)
		if !strings.HasPrefix(c.Text, e.Begins) {
			continue
		}
		c.Sure, c.Actors = true, e.Actors
		if len(c.Actors) == 0 {
			c.Actors = []string{g.we}
		}
		if e.Kind != "" {
			c.Kind = e.Kind
		}
		at := slices.IndexFunc(p.Commitments, func(o document.Commitment) bool { return o.Footnote != "" || o.Start > c.Start })
		if at < 0 {
			at = len(p.Commitments)
		}
		p.Commitments = slices.Insert(p.Commitments, at, c)
		return nil
	}
	return fmt.Errorf("no sentence of %s begins with %q", p.ID, e.Begins)
}
