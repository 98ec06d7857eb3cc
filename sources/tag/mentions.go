package tag

import (
	"slices"

	"socsearch/sources/document"
)

// How an implied organisation comes in.
const (
	ByOffice   = "office"   // an office that speaks for it is named
	ByParent   = "parent"   // a unit of it is named
	ByFootnote = "footnote" // only a footnote names it
	ByHeading  = "heading"  // only a heading above it names it
)

// Where a mention stands.
const (
	InText     = "text"
	InTable    = "table"
	InTitle    = "title"
	InFootnote = "footnote" // followed by a space and the footnote's number
	InHeading  = "heading"
)

// tagger tags passages from a gazetteer and a vocabulary of threats.
type tagger struct {
	gazetteer *Gazetteer
	names     *dictionary // names of organisations, and masks as ""
	tables    *dictionary // names in the first column of tables
	offices   *dictionary
	threats   *Threats
	strands   *Strands
}

// newTagger makes a tagger for a document with masks of its own.
func newTagger(g *Gazetteer, threats *Threats, strands *Strands, masks []string) *tagger {
	t := &tagger{gazetteer: g, names: newDictionary(false), tables: newDictionary(false), offices: newDictionary(false), threats: threats, strands: strands}
	for _, mask := range masks {
		t.names.add(wordTexts(mask), "")
	}
	for _, o := range g.Organisations {
		t.names.addName(o.Name, o.Slug)
		t.names.addName(o.Abbreviation, o.Slug)
		for _, form := range o.Forms {
			t.names.addName(form, o.Slug)
		}
		for _, form := range o.TableForms {
			t.tables.add(wordTexts(form), o.Slug)
		}
		for _, office := range o.Offices {
			t.offices.add(wordTexts(office), o.Slug)
		}
	}
	for _, mask := range g.Masks {
		t.names.add(wordTexts(mask), "")
	}
	return t
}

// TagDocument tags the passages of one document, whose manifest may add to the
// masks. The gazetteer must be complete (see [Gazetteer.AddEntries]).
func TagDocument(g *Gazetteer, threats *Threats, strands *Strands, masks []string, passages []document.Passage) {
	t := newTagger(g, threats, strands, masks)
	for _, o := range g.Organisations {
		if len(o.Loose) == 0 || !t.isAbout(passages, o.Slug) {
			continue
		}
		for _, form := range o.Loose {
			t.names.addName(form, o.Slug)
		}
	}
	for i := range passages {
		t.tag(&passages[i])
	}
}

// isAbout reports whether a document is about an organisation: one passage in
// twenty names it. The strategy names police forces in one of four, a white paper
// on immigration in one of a hundred, where “forces” are those of the market.
func (t *tagger) isAbout(passages []document.Passage, slug string) bool {
	const passagesPerName = 20
	named := 0
	for i := range passages {
		if slices.ContainsFunc(t.names.find(cutWords(passages[i].Text)), func(f found) bool { return f.name == slug }) {
			named++
		}
	}
	return named*passagesPerName >= len(passages) && named > 0
}

// tag sets the organisations, strands and threats of a passage. An entry keeps
// its own organisation, which the splitter set.
func (t *tagger) tag(p *document.Passage) {
	named, implied := newMentions(t.gazetteer), newMentions(t.gazetteer)
	if own := t.gazetteer.Organisation(entrySlug(p)); own != nil {
		p.Title, p.Place.Under = own.Name, own.Name
		named.add(own.Slug, "", document.Why{In: InTitle, End: len([]rune(own.Name)), Text: own.Name})
	} else if p.Kind == document.KindBox {
		t.addNames(named, "", InTitle, p.Title)
	}
	t.addNames(named, "", InText, p.Text)
	t.addTable(named, p.Table)

	t.addOffices(implied, p.Text)
	t.addParents(implied, named)
	for _, n := range p.Footnotes {
		t.addNames(implied, ByFootnote, InFootnote+" "+n.Number, n.Text)
	}
	for _, heading := range p.Section {
		t.addNames(implied, ByHeading, InHeading, heading)
	}
	p.Organisations = named.list
	p.Implied = implied.without(named)
	p.Strands = t.findStrands(p.Text)
	p.Threats = t.findThreats(p.Text)
}

// addNames adds the organisations that a text names.
func (t *tagger) addNames(ms *mentions, by, in, text string) {
	words := cutWords(text)
	runes := []rune(text)
	for _, f := range t.names.find(words) {
		if f.name != "" {
			ms.add(f.name, by, why(in, runes, words, f))
		}
	}
}

func why(in string, text []rune, words []word, f found) document.Why {
	start, end := words[f.first].start, words[f.end-1].end
	return document.Why{In: in, Start: start, End: end, Text: string(text[start:end])}
}

// addTable adds the organisations that name a table's rows.
func (t *tagger) addTable(ms *mentions, table *document.Table) {
	if table == nil {
		return
	}
	for _, row := range table.Rows {
		words := cutWords(row[0])
		if f, ok := t.tables.longest(words, 0); ok && f.end == len(words) {
			ms.add(f.name, "", why(InTable, []rune(row[0]), words, f))
		}
	}
}

// addOffices adds the organisations that an office in the text speaks for. An
// office's name within an organisation's is none: the Attorney General's Office.
func (t *tagger) addOffices(ms *mentions, text string) {
	words := cutWords(text)
	runes := []rune(text)
	names := t.names.find(words)
	for _, f := range t.offices.find(words) {
		within := slices.ContainsFunc(names, func(n found) bool {
			return n.first <= f.first && f.end <= n.end && n.end-n.first > f.end-f.first
		})
		if !within {
			ms.add(f.name, ByOffice, why(InText, runes, words, f))
		}
	}
}

// addParents adds the bodies that named units are part of, and theirs.
func (t *tagger) addParents(implied, named *mentions) {
	for _, m := range named.list {
		for o := t.gazetteer.Organisation(m.Slug); o.Parent != ""; {
			o = t.gazetteer.Organisation(o.Parent)
			for _, w := range m.Why {
				implied.add(o.Slug, ByParent, w)
			}
		}
	}
}

// mentions collects mentions in the order in which they are first met.
type mentions struct {
	gazetteer *Gazetteer
	list      []document.Mention
	place     map[string]int
}

func newMentions(g *Gazetteer) *mentions {
	return &mentions{gazetteer: g, list: []document.Mention{}, place: map[string]int{}}
}

// add adds a place to a mention. What an organisation is first implied by
// stands; later ways don't count.
func (ms *mentions) add(slug, by string, w document.Why) {
	at, known := ms.place[slug]
	if !known {
		o := ms.gazetteer.Organisation(slug)
		at = len(ms.list)
		ms.place[slug] = at
		ms.list = append(ms.list, document.Mention{Slug: slug, Name: o.Name, Abbreviation: o.Abbreviation, By: by})
	}
	if ms.list[at].By == by {
		ms.list[at].Why = append(ms.list[at].Why, w)
	}
}

// without returns the mentions of organisations that others doesn't hold.
func (ms *mentions) without(others *mentions) []document.Mention {
	kept := []document.Mention{}
	for _, m := range ms.list {
		if _, named := others.place[m.Slug]; !named {
			kept = append(kept, m)
		}
	}
	return kept
}
