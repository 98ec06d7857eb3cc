package commitment

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"socsearch/sources/document"
	"socsearch/sources/tag"
)

// Find sets the commitments and expectations of the passages of one document,
// which must be tagged. definitions are the abbreviations that the documents
// define.
func Find(v *Vocabulary, m *document.Manifest, organisations *tag.Gazetteer, definitions []tag.Definition, passages []document.Passage) error {
	r := &reading{passages: passages, quoted: quotedSpans(passages), unnamed: make([][]bool, len(passages))}
	g := newGrammar(v, m, organisations, definitions)
	other := newGrammar(v, m, organisations, definitions)
	r.readHalves(g, other)
	for i, list := range r.unnamed {
		for k, agentless := range list {
			if agentless {
				g.agentless = append(g.agentless, place{i, k})
			} else if passages[i].Commitments[k].Sure {
				g.acts++
			}
		}
	}
	g.doubtPassives(passages)
	return edit(g, m, passages)
}

// grammar is what the rules know while they read a document.
type grammar struct {
	v           *Vocabulary
	we          string // whom "we" stands for
	government  string // whom "the government" does, and what nobody is named for
	year, month int    // of publication; 0: not known
	defined     map[string]string
	private     map[string]bool   // slugs of companies and charities: no part of the state
	created     map[string]making // who sets up what: "community coordinators"
	at          int               // the passage's place in the document

	antecedent subject // whom "it" and "they" stand for
	leading    bool    // the sentence is a lead-in, which may end in its modal
	quoted     []span  // what the passage quotes of others
	unnamed    []bool  // of each commitment of the passage: a passive without agent

	tokens  []token // of the sentences of one text, read over with the next
	runes   []rune  // the text itself, likewise
	offsets []int   // where each of them begins, in bytes

	agentless []place // commitments of the document that name nobody
	acts      int     // how many are sure and name somebody
}

func newGrammar(v *Vocabulary, m *document.Manifest, organisations *tag.Gazetteer, definitions []tag.Definition) *grammar {
	government := cmp.Or(m.Commitments.We, document.ActorGovernment)
	g := &grammar{v: v, we: government, government: government, defined: map[string]string{}, private: map[string]bool{}, created: map[string]making{}}
	for _, o := range organisations.Organisations {
		g.private[o.Slug] = o.Kind == "company" || o.Kind == "charity"
	}
	if m.Commitments.We == "" && slices.ContainsFunc(strings.Fields(strings.ToLower(m.Author)), func(w string) bool { return v.apart[w] }) {
		g.we = document.Slug(m.Author) // a committee's "we" isn't the government
	}
	fmt.Sscanf(m.Published, "%d-%d", &g.year, &g.month) // a year alone sets only that
	for _, d := range definitions {
		g.defined[strings.TrimSuffix(d.Abbreviation, "s")] = d.Name
	}
	return g
}

// passage finds what one passage and its footnotes undertake and expect.
func (g *grammar) passage(p *document.Passage) {
	p.Commitments, p.Expectations = []document.Commitment{}, []document.Expectation{}
	g.unnamed = g.unnamed[:0]
	g.text(p, "", p.Text)
	g.quoted = nil // notes quote within their sentences
	for _, n := range p.Footnotes {
		g.text(p, n.Number, n.Text)
	}
}

// found is what was made of a unit.
type found struct {
	verdict    verdict
	commitment document.Commitment
	lists      bool // it is a lead-in that ends in its verb: the bullets are what is undertaken
	taken      bool // a bullet has taken over what the lead-in says
	expects    bool // it says what others are to do
	unnamed    bool // nobody is said to do it
	of         string
}

// text finds what the passage's text undertakes, or that of one of its notes.
func (g *grammar) text(p *document.Passage, note, text string) {
	if !g.worth(text) {
		return
	}
	g.tokens, g.runes, g.offsets = g.tokens[:0], g.runes[:0], g.offsets[:0]
	for at, r := range text {
		g.runes, g.offsets = append(g.runes, r), append(g.offsets, at)
	}
	g.offsets = append(g.offsets, len(text))
	runes := g.runes
	names := namesIn(p, note)
	units := g.v.cutUnits(runes)
	g.antecedent = subject{class: classThing}
	results := make([]found, len(units))
	for i, u := range units {
		if within(g.quoted, u.start) {
			continue
		}
		s := g.sentence(text, u, names)
		if i > 0 && results[i-1].verdict > no {
			s.after, s.actorsBefore = true, results[i-1].commitment.Actors
		}
		f := &results[i]
		g.unit(f, s, runes, u)
		if u.leadIn >= 0 {
			g.inherit(f, &results[u.leadIn], s, u)
		}
		if !f.expects && f.verdict == no {
			g.expectation(f, s, expectedBefore(results[:i]))
		}
		g.setAntecedent(s, f)
	}
	for i := range results {
		if !results[i].taken {
			g.add(p, note, &results[i])
		}
	}
}

// worth reports whether a text may hold anything of what is to come. It saves
// the reading of those that can't.
func (g *grammar) worth(text string) bool {
	for _, w := range []string{"will", "shall", "’ll", "must", "should", " to ", "providing", "investing", "is ", "are ", "requires"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

func (g *grammar) add(p *document.Passage, note string, f *found) {
	switch {
	case f.verdict > no:
		f.commitment.Footnote = note
		p.Commitments = append(p.Commitments, f.commitment)
		g.unnamed = append(g.unnamed, f.unnamed)
	case f.expects:
		p.Expectations = append(p.Expectations, document.Expectation{Start: f.commitment.Start, End: f.commitment.End, Text: f.commitment.Text,
			Of: f.of, Sure: f.commitment.Sure, Footnote: note, Why: f.commitment.Why})
	}
}

// namesIn returns the names of bodies and offices in a passage's text, or in one
// of its notes.
func namesIn(p *document.Passage, note string) []name {
	in := "text"
	if note != "" {
		in = "footnote " + note
	}
	var names []name
	for _, m := range slices.Concat(p.Organisations, p.Implied) {
		if m.By != "" && m.By != tag.ByOffice && m.By != tag.ByFootnote {
			continue
		}
		for _, w := range m.Why {
			if w.In == in {
				names = append(names, name{w.Start, w.End, m.Slug})
			}
		}
	}
	slices.SortFunc(names, func(a, b name) int { return cmp.Or(a.start-b.start, b.end-a.end) })
	return names
}

func (g *grammar) sentence(text string, u unit, names []name) *sentence {
	printed := text[g.offsets[u.start]:g.offsets[u.end]]
	before := len(g.tokens)
	g.tokens = cutTokens(g.tokens, g.runes, printed, u, names)
	return &sentence{tokens: g.tokens[before:len(g.tokens):len(g.tokens)], printed: printed}
}

// unit judges one sentence: it is a commitment if one of its predicates is.
func (g *grammar) unit(f *found, s *sentence, runes []rune, u unit) {
	g.leading = u.opens
	f.commitment.Start, f.commitment.End, f.commitment.Text = u.start, u.end, s.printed
	var best []*predicate
	var effects []string // bodies with an effect for a verb
	s.predicates = g.predicates(s.tokens)
	for i := range s.predicates {
		p := &s.predicates[i]
		v, row := g.judge(s, p)
		if v == no {
			continue
		}
		if v == doubt && row == 2 && p.subject.class == classBody {
			effects = append(effects, p.subject.actors...)
		}
		if v > f.verdict {
			f.verdict, best = v, nil
		}
		if v == f.verdict {
			best = append(best, p)
		}
	}
	if f.verdict == no {
		return
	}
	last := &s.predicates[len(s.predicates)-1]
	f.lists = u.opens && !last.copula && !last.passive && last.verbAt >= len(s.tokens)-2
	f.commitment = g.bare(s.printed, u)
	c := &f.commitment
	c.Sure = f.verdict == yes
	c.Kind, c.Strength = "", document.Soft
	f.unnamed = true
	for i, p := range best {
		f.unnamed = f.unnamed && p.unnamed
		end := len(s.tokens)
		if i+1 < len(best) {
			end = best[i+1].at
		}
		kind := g.kindOf(s, p)
		if c.Kind == "" || rank(kind) < rank(c.Kind) {
			c.Kind = kind
		}
		if g.strengthOf(s, p, end) == document.Firm {
			c.Strength = document.Firm
		}
		c.Actors = union(c.Actors, p.subject.actors)
		c.Why = append(c.Why, g.why(runes, s.tokens, p)...)
	}
	c.Actors = union(c.Actors, effects)
	c.Actors = union(c.Actors, g.leaders(s.tokens, 0, len(s.tokens)))
	if len(c.Actors) == 0 {
		c.Actors = []string{g.we}
	}
	g.remember(s, best, c.Actors)
}

// rank orders kinds where a sentence has several: money beats what goes on.
func rank(k document.CommitmentKind) int {
	return slices.Index([]document.CommitmentKind{document.CommitmentFund, document.CommitmentLegislate, document.CommitmentPublish,
		document.CommitmentMeasure, document.CommitmentContinue, document.CommitmentAct}, k)
}

func union(a, b []string) []string {
	for _, s := range b {
		if !slices.Contains(a, s) {
			a = append(a, s)
		}
	}
	return a
}

// bare returns what a unit's commitment is whatever the rules say: its place, its
// dates and its sums.
func (g *grammar) bare(text string, u unit) document.Commitment {
	c := document.Commitment{Start: u.start, End: u.end, Text: text, Kind: document.CommitmentAct, Strength: document.Firm,
		Actors: []string{}, Years: []int{}, Why: []document.Span{}}
	c.Money, c.Amounts = sums(text)
	var by []string
	for _, d := range g.dates(text) {
		if !slices.Contains(by, d.text) {
			by = append(by, d.text)
		}
		for _, y := range d.years {
			if !slices.Contains(c.Years, y) {
				c.Years = append(c.Years, y)
			}
		}
	}
	slices.Sort(c.Years)
	c.By = strings.Join(by, " and ")
	return c
}

// why returns the words that made a predicate a commitment: its subject, and from
// its first word to its verb.
func (g *grammar) why(runes []rune, tokens []token, p *predicate) []document.Span {
	var places []document.Span
	place := func(from, to int) {
		if from < to && to <= len(tokens) {
			start, end := tokens[from].start, tokens[to-1].end
			places = append(places, document.Span{Start: start, End: end, Text: string(runes[start:end])})
		}
	}
	if p.subject.end <= p.at {
		place(p.subject.start, p.subject.end)
	}
	place(p.at, min(max(p.verbAt+1, p.at+1), len(tokens)))
	return places
}

// ofMeasure is the end of a lead-in whose bullets say what a measure is to do: "a new
// policy that will:".
var ofMeasure = regexp.MustCompile(`(?i)\b(?:that|which) (?:will|would|should|can)(?: also)?:\s*$`)

// inherit gives a bullet what its lead-in says: "Our plan will deliver:". A bullet
// under a lead-in that is whole without it, "will be made up of:", is none unless
// it begins with an act of its own.
func (g *grammar) inherit(f, leadIn *found, s *sentence, u unit) {
	if leadIn.expects && f.verdict == no {
		leadIn.taken = true
		f.expects, f.of, f.commitment.Sure = true, leadIn.of, true
		f.commitment.Why = leadIn.commitment.Why
		return
	}
	if leadIn.verdict == no || len(s.tokens) == 0 {
		return
	}
	if ofMeasure.MatchString(leadIn.commitment.Text) {
		return // what the measure will do, which the lead-in promises
	}
	first := s.tokens[0]
	act := first.slug == "" && (gerund(first.lower) || g.v.forms[first.lower] == first.lower)
	if f.verdict != no {
		leadIn.taken = leadIn.taken || act || leadIn.lists
		return
	}
	if !act && !leadIn.lists || g.v.subordinators[first.lower] {
		return
	}
	leadIn.taken = true
	l := leadIn.commitment
	c := g.bare(s.printed, u)
	c.Actors, c.Strength, c.Sure = l.Actors, l.Strength, true
	c.Kind = l.Kind
	if c.Kind == document.CommitmentAct {
		c.Kind = g.verbKind(s, g.v.lemma(first.lower), 0)
	}
	c.Why = l.Why
	f.verdict, f.commitment = yes, c
}

// setAntecedent remembers whom "it" in the next sentence stands for: the body
// that was this one's subject, else the body named last.
func (g *grammar) setAntecedent(s *sentence, f *found) {
	if len(s.tokens) == 0 {
		return
	}
	sub := subject{class: classThing}
	switch {
	case len(s.predicates) > 0 && !s.predicates[0].subject.subordinate:
		sub = s.predicates[0].subject
	default:
		sub = g.firstSubject(s.tokens, 0, len(s.tokens))
	}
	switch sub.class {
	case classBody:
		g.antecedent = sub
	case classWe, classNone:
		g.antecedent = subject{class: classThing, actors: []string{g.we}}
		for _, t := range s.tokens {
			if t.slug != "" && !t.possessive {
				g.antecedent = subject{class: classBody, actors: []string{t.slug}}
			}
		}
	case classThis:
		g.antecedent.class = classThing
	default:
		g.antecedent = subject{class: classThing, actors: f.commitment.Actors}
	}
}
