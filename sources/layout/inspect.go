package layout

import (
	"fmt"
	"maps"
	"slices"

	"socsearch/sources/document"
	"socsearch/sources/pdf"
	"socsearch/sources/split"
)

// Inspect works out how a PDF is laid out and writes that down as a manifest to
// start from. What looks doubtful, and what was left out, stands in its comments.
// file is the PDF's name.
func Inspect(file string, d *pdf.Document) (string, error) {
	m := document.LeastManifest(file)
	r := infer(m, d, nil)
	front := r.frontMatter(d)
	if m.Title = front.Title.Value; m.Title == "" {
		m.Title = m.Slug
	}
	parts := r.cut()
	result, err := split.Assemble(m, r.blocks(parts))
	if err != nil {
		return "", err
	}
	result.Doubts = r.findDoubts(d, result.Contents)
	w := &manifestWriter{reader: r}
	w.Comment("What the typography of %s says, as a manifest to start from. Only slug,", m.File)
	w.Comment("title and file are needed: delete what is right, for it is worked out again.")
	w.Line("slug: %s", m.Slug)
	w.facts(front, m)
	w.paragraphs()
	w.layout(parts)
	w.findings(d, result)
	return w.String(), nil
}

// manifestWriter writes a manifest line by line.
type manifestWriter struct {
	*reader
	document.ManifestWriter
}

func (w *manifestWriter) paragraphs() {
	w.Line("")
	w.Line("paragraphs:")
	if w.style == "" {
		w.Line("  numbering: %s # counted on each page", document.NumberingPages)
		return
	}
	w.Line("  numbering: %s # such as %s", w.style, w.first.text[:w.first.length])
	w.Line("  last: %d", w.lastNumber())
}

func (w *manifestWriter) layout(parts []*part) {
	w.Line("")
	w.Line("layout:")
	w.Line("  body_size: %g", w.body.size)
	if w.style != "" {
		w.Line("  number_left: %.1f", w.numberLeft)
	}
	if w.hasOffset {
		w.Line("  page_offset: %d", w.offset)
	}
	w.running()
	w.leftOutPages()
	var named []*run
	for _, r := range w.runs {
		if r.anchor != "" {
			named = append(named, r)
		}
	}
	if len(named) > 0 {
		w.Line("  restarts:")
	}
	for _, r := range named {
		w.Line("    - {heading: %s, anchor: %s}", document.QuoteYAML(r.heading), r.anchor)
	}
	w.headings(parts)
}

// running lists the running heads and feet that aren't page numbers.
func (w *manifestWriter) running() {
	heads := map[string]bool{}
	for _, p := range w.pages {
		for _, l := range p.lines {
			if l.reason == split.RunningHead {
				heads[digitsFolded(l.text)] = true
			}
		}
	}
	if len(heads) > 0 {
		w.Line("  running:")
	}
	for _, h := range slices.Sorted(maps.Keys(heads)) {
		w.Line("    - %s", document.QuoteYAML(h))
	}
}

// leftOutPages lists the pages without text, with the reason.
func (w *manifestWriter) leftOutPages() {
	var ranges []document.PageRange
	for _, p := range w.pages {
		reason := ""
		for _, l := range p.lines {
			switch {
			case l.role != roleLeftOut:
				reason = "text"
			case l.reason != split.PageNo && l.reason != split.RunningHead && reason == "":
				reason = l.reason
			}
		}
		if reason == "" || reason == "text" {
			continue
		}
		if n := len(ranges); n > 0 && ranges[n-1].To == p.Number-1 && ranges[n-1].Reason == reason {
			ranges[n-1].To = p.Number
			continue
		}
		ranges = append(ranges, document.PageRange{From: p.Number, To: p.Number, Reason: reason})
	}
	if len(ranges) > 0 {
		w.Line("  leave_out_pages: # pages of the file")
	}
	for _, r := range ranges {
		w.Line("    - {from: %d, to: %d, reason: %s}", r.From, r.To, r.Reason)
	}
}

func (w *manifestWriter) headings(parts []*part) {
	any := false
	for _, p := range parts {
		if (!p.heading || p.box) && !p.lonely {
			continue
		}
		if !any {
			w.Line("  headings: # level 0 makes one ordinary text; page is that of the file")
			any = true
		}
		w.Line("    - {level: %d, page: %d, text: %s}", p.level, p.lines[0].page.Number, document.QuoteYAML(p.text()))
	}
}

// facts writes the front matter as a manifest has it, each with where it was read.
func (w *manifestWriter) facts(f FrontMatter, m *document.Manifest) {
	w.fact("title", f.Title)
	if f.Title.Value == "" {
		w.Line("title: %s # not found: the file's name", document.QuoteYAML(m.Title))
	}
	w.Line("file: %s", document.QuoteYAML(m.File))
	w.fact("author", f.Author)
	w.fact("series", f.Series)
	w.fact("isbn", f.ISBN)
	w.fact("published", f.Published)
	w.fact("publisher", f.Publisher)
	if f.Licence.Value != "" {
		w.Line("licence: {name: %s} # %s", document.QuoteYAML(f.Licence.Value), f.Licence.From)
	}
}

func (w *manifestWriter) fact(key string, f Fact) {
	if f.Value == "" {
		return
	}
	sure := "sure"
	if !f.Sure {
		sure = "not sure"
	}
	w.Line("%s: %s # %s", key, document.QuoteYAML(f.Value), fmt.Sprintf("%s; %s", f.From, sure))
}
