package flow

import (
	"fmt"
	"regexp"
	"strings"

	"socsearch/sources/document"
	"socsearch/sources/numbering"
)

// names counts passages that have no number of their own, and keeps what they are
// counted under apart.
type names struct {
	forewords int
	counts    map[string]int   // by name, as labels print it
	of        map[*part]string // the name of each heading
	slugs     map[*part]string // and what ids begin with
	taken     map[string]bool  // names in use
	used      map[string]bool  // beginnings of ids in use
}

func newNames() names {
	return names{counts: map[string]int{}, of: map[*part]string{}, slugs: map[*part]string{}, taken: map[string]bool{}, used: map[string]bool{}}
}

func (n *names) forget(name string) {
	n.forewords--
	n.counts[name]--
}

// longestName is how many letters of a heading labels repeat.
const longestName = 80

// The names of what stands under no heading.
const (
	beginning = "Opening"
	wholeText = "Text"
	recitals  = "recitals"
)

// begin begins a paragraph without a number.
func (c *cutter) begin(i *item) *part {
	if name := c.forewordName(); name != "" && !c.numbers && len(c.runs) > 0 {
		c.names.forewords++
		c.names.counts[name]++
		return c.add(&part{
			kind: document.KindForeword, items: []*item{i}, foreword: name,
			anchor: fmt.Sprintf("foreword-%d", c.names.forewords),
			place:  document.Place{Scheme: document.SchemeFront, Group: "foreword", Under: name, Ordinal: c.names.counts[name]},
		})
	}
	h := c.lastHeading()
	name, slug := c.nameOf(h)
	if h != nil && c.begunAnew(h.items[0]) {
		// Those with a number are called by the heading.
		name, slug = name+", opening", slug+"-opening"
	}
	c.names.counts[name]++
	n := c.names.counts[name]
	return c.add(&part{
		kind: document.KindParagraph, items: []*item{i},
		anchor: fmt.Sprintf("%s-%d", slug, n),
		place:  document.Place{Scheme: document.SchemeHeading, Group: slug, Under: name, Ordinal: n},
	})
}

// longestForeword is how many letters a heading has at most that forewords are
// called by.
const longestForeword = 40

// forewordName is how labels call the paragraphs before the first numbered one: by
// the outermost heading over them. It is "" where that is too long.
func (c *cutter) forewordName() string {
	name, level := "Foreword", 1<<10
	for n := len(c.parts) - 1; n >= 0; n-- {
		p := c.parts[n]
		if !p.heading || p.box || p.level >= level {
			continue
		}
		if name, level = p.text(), p.level; isForeword(name) {
			return "Foreword"
		}
	}
	if len(name) > longestForeword {
		return ""
	}
	return name
}

func isForeword(heading string) bool {
	h := strings.ToLower(heading)
	return strings.Contains(h, "foreword") || strings.HasPrefix(h, "preface")
}

var headingNumber = regexp.MustCompile(`^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[A-Z]\.|[IVX]{1,5}\.)\s+`)

// nameOf returns what passages under a heading are called, and what their ids begin
// with. No two headings share either.
func (c *cutter) nameOf(h *part) (name, slug string) {
	if h == nil {
		if name, slug = wholeText, "text"; c.hasHeadings() {
			name, slug = beginning, "opening"
		}
		return name, slug
	}
	if name, known := c.names.of[h]; known {
		return name, c.names.slugs[h]
	}
	name, slug = shortName(h.text()), shortSlug(h.text())
	if above := c.above(h); above != nil && (c.names.taken[name] || c.names.used[slug]) {
		if c.names.taken[name] {
			name = shortName(above.text()) + ", " + name
		}
		slug = shortSlug(above.text()) + "-" + slug
	}
	name, slug = free(c.names.taken, name, "%s (%d)"), free(c.names.used, slug, "%s-part-%d")
	c.names.taken[name], c.names.used[slug] = true, true
	c.names.of[h], c.names.slugs[h] = name, slug
	return name, slug
}

// free returns a name that isn't taken, with a number where it must have one.
func free(taken map[string]bool, name, numbered string) string {
	whole := name
	for n := 2; taken[name]; n++ {
		name = fmt.Sprintf(numbered, whole, n)
	}
	return name
}

func (d *doc) hasHeadings() bool {
	for _, i := range d.items {
		if i.isHeading() {
			return true
		}
	}
	return false
}

// above returns the heading that a heading stands under; nil for none.
func (c *cutter) above(h *part) *part {
	found := false
	for n := len(c.parts) - 1; n >= 0; n-- {
		p := c.parts[n]
		if p == h {
			found = true
			continue
		}
		if found && p.heading && !p.box && p.level < h.level {
			return p
		}
	}
	return nil
}

// shortName is what labels repeat of a heading.
func shortName(heading string) string {
	if name := numbering.Name(heading); name != "" {
		return name
	}
	if runes := []rune(heading); len(runes) > longestName {
		cut := string(runes[:longestName])
		if at := strings.LastIndexByte(cut, ' '); at > 0 {
			cut = cut[:at]
		}
		return strings.TrimRight(cut, " ,;:") + " …"
	}
	return heading
}

// shortSlug spells the first words of a heading for an address: "Conclusions and
// recommendations" gives conclusions, "Annex A: Glossary" annex-a.
func shortSlug(heading string) string {
	const words = 4
	if rest := headingNumber.ReplaceAllString(heading, ""); rest != "" {
		heading = rest
	}
	for _, end := range []string{":", " – ", " — ", " - ", ",", " (", " and "} {
		if head, _, found := strings.Cut(heading, end); found && head != "" {
			heading = head
		}
	}
	fields := strings.Fields(heading)
	slug := document.Slug(strings.Join(fields[:min(words, len(fields))], " "))
	if slug == "" || slug[0] >= '0' && slug[0] <= '9' {
		return strings.TrimSuffix("part-"+slug, "-") // a number alone is a paragraph's
	}
	return slug
}

// nameRun names a run of numbers that begin anew by the outermost heading since the
// paragraph before it. The document's own run has no name.
func (c *cutter) nameRun(r *run) {
	if r.items[0].number.Style == numbering.Round && !r.byHeading {
		r.anchor, r.heading = "recital", recitals
		return
	}
	if c.isPlain(r) {
		return
	}
	top := c.lastHeading()
	if i := c.headingOf(r); i != nil {
		for _, p := range c.parts {
			if p.heading && p.items[0] == i {
				top = p
			}
		}
	}
	r.heading, r.anchor = c.nameOf(top)
	for _, rule := range c.restarts() {
		if top != nil && rule.Heading == top.text() {
			r.anchor = rule.Anchor
		}
	}
}

// headingOf returns the outermost heading between a run and the numbered paragraph
// before it; nil for none.
func (d *doc) headingOf(r *run) *item {
	var top *item
	for at := r.items[0].at - 1; at >= 0; at-- {
		i := d.items[at]
		if i.run != nil {
			break
		}
		if !i.isHeading() {
			continue
		}
		if r.byHeading {
			return i
		}
		if top == nil || i.Level < top.Level {
			top = i
		}
	}
	return top
}

// begunAnew reports whether the numbers of a run begin anew under a heading.
func (d *doc) begunAnew(h *item) bool {
	for _, r := range d.runs {
		if d.headingOf(r) == h && !d.isPlain(r) {
			return true
		}
	}
	return false
}

func (d *doc) restarts() []document.Restart {
	if d.manifest.Layout == nil {
		return nil
	}
	return d.manifest.Layout.Restarts
}

// isPlain reports whether the numbers of a run are cited as they are: those of the
// document's own run, and of the first of another kind beside it, as 1.1 beside 1.
func (d *doc) isPlain(r *run) bool {
	restarts := 0
	for _, o := range d.runs {
		if o.byHeading {
			restarts++
		}
	}
	main := d.main()
	if restarts >= leastRestarts {
		return false
	}
	if r == main {
		return true
	}
	simple := func(o *run) bool { return o.items[0].number.Style != numbering.Chapter }
	for _, o := range d.runs {
		if o == r {
			return simple(r) != simple(main) && r.items[0].number.Style != numbering.Round
		}
		if o != main && simple(o) == simple(r) {
			return false
		}
	}
	return false
}
