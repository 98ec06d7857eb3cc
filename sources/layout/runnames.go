package layout

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"socsearch/sources/document"
	"socsearch/sources/numbering"
)

// nameRun names a run of numbers that begin anew by the last outermost heading since
// the paragraph before; of a law, by its article.
func (c *cutter) nameRun(run *run) {
	var top *part
	for _, p := range c.parts[c.since:] {
		if p.heading && !p.box && (top == nil || p.level <= top.level || c.byCodes && numbering.IsCode(p.text())) && (top == nil || !numbering.IsAnnex(top.text())) {
			top = p
		}
	}
	if article := c.innermost(c.parts[c.since:]); article != nil {
		top = article
	} else if below := c.lastHeading(); below != nil && isArticle(below) {
		top = below
	}
	run.heading = "Page " + strconv.Itoa(c.anchorPage(run.accepted[0].page))
	if top != nil {
		run.heading = top.text()
	}
	whole := run.heading
	run.in, run.heading = c.freeName(run)
	run.anchor = shortSlug(whole)
	for _, rule := range c.rules.Restarts {
		if rule.Heading == whole {
			run.anchor = rule.Anchor
		}
	}
	taken := func() bool {
		for _, other := range c.runs {
			if other != run && other.anchor == run.anchor {
				return true
			}
		}
		return false
	}
	for n := 2; taken(); n++ {
		run.anchor = fmt.Sprintf("%s-part-%d", shortSlug(whole), n)
	}
}

// freeName is how labels name a run: by the short name of its heading, with the annex
// that it stands in or its page where another run has that name.
func (c *cutter) freeName(of *run) (in, name string) {
	name = shortName(of.heading)
	type choice struct{ in, name string }
	choices := []choice{{"", name}}
	for _, p := range slices.Backward(c.parts) {
		if p.heading && numbering.IsAnnex(p.text()) {
			choices = append(choices, choice{shortName(p.text()), name})
			break
		}
	}
	choices = append(choices, choice{"", fmt.Sprintf("%s (%s)", name, pagePlace(of.accepted[0].page).Name())})
	for n := 2; ; n++ {
		for _, k := range choices {
			if !slices.ContainsFunc(c.runs, func(o *run) bool { return o != of && o.in == k.in && o.heading == k.name }) {
				return k.in, k.name
			}
		}
		choices = []choice{{"", fmt.Sprintf("%s (%d)", name, n)}}
	}
}

// isPlain reports whether the numbers of a run are cited as they are: those of the
// main run, and of others in another style, as 1.1 beside 1.
func (c *cutter) isPlain(of *run) bool {
	if of.points || c.byCodes || c.law || len(c.runs) >= leastRestarts && c.belowArticle() {
		return false
	}
	main := c.main()
	if of == main {
		return true
	}
	plain := func(r *run) bool { return r.accepted[0].Parts() == 1 }
	if plain(of) == plain(main) || c.isRecitals(of) || c.isRecitals(main) {
		return false
	}
	for _, other := range c.runs {
		if other == of {
			return true
		}
		if other != main && plain(other) == plain(of) {
			return false // the first of them is
		}
	}
	return false
}

// belowArticle reports whether the last heading is an article's.
func (c *cutter) belowArticle() bool {
	h := c.lastHeading()
	return h != nil && isArticle(h)
}

func isArticle(p *part) bool { return numbering.IsArticle(p.text()) }

func (c *cutter) lastHeading() *part {
	for _, p := range slices.Backward(c.parts) {
		if p.heading && !p.box {
			return p
		}
	}
	return nil
}

func (c *cutter) isRecitals(run *run) bool { return run.recitals }

// shortSlug spells the first words of a heading for an address: "Conclusions and
// recommendations" gives conclusions, "Annex A: Glossary" annex-a.
func shortSlug(heading string) string {
	const words = 4
	if m := numberedHeading.FindString(heading); m != "" && !hasLetter(m[:1]) {
		heading = strings.TrimLeft(heading, "0123456789. ")
	}
	for _, end := range []string{":", " – ", " — ", " - ", ",", " (", " and "} {
		if head, _, found := strings.Cut(heading, end); found && head != "" {
			heading = head
		}
	}
	fields := strings.Fields(heading)
	slug := document.Slug(strings.Join(fields[:min(words, len(fields))], " "))
	if slug == "" {
		return "part"
	}
	return slug
}
