package document

import (
	"cmp"
	"fmt"
	"slices"
)

func (o Organisation) check() error {
	switch {
	case o.Name == "":
		return fmt.Errorf("organisations.also: %q has no name", o.Slug)
	case o.Slug != Slug(o.Slug) || o.Slug == "":
		return fmt.Errorf("organisations.also: slug %q of %q may hold only a-z, 0-9 and hyphens: write %q", o.Slug, o.Name, Slug(cmp.Or(o.Abbreviation, o.Name)))
	}
	return nil
}

// reservedSlugs are the addresses of the site itself.
var reservedSlugs = []string{
	"api", "organisations", "static", "healthz", "readyz", "metrics", "about", "help", "check", "commitments", "mcp", "unapi", "documents",
	"search", "compare", "terms", "briefing",
}

// IsReserved reports whether a slug is an address of the site itself.
func IsReserved(slug string) bool { return slices.Contains(reservedSlugs, slug) }

// ParseManifest reads a manifest and refuses unknown keys and impossible
// values. name is the file's name, for messages.
func ParseManifest(name string, data []byte) (*Manifest, error) {
	m := new(Manifest)
	if err := DecodeYAML(name, data, m); err != nil {
		return nil, fmt.Errorf("%w: mend or remove it", err)
	}
	if err := m.check(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return m, nil
}

func (m *Manifest) check() error {
	switch {
	case m.Slug == "":
		return fmt.Errorf("slug is missing: give the name that stands in the document's addresses")
	case m.Slug != Slug(m.Slug):
		return fmt.Errorf("slug %q may hold only a-z, 0-9 and hyphens: write %q", m.Slug, Slug(m.Slug))
	case slices.Contains(reservedSlugs, m.Slug):
		return fmt.Errorf("slug %q is an address of the site itself: choose another", m.Slug)
	case m.Title == "":
		return fmt.Errorf("title is missing")
	case m.File == "":
		return fmt.Errorf("file is missing: name the document's file beside the manifest")
	case m.Medium != MediumPrint && m.Medium != MediumWeb:
		return fmt.Errorf("medium %q is unknown: use %q, or leave it out for a printed document", m.Medium, MediumWeb)
	case !slices.Contains(m.numberings(), m.Paragraphs.Numbering):
		return fmt.Errorf("paragraphs.numbering %q is unknown: use one of %q", m.Paragraphs.Numbering, m.numberings()[1:])
	case m.Pages != nil && m.Pages.Starts != StartsLeadingSpace:
		return fmt.Errorf("pages.starts %q is unknown: use %q", m.Pages.Starts, StartsLeadingSpace)
	case m.Pages != nil && (m.Pages.First < 1 || m.Pages.Last < m.Pages.First):
		return fmt.Errorf("pages.first %d to pages.last %d is no range of pages", m.Pages.First, m.Pages.Last)
	case m.Entries != nil && !slices.Contains(Kinds, m.Entries.Kind):
		return fmt.Errorf("entries.kind %q is unknown", m.Entries.Kind)
	case m.Layout != nil && !m.IsPDF() && !m.Flows():
		return fmt.Errorf("layout is for PDFs only, and for files that say their layout themselves; file is %q", m.File)
	case m.Layout != nil && m.Flows() && !m.Layout.flows():
		return fmt.Errorf("layout: %q has no pages, and headings and restarts are all that can be overridden", m.File)
	case m.Flows() && (m.Pages != nil || len(m.Boxes) > 0 || len(m.Figures) > 0 || m.Entries != nil):
		return fmt.Errorf("pages, boxes, figures and entries are for text files: those of %q are worked out", m.File)
	case m.IsPDF() && (m.Pages != nil || len(m.Outline) > 0 || len(m.Boxes) > 0 || len(m.Figures) > 0 || m.Entries != nil):
		return fmt.Errorf("pages, outline, boxes, figures and entries are for text files: a PDF's are worked out, and layout overrides that")
	}
	if err := m.checkStrangers(); err != nil {
		return err
	}
	for _, o := range m.Organisations.Also {
		if err := o.check(); err != nil {
			return err
		}
	}
	if m.Layout != nil {
		return m.Layout.check()
	}
	return nil
}

// numberings lists the styles of paragraph numbers that the kind of file may
// have.
func (m *Manifest) numberings() []Numbering {
	if m.IsPDF() || m.Flows() {
		return []Numbering{NumberingNone, NumberingPlain, NumberingStop, NumberingChapter, NumberingSection, NumberingPages}
	}
	return []Numbering{NumberingNone, NumberingPlain}
}
