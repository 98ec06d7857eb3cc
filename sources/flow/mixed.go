package flow

import (
	"strings"

	"socsearch/sources/numbering"
)

// Rows of numbers that two lists count, or one within another.

// paragraphsOver returns the paragraphs that numbers of several parts count the points
// of, as 12 stands over 12.1: more of them have no such points than have; nil where
// there are none.
func (d *doc) paragraphsOver(best []*run, groups [][]*item) []*run {
	const several = 2
	over := map[int]bool{}
	for _, r := range best {
		for _, i := range r.items {
			if i.number.Style != numbering.Chapter || i.number.Letters() != "" {
				return nil
			}
			over[i.number.Part(0)] = true
		}
	}
	for _, g := range groups {
		if style := g[0].number.Style; style != numbering.Plain && style != numbering.Stop {
			continue
		}
		if runs := d.sequences(g); len(runs) == 1 && count(runs) > several*len(over) && d.areParagraphs(runs) {
			return runs
		}
	}
	return nil
}

// goOn lets the numbers of a run go on where something else counts them, as a second
// list that was made to begin with 38.
func (d *doc) goOn() {
	bare := func(i *item) bool { return i.number.Style == numbering.Plain || i.number.Style == numbering.Stop }
	for n, r := range d.runs {
		last := r.items[len(r.items)-1]
		if !bare(last) {
			continue
		}
		end := len(d.items)
		if n+1 < len(d.runs) {
			end = d.runs[n+1].items[0].at
		}
		more := &run{}
		for _, c := range d.items[min(last.at+1, end):end] {
			if c.candidate && bare(c) && last.number.Precedes(c.number.Number) && !d.introduced(c) {
				more.items = append(more.items, c)
				last = c
			}
		}
		if len(more.items) >= leastNumbers && more.short() <= shortItems*float64(len(more.items)) {
			r.items = append(r.items, more.items...)
		}
	}
}

// short counts the items of a few words that are no sentences.
func (r *run) short() float64 {
	n := 0
	for _, i := range r.items {
		if len(strings.Fields(i.text)) <= shortWords && !endsSentence(i.text) && !strings.HasSuffix(i.text, ":") {
			n++
		}
	}
	return float64(n)
}
