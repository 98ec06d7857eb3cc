package flow

import (
	"fmt"
	"slices"

	"socsearch/sources/blocks"
	"socsearch/sources/document"
	"socsearch/sources/split"
)

// Inspect works out how a document is built and writes that down as a manifest to
// start from. What looks doubtful, and what was left out, stands in its comments.
func Inspect(file string, source *blocks.Document) (string, error) {
	m := Describe(file, source)
	d := infer(m, source)
	parts := d.cut()
	result, err := split.Assemble(m, d.write(parts))
	if err != nil {
		return "", err
	}
	result.Doubts = d.findDoubts(result)
	w := &manifestWriter{}
	w.Comment("What %s says of itself, as a manifest to start from. Only slug, title and", m.File)
	w.Comment("file are needed: delete what is right, for it is worked out again.")
	w.Line("slug: %s", m.Slug)
	w.Line("title: %s", document.QuoteYAML(m.Title))
	w.Line("file: %s", document.QuoteYAML(m.File))
	w.facts(m, source.Properties.Author)
	w.paragraphs(d)
	w.layout(d, parts)
	w.findings(source, result)
	return w.String(), nil
}

// manifestWriter writes a manifest line by line.
type manifestWriter struct{ document.ManifestWriter }

func (w *manifestWriter) facts(m *document.Manifest, author string) {
	if m.Medium != "" {
		w.Line("medium: %s", m.Medium)
	}
	for _, f := range []struct{ key, value string }{{"published", m.Published}, {"series", m.Series}, {"landing_page", m.LandingPage}} {
		if f.value != "" {
			w.Line("%s: %s # the file’s properties", f.key, document.QuoteYAML(f.value))
		}
	}
	if author = cleanName(author, longestTitle); author != "" {
		w.Line("# author: %s # who made the file, as it says: often not who is cited", document.QuoteYAML(author))
	}
}

func (w *manifestWriter) paragraphs(d *doc) {
	w.Line("")
	main := d.main()
	if main == nil {
		w.Comment("No numbered paragraphs: those without a number are counted under their headings.")
		return
	}
	w.Line("paragraphs:")
	w.Line("  last: %d # numbers such as %s", d.lastNumber(), main.items[0].number.Style)
}

func (w *manifestWriter) layout(d *doc, parts []*part) {
	var lines []string
	for _, r := range d.runs {
		if r.anchor != "" && r.heading != recitals {
			lines = append(lines, fmt.Sprintf("    # %s-1 to %s stand under %s", r.anchor, r.last(), document.QuoteYAML(r.heading)))
		}
	}
	headings := slices.DeleteFunc(slices.Clone(parts), func(p *part) bool { return !p.heading || p.box })
	if len(lines)+len(headings) == 0 {
		return
	}
	w.Line("")
	w.Line("layout:")
	for _, l := range lines {
		w.Line("%s", l)
	}
	if len(headings) > 0 {
		w.Line("  headings: # level 0 makes one ordinary text")
	}
	for _, p := range headings {
		w.Line("    - {level: %d, text: %s}", p.level, document.QuoteYAML(p.text()))
	}
}

func (w *manifestWriter) findings(source *blocks.Document, result *split.Result) {
	w.Line("")
	kinds := map[document.Kind]int{}
	for i := range result.Passages {
		kinds[result.Passages[i].Kind]++
	}
	for _, k := range document.Kinds {
		if kinds[k] > 0 {
			w.Comment("%d passages of kind %s", kinds[k], k)
		}
	}
	notes := 0
	for _, b := range source.Blocks {
		if b.Kind == blocks.Note {
			notes++
		}
	}
	w.Comment("%d footnotes", notes)
	w.Comment("")
	w.Comment("Doubtful:")
	for _, doubt := range result.Doubts {
		w.Comment("- %s", doubt)
	}
	if len(result.Doubts) == 0 {
		w.Comment("- nothing")
	}
	w.Comment("")
	w.Comment("Left out, in characters (and words):")
	kept := []string{split.InPassage, split.InFootnote, split.InMark, split.InHeading}
	for _, reason := range result.Account.Reasons() {
		if n := result.Account.Count[reason]; n > 0 && !slices.Contains(kept, reason) {
			w.Comment("  %s: %d (%d)", reason, n, result.Account.Words[reason])
		}
	}
}
