package commitment

import (
	"slices"
	"strings"

	"socsearch/sources/document"
)

// classify tells what a noun phrase is.
func (g *grammar) classify(words []token) subject {
	var s subject
	s.ours = slices.ContainsFunc(words, func(t token) bool { return t.lower == "our" || t.lower == "government's" || t.lower == "uk's" })
	s.one = len(words) > 0 && (words[0].lower == "one" || words[0].lower == "a" || words[0].lower == "an")
	s.class = classNone
	if i := slices.IndexFunc(words, func(t token) bool { return t.slug != "" }); i >= 0 {
		s.of = words[i].slug
	}
	for i, part := range g.heads(words) {
		c, actor := g.head(part)
		if i == 0 || s.class != classBody && s.class != classWe && (c == classBody || c == classWe) {
			s.class = c
		}
		if actor != "" && !slices.Contains(s.actors, actor) {
			s.actors = append(s.actors, actor)
		}
	}
	if s.class == classBody && g.ofEach(words) {
		return subject{class: classOther, ours: s.ours}
	}
	if s.class == classThing && len(s.actors) == 0 && s.ours {
		s.actors = []string{g.we}
	}
	return s
}

// ofEach reports whether a phrase is of one of many others: "the authority of each
// country".
func (g *grammar) ofEach(words []token) bool {
	for i := 1; i+1 < len(words); i++ {
		if w, next := words[i].lower, words[i+1].lower; (w == "each" || w == "every" || w == "any" || w == "another") &&
			(g.v.others[next+"s"] || g.v.others[strings.TrimSuffix(next, "y")+"ies"]) {
			return true
		}
	}
	return false
}

// heads cuts a noun phrase into what its conjunctions join, each up to its first
// preposition.
func (g *grammar) heads(words []token) [][]token {
	var parts [][]token
	var part []token
	skip := false
	for i, t := range words {
		switch {
		case !skip && len(part) > 0 && inTitle(words, i):
			part = append(part, t)
		case skip && conjunctions[t.lower] && t.slug == "" && i+1 < len(words) && g.v.prepositions[words[i+1].lower]: // of Parliament and of the Council
		case t.lower == "and" && t.slug == "" || t.lower == "or" || t.lower == "&" || t.mark:
			if len(part) > 0 {
				parts = append(parts, part)
			}
			part, skip = nil, false
		case t.slug == "" && len(part) > 0 && (g.v.prepositions[t.lower] || g.v.relatives[t.lower]):
			skip = true
		case !skip:
			part = append(part, t)
		}
	}
	if len(part) > 0 {
		parts = append(parts, part)
	}
	return parts
}

// inTitle reports whether a preposition stands within a title: "Head of
// Intelligence".
func inTitle(words []token, i int) bool {
	t := words[i]
	return (t.lower == "of" || t.lower == "for") && i > 0 && words[i-1].capital() && words[i-1].slug == "" && !words[i-1].acronym() &&
		i+1 < len(words) && words[i+1].capital() && words[i+1].slug == ""
}

// head tells what the last words of a simple noun phrase name, and who acts.
func (g *grammar) head(part []token) (class, string) {
	last := part[len(part)-1]
	if last.slug != "" && !last.possessive {
		if g.private[last.slug] {
			return classOther, ""
		}
		return classBody, last.slug
	}
	owned := slices.ContainsFunc(part, func(t token) bool { return t.possessive })
	var bare []string
	for _, t := range part {
		if !determiners[t.lower] {
			bare = append(bare, t.lower)
		}
	}
	all := strings.Join(bare, " ")
	two := strings.Join(bare[max(0, len(bare)-2):], " ")
	v := g.v
	if v.government[all] {
		return classWe, g.government
	}
	if i := slices.IndexFunc(part, func(t token) bool { return t.lower == "of" }); i > 0 && v.bodies[part[i-1].lower] {
		return classBody, g.bodySlug(part, last)
	}
	named := len(part) > 1 && part[len(part)-2].capital() && !determiners[part[len(part)-2].lower] || len(part) > 2 && last.capital()
	switch {
	case last.lower == "government" && named:
		return classBody, document.Slug(all)
	case v.classes[all] != "":
		return classBody, document.Slug(v.classes[all])
	case v.bystanders[last.lower], v.bystanders[two]:
		return classBystander, ""
	case v.focuses[last.lower] && last.lower != "plan":
		return classFocus, g.we
	case v.intentions[last.lower]:
		return classIntention, g.we
	case last.lower == "year" || last.lower == "years" || isYear(last.lower):
		return classTime, g.we
	case (v.bodies[last.lower] || v.bodies[two]) && (!v.onlyAsNames[last.lower] || last.capital() || owned):
		return classBody, g.bodySlug(part, last)
	case v.others[last.lower], v.others[two]:
		return classOther, ""
	case last.acronym() && v.bodies[g.definedHead(last.text)]:
		return classBody, document.Slug(last.text)
	}
	return classThing, ""
}

// bodySlug returns the actor of a phrase that ends in a word for a body: the
// organisation that it belongs to, its own name, or else the government.
func (g *grammar) bodySlug(part []token, last token) string {
	for _, t := range part {
		if t.slug != "" {
			return t.slug
		}
	}
	if actors := g.created[lastTwo(part)].actors; len(actors) > 0 {
		return actors[0]
	}
	if g.v.posts[last.lower] {
		return g.government
	}
	var name []string
	for i := len(part) - 1; i >= 0 && (part[i].capital() && !determiners[part[i].lower] || part[i].lower == "of" || part[i].lower == "for"); i-- {
		name = append([]string{part[i].text}, name...)
	}
	if len(name) > 1 && last.capital() {
		return document.Slug(strings.Join(name, " "))
	}
	return g.government
}

// lastTwo returns the last two words of a name in small letters.
func lastTwo(words []token) string {
	var list []string
	for _, t := range words[max(0, len(words)-2):] {
		list = append(list, t.lower)
	}
	return strings.Join(list, " ")
}

// definedHead returns the last word of what an abbreviation stands for.
func (g *grammar) definedHead(abbreviation string) string {
	name := strings.ToLower(g.defined[strings.TrimSuffix(abbreviation, "s")])
	return name[strings.LastIndexByte(name, ' ')+1:]
}

// phrase joins tokens to words as printed, without "our" and with a small letter
// where a sentence began.
func phrase(words []token) string {
	var b strings.Builder
	for i, t := range words {
		switch {
		case i == 0 && t.lower == "our":
			continue
		case b.Len() == 0 && t.slug == "" && !t.acronym():
			b.WriteString(t.lower)
			continue
		case b.Len() > 0 && !t.mark:
			b.WriteByte(' ')
		}
		b.WriteString(t.text)
	}
	return b.String()
}
