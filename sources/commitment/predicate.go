package commitment

// form is how a predicate speaks of what is to come.
type form int

const (
	formWill       form = iota
	formDue             // is due to
	formPlan            // plans to, is intending to
	formPledge          // has pledged to, is committed to
	formDetermined      // is determined to
	formMust            // must
	formFocus           // (our focus) is to
	formIntention       // it is our intention to
	formMoney           // is providing
	formCreate          // is introducing
	formTo              // is to
	formIncludes        // this includes
)

// predicate is a finite verb that speaks of what is to come, with its subject.
type predicate struct {
	form    form
	at      int // first token
	verbAt  int // token of the main verb; len(tokens) if there is none
	verb    string
	chain   []string // verbs on the way to it: continue, seek
	passive bool
	copula  bool // "be" with what follows as description
	better  bool // "be better prepared": compared
	unnamed bool // a passive that says nowhere who acts
	subject subject
}

// predicates finds the predicates of a sentence.
func (g *grammar) predicates(tokens []token) []predicate {
	var list []predicate
	from := 0
	for i := 0; i < len(tokens); i++ {
		if tokens[i].mark && (tokens[i].text == ";" || tokens[i].text == ":" && (len(list) == 0 || list[len(list)-1].at < i)) {
			from = i + 1
			continue
		}
		p, ok := g.predicateAt(tokens, i)
		if !ok {
			continue
		}
		p.subject = g.findSubject(tokens, g.clauseStart(tokens, from, i), i)
		if p.subject.class == classNone && len(list) > 0 && list[len(list)-1].at >= from && p.subject.fronted == nil {
			p.subject = list[len(list)-1].subject // and will …
		} else if p.subject.class == classNone && p.subject.fronted == nil && i > 0 {
			p.subject = g.firstSubject(tokens, from, i)
		}
		list = append(list, p)
		i = max(i, min(p.verbAt, len(tokens)-1))
		if i+1 < len(tokens) && tokens[i].mark {
			i--
		}
	}
	return list
}

// clauseStart moves the start of a clause behind a conjunction that a pronoun
// follows: "X is strong, and we will".
func (g *grammar) clauseStart(tokens []token, from, at int) int {
	for i := at - 1; i > from; i-- {
		if conjunctions[tokens[i].lower] && i+1 < at && (tokens[i+1].lower == "we" || tokens[i+1].lower == "it") {
			return i + 1
		}
	}
	return from
}

// firstSubject returns the subject with which a clause begins, for a second
// predicate: "the FCA regulates the sector, and will pursue prosecutions".
func (g *grammar) firstSubject(tokens []token, from, to int) subject {
	end := from
	for end < to && (determiners[tokens[end].lower] || tokens[end].capital() && end == from || tokens[end].slug != "" || pronouns[tokens[end].lower]) {
		end++
		if tokens[end-1].slug != "" || pronouns[tokens[end-1].lower] && !determiners[tokens[end-1].lower] {
			break
		}
	}
	if end == from {
		return subject{class: classThing, start: from, end: from}
	}
	for tokens[end-1].slug != "" && end < to && tokens[end].slug == "" && tokens[end].capital() || end-from > 1 && end < to && tokens[end].capital() && tokens[end-1].capital() {
		end++ // "The United Nations Framework Convention"
	}
	if w := tokens[end-1].lower; pronouns[w] && tokens[end-1].slug == "" {
		s := g.pronoun(w)
		s.start, s.end = from, end
		return s
	}
	s := g.classify(tokens[from:end])
	s.start, s.end = from, end
	return s
}

// predicateAt reads a predicate that begins at a token.
func (g *grammar) predicateAt(tokens []token, i int) (predicate, bool) {
	word := tokens[i].lower
	if tokens[i].slug != "" || tokens[i].mark {
		return predicate{}, false
	}
	switch {
	case word == "will" || word == "shall":
		return g.afterModal(tokens, i)
	case word == "must" || word == "would":
		return g.mustOrWould(tokens, i)
	case word == "is" || word == "are" || word == "am" || word == "remain" || word == "remains":
		return g.afterIs(tokens, i)
	case word == "has" || word == "have":
		return g.afterHave(tokens, i)
	}
	if word == "includes" || word == "involves" || word == "include" {
		return predicate{form: formIncludes, at: i, verbAt: i, verb: word}, i > 0 && pronouns[tokens[i-1].lower]
	}
	if g.wordAt(tokens, i+1) != "to" {
		return predicate{}, false
	}
	base := g.v.lemma(word)
	if (g.v.planning[base] || g.v.pledging[base]) && (word == base || word == base+"s") && i > 0 && g.mayEndSubject(tokens[g.back(tokens, i)]) {
		p := predicate{form: formPlan, at: i, chain: []string{base}}
		if g.v.pledging[base] {
			p.form = formPledge
		}
		g.readVerb(tokens, i+2, &p)
		return p, true
	}
	return predicate{}, false
}

// mayEndSubject reports whether a verb may follow a token: "plans" is a noun in
// "our plans to", "a cross-industry plan to".
func (g *grammar) mayEndSubject(t token) bool {
	return t.slug != "" && !t.possessive || pronouns[t.lower] || g.v.government[t.lower] || g.v.bodies[t.lower] || t.acronym() && !t.mark
}

func (g *grammar) wordAt(tokens []token, i int) string {
	if i < len(tokens) && i >= 0 {
		return tokens[i].lower
	}
	return ""
}

// afterModal reads what follows "will" or "shall". Will is a noun, too.
func (g *grammar) afterModal(tokens []token, i int) (predicate, bool) {
	next := g.skip(tokens, i+1)
	if i == 0 || next >= len(tokens) && !g.leading {
		return predicate{}, false
	}
	switch before := tokens[i-1].lower; {
	case g.eitherTense(tokens, i):
		return predicate{}, false
	case before == "political" || before == "the" || before == "free" || before == "good" || g.wordAt(tokens, next) == "to" || g.wordAt(tokens, next) == "of":
		return predicate{}, false
	}
	p := predicate{form: formWill, at: i}
	if tokens[i].lower == "shall" && tokens[i-1].lower != "we" && tokens[i-1].lower != "i" {
		p.form = formMust // a duty
	}
	g.readVerb(tokens, i+1, &p)
	return p, true
}

// eitherTense reports whether "will" is only one of the tenses that a sentence
// leaves open: "has been or will be", "are and will be".
func (g *grammar) eitherTense(tokens []token, i int) bool {
	k := i - 1
	if k > 0 && g.v.adverbs[tokens[k].lower] {
		k--
	}
	return k > 0 && (tokens[k].lower == "or" || tokens[k].lower == "and") && (auxiliaries[tokens[k-1].lower] || tokens[k-1].lower == "been" || tokens[k-1].lower == "being")
}

func (g *grammar) mustOrWould(tokens []token, i int) (predicate, bool) {
	if tokens[i].lower == "must" {
		p := predicate{form: formMust, at: i}
		g.readVerb(tokens, i+1, &p)
		return p, true
	}
	if g.wordAt(tokens, i+1) == "be" {
		return g.intention(tokens, i, i+2)
	}
	return predicate{}, false
}

// intention reads "it is our intention to".
func (g *grammar) intention(tokens []token, i, next int) (predicate, bool) {
	if g.wordAt(tokens, next) == "our" && g.v.intentions[g.wordAt(tokens, next+1)] && g.wordAt(tokens, next+2) == "to" {
		p := predicate{form: formIntention, at: i, chain: []string{"intend"}}
		g.readVerb(tokens, next+3, &p)
		return p, true
	}
	return predicate{}, false
}

// afterIs reads what follows "is" or "are", where it speaks of what is to come.
func (g *grammar) afterIs(tokens []token, i int) (predicate, bool) {
	next := g.skip(tokens, i+1)
	word, after := g.wordAt(tokens, next), g.wordAt(tokens, next+1)
	base := g.v.lemma(word)
	p := predicate{at: i}
	switch {
	case word == "due" && after == "to" && (g.wordAt(tokens, next+2) == "be" || g.v.forms[g.wordAt(tokens, next+2)] == g.wordAt(tokens, next+2)):
		p.form = formDue
		g.readVerb(tokens, next+2, &p)
	case word == "committed" && after == "to":
		p.form = formPledge
		if tokens[i].lower == "remain" || tokens[i].lower == "remains" {
			p.chain = []string{"remain"}
		}
		g.readVerb(tokens, next+2, &p)
	case word == "determined" && after == "to":
		p.form, p.chain = formDetermined, []string{"aim"}
		g.readVerb(tokens, next+2, &p)
	case word == "to":
		p.form = formTo
		g.readVerb(tokens, next+1, &p)
	case gerund(word) && g.v.planning[base] && after == "to":
		p.form, p.chain = formPlan, []string{base}
		g.readVerb(tokens, next+2, &p)
	case gerund(word) && (g.v.funding[base] || g.v.fundingWith[base]):
		p.form, p.verb, p.verbAt = formMoney, base, next
	case gerund(word) && (g.v.creating[base] || g.v.creatingA[base]):
		p.form, p.verb, p.verbAt = formCreate, base, next
	default:
		return g.intention(tokens, i, next)
	}
	return p, true
}

// afterHave reads "have agreed to", "has committed to".
func (g *grammar) afterHave(tokens []token, i int) (predicate, bool) {
	next := g.skip(tokens, i+1)
	if word := g.wordAt(tokens, next); g.v.pledging[g.v.lemma(word)] && g.wordAt(tokens, next+1) == "to" {
		p := predicate{form: formPledge, at: i}
		g.readVerb(tokens, next+2, &p)
		return p, true
	}
	return predicate{}, false
}

// skip passes over adverbs and the marks around them.
func (g *grammar) skip(tokens []token, i int) int {
	for i < len(tokens) {
		t := tokens[i]
		switch {
		case t.slug == "" && g.v.adverbs[t.lower], t.mark && t.text != ";":
			i++
		case t.lower == "in" && (g.wordAt(tokens, i+1) == "particular" || g.wordAt(tokens, i+1) == "addition" || g.wordAt(tokens, i+1) == "time"):
			i += 2
		case len(t.lower) > 3 && t.lower[len(t.lower)-2:] == "ly" && t.lower != "apply" && t.lower != "supply" && t.lower != "rely" && t.lower != "comply" && t.lower != "reply" && t.lower != "multiply" && t.lower != "likely" && t.lower != "unlikely":
			i++
		case t.lower == "where" && (g.wordAt(tokens, i+1) == "appropriate" || g.wordAt(tokens, i+1) == "possible" || g.wordAt(tokens, i+1) == "necessary"):
			i += 2
		default:
			return i
		}
	}
	return i
}

// leading to the main verb: "continue to", "start introducing".
var leading = words{"continue": true, "seek": true, "look": true, "aim": true, "start": true, "begin": true, "try": true, "plan": true,
	"intend": true, "expect": true, "hope": true, "propose": true, "endeavour": true, "strive": true}

// readVerb reads the verb phrase that begins at a token.
func (g *grammar) readVerb(tokens []token, i int, p *predicate) {
	at := g.skip(tokens, i)
	p.verbAt = at
	if at >= len(tokens) {
		return
	}
	word := tokens[at].lower
	if word == "be" {
		g.readBe(tokens, at, p)
		return
	}
	p.verb = g.v.lemma(word)
	if !leading[p.verb] {
		return
	}
	next := g.skip(tokens, at+1)
	after := g.wordAt(tokens, next)
	toVerb := after == "to" && !determiners[g.wordAt(tokens, next+1)]
	if toVerb {
		p.chain = append(p.chain, p.verb)
		g.readVerb(tokens, next+1, p)
	} else if gerund(after) && (p.verb == "continue" || p.verb == "start" || p.verb == "begin") {
		p.chain = append(p.chain, p.verb)
		p.verb, p.verbAt = g.v.lemma(after), next
	}
}

var comparatives = words{"better": true, "more": true, "less": true, "most": true}

// readBe reads what follows "be": a participle, a gerund or a description.
func (g *grammar) readBe(tokens []token, at int, p *predicate) {
	next := g.skip(tokens, at+1)
	word := g.wordAt(tokens, next)
	if comparatives[word] {
		p.better = true
		next = g.skip(tokens, next+1)
		word = g.wordAt(tokens, next)
	}
	switch {
	case gerund(word) && next < len(tokens) && tokens[next].slug == "":
		p.verb, p.verbAt = g.v.lemma(word), next
		if leading[p.verb] && g.wordAt(tokens, next+1) == "to" {
			p.chain = append(p.chain, p.verb)
			g.readVerb(tokens, next+2, p)
		}
	case word == "to" && !p.better:
		p.chain = append(p.chain, "be to")
		g.readVerb(tokens, next+1, p)
	case g.v.participle(word):
		p.passive = true
		p.verb, p.verbAt = g.v.lemma(word), next
		if stem := word[:len(word)-1]; p.verb == word && len(word) > 4 { // unlisted: developed
			p.verb = stem
		}
	default:
		p.copula = true
		p.verb, p.verbAt = word, next
	}
}
