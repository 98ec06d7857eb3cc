package resolve

import (
	"slices"
	"strconv"
	"strings"

	"socsearch/sources/document"
)

// Nearest returns, for an anchor of a passage that there isn't, the id of the nearest
// of the group that it would belong to: foreword-7 of foreword-9. It is "" if there is
// no such group.
func (r *Resolver) Nearest(slug, anchor string) string {
	for _, d := range r.readers {
		if d.manifest.Slug == slug {
			return d.nearest(anchor)
		}
	}
	return ""
}

func (d *reader) nearest(anchor string) string {
	best, least := "", []int(nil)
	place := map[string]int{} // of what has no number, in each group
	for _, p := range d.passages {
		group := p.Place.Group
		rest, found := strings.CutPrefix(anchor, group+"-")
		wanted, ok := document.ParseNumber(strings.ReplaceAll(rest, "-", "."))
		if group == "" || !found || !ok {
			continue
		}
		place[group]++
		n := p.Place.Number
		if n == (document.Number{}) {
			n, _ = document.ParseNumber(strconv.Itoa(place[group]))
		}
		if d := wanted.Distance(n); best == "" || slices.Compare(d[:], least) < 0 {
			best, least = p.ID, slices.Clone(d[:])
		}
	}
	return best
}
