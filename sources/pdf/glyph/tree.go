package glyph

import (
	"fmt"

	lib "github.com/ledongthuc/pdf"
)

// maxTreeDepth bounds the page tree: a balanced one of two pages to a node is
// eleven levels deep at 2,000 pages.
const maxTreeDepth = 64

// Page is a page that hasn't been drawn yet.
type Page struct {
	dict      lib.Value
	resources lib.Value
	media     lib.Value
	crop      lib.Value
	rotate    lib.Value
}

// Pages returns the pages in order. It fails with [ErrTooMany] if there are more
// than limit, and with [ErrDamaged] if the tree lacks some that it counts.
func (f *File) Pages(limit int) (pages []*Page, err error) {
	defer recoverDamage(&err)
	root := f.reader.Trailer().Key("Root").Key("Pages")
	count := int(root.Key("Count").Int64())
	if count > limit {
		return nil, fmt.Errorf("%w: %d, and the limit is %d", ErrTooMany, count, limit)
	}
	w := treeWalk{limit: limit}
	if err := w.node(root, Page{}, 0); err != nil {
		return nil, err
	}
	if len(w.pages) == 0 || len(w.pages) < count {
		return nil, fmt.Errorf("%w: it counts %d pages, but %d are there", ErrDamaged, count, len(w.pages))
	}
	return w.pages, nil
}

type treeWalk struct {
	pages []*Page
	nodes int
	limit int
}

// node adds the pages below a node, which has inherited what its parents say.
func (w *treeWalk) node(v lib.Value, inherited Page, depth int) error {
	w.nodes++
	switch {
	case depth > maxTreeDepth:
		return fmt.Errorf("%w: its page tree is deeper than %d levels, or runs in a circle", ErrDamaged, maxTreeDepth)
	case w.nodes > 4*w.limit+maxTreeDepth:
		return fmt.Errorf("%w: its page tree has more than %d nodes, or runs in a circle", ErrDamaged, w.nodes-1)
	case v.Kind() != lib.Dict:
		return fmt.Errorf("%w: page %d is missing", ErrDamaged, len(w.pages)+1)
	}
	p := inherited
	p.dict = v
	inherit(&p.resources, v.Key("Resources"))
	inherit(&p.media, v.Key("MediaBox"))
	inherit(&p.crop, v.Key("CropBox"))
	inherit(&p.rotate, v.Key("Rotate"))
	kids := v.Key("Kids")
	if kids.Kind() != lib.Array {
		if len(w.pages) == w.limit {
			return fmt.Errorf("%w: more than %d", ErrTooMany, w.limit)
		}
		w.pages = append(w.pages, &p)
		return nil
	}
	for i := range kids.Len() {
		if err := w.node(kids.Index(i), p, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func inherit(to *lib.Value, v lib.Value) {
	if !v.IsNull() {
		*to = v
	}
}

// a4 is the page of a file that doesn't say how large its pages are.
var a4 = rect{0, 0, 595.28, 841.89}

// box returns what a viewer shows of the page.
func (p *Page) box() rect {
	media, ok := boxOf(p.media)
	if !ok {
		media = a4
	}
	if crop, ok := boxOf(p.crop); ok {
		if both := crop.intersect(media); !both.empty() {
			return both
		}
	}
	return media
}

func boxOf(v lib.Value) (rect, bool) {
	if v.Len() != 4 {
		return rect{}, false
	}
	r := newRect(v.Index(0).Float64(), v.Index(1).Float64(), v.Index(2).Float64(), v.Index(3).Float64())
	return r, !r.empty() && r.x1-r.x0 < 1e6 && r.y1-r.y0 < 1e6
}

// turn returns how the page is turned for show: 0, 90, 180 or 270 degrees
// clockwise.
func (p *Page) turn() int {
	return int((p.rotate.Int64()%360 + 360) % 360 / 90 * 90)
}
