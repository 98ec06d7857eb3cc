package tag

import (
	"fmt"
	"slices"
	"strings"

	"socsearch/sources/document"
)

// Organisation is a body that a document names.
type Organisation struct {
	Slug         string   `yaml:"slug" json:"slug"`
	Name         string   `yaml:"name" json:"name"`
	Abbreviation string   `yaml:"abbreviation" json:"abbreviation"`
	Kind         string   `yaml:"kind" json:"kind"`
	Forms        []string `yaml:"forms" json:"forms"`             // further names in running text
	Loose        []string `yaml:"loose" json:"loose"`             // words that are its name only where a document is about it: see isAbout
	TableForms   []string `yaml:"table_forms" json:"table_forms"` // names in a table's first column only
	Offices      []string `yaml:"offices" json:"offices"`         // whose holders speak for it
	Parent       string   `yaml:"parent" json:"parent"`           // slug of the body that it is part of
	ParentSource string   `yaml:"parent_source" json:"parent_source"`
	Defined      string   `yaml:"defined" json:"defined"` // id of the passage that introduces it
}

// Gazetteer lists the organisations that can be tagged.
type Gazetteer struct {
	Organisations []*Organisation `yaml:"organisations"`
	// Masks are phrases that look like a name and are none.
	Masks []string `yaml:"masks"`

	bySlug map[string]*Organisation
}

// ParseGazetteer reads a gazetteer; name is the file's, for messages.
func ParseGazetteer(name string, data []byte) (*Gazetteer, error) {
	g := &Gazetteer{bySlug: map[string]*Organisation{}}
	if err := document.DecodeYAML(name, data, g); err != nil {
		return nil, err
	}
	for _, o := range g.Organisations {
		switch {
		case o.Slug != document.Slug(o.Slug) || o.Slug == "":
			return nil, fmt.Errorf("%s: slug %q may hold only a-z, 0-9 and hyphens", name, o.Slug)
		case g.bySlug[o.Slug] != nil:
			return nil, fmt.Errorf("%s: slug %q stands twice", name, o.Slug)
		case o.Name == "":
			return nil, fmt.Errorf("%s: organisation %q has no name", name, o.Slug)
		}
		g.bySlug[o.Slug] = o
	}
	for _, o := range g.Organisations {
		if o.Parent != "" && g.bySlug[o.Parent] == nil {
			return nil, fmt.Errorf("%s: parent %q of %q is not in the list", name, o.Parent, o.Slug)
		}
	}
	return g, nil
}

// Add adds an organisation that a document's manifest describes. One that is
// there already must have the same name.
func (g *Gazetteer) Add(o document.Organisation) error {
	known := g.bySlug[o.Slug]
	if known == nil {
		known = &Organisation{Slug: o.Slug, Name: o.Name, Abbreviation: o.Abbreviation}
		g.bySlug[o.Slug] = known
		g.Organisations = append(g.Organisations, known)
	}
	if known.Name != o.Name {
		return fmt.Errorf("organisation %q is %q already: give %q another slug", o.Slug, known.Name, o.Name)
	}
	known.Forms = append(known.Forms, o.Forms...)
	return nil
}

// Organisation returns the organisation with a slug; nil if there is none.
func (g *Gazetteer) Organisation(slug string) *Organisation { return g.bySlug[slug] }

// Knows reports whether the gazetteer has a name, as an organisation's or as a
// mask.
func (g *Gazetteer) Knows(name string) bool {
	names := slices.Clone(g.Masks)
	for _, o := range g.Organisations {
		names = append(append(names, o.Name, o.Abbreviation), o.Forms...)
	}
	return slices.ContainsFunc(names, func(n string) bool {
		return strings.EqualFold(singularWords(n), singularWords(name))
	})
}

func singularWords(name string) string {
	return strings.TrimSuffix(strings.ReplaceAll(name, "&", "and"), "s")
}

// AddEntries adds the organisations that have an entry in an annex but no place in
// the gazetteer, named as the entry names them.
func (g *Gazetteer) AddEntries(passages []document.Passage) {
	for i := range passages {
		p := &passages[i]
		if p.Kind != document.KindAnnex {
			continue
		}
		slug := entrySlug(p)
		if g.bySlug[slug] != nil {
			continue
		}
		lead, _, _ := strings.Cut(p.Text, ":")
		_, abbreviation := document.WithoutAbbreviation(lead)
		o := &Organisation{Slug: slug, Name: p.Title, Abbreviation: abbreviation, Defined: p.ID}
		g.Organisations = append(g.Organisations, o)
		g.bySlug[slug] = o
	}
	slices.SortStableFunc(g.Organisations, func(a, b *Organisation) int { return strings.Compare(a.Name, b.Name) })
}

// entrySlug returns the slug of the organisation whose entry a passage is; ""
// for any other passage.
func entrySlug(p *document.Passage) string {
	if (p.Kind == document.KindAnnex || p.Kind == document.KindRole) && len(p.Organisations) > 0 {
		return p.Organisations[0].Slug
	}
	return ""
}

// Aliases lists the other names of an organisation, besides its name and
// abbreviation, under which the documents name it.
func (o *Organisation) Aliases() []string {
	aliases := []string{}
	for _, f := range slices.Concat(o.Forms, o.Loose, o.TableForms) {
		if !slices.Contains(aliases, f) {
			aliases = append(aliases, f)
		}
	}
	return aliases
}
