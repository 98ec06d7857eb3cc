package web

import (
	"encoding/json"
	"html/template"
	"net/url"
	"strings"

	"socsearch/index/library"
	"socsearch/sources/document"
)

// metadata is what a passage's page tells programs: search engines and
// reference managers.
type metadata struct {
	Canonical string       // address of the page itself
	Tags      []metaTag    // citation_*, as Google Scholar and Zotero read them
	UnAPI     string       // id under which /unapi has the record
	JSONLD    template.JS  // schema.org
	Official  officialView // the publication itself
}

type metaTag struct{ Name, Content string }

// officialView leads to the official publication: a link that browsers scroll
// to the words (text fragments), and the printed page to turn to.
type officialView struct{ Link, Pages string }

// newMetadata describes passages that stand one after the other. opening is words
// that lead to them in the publication; "" for none.
func newMetadata(d *library.Document, passages []*document.Passage, opening, base string) (metadata, error) {
	first, last := passages[0], passages[len(passages)-1]
	m := metadata{Canonical: base + pathOf(passages), UnAPI: strings.TrimPrefix(pathOf(passages), "/")}
	m.Tags = citationTags(d)
	if page := d.OfficialText(); page != "" {
		m.Official = officialView{page + textFragment(opening), pagesLabel(first.Page, last.PageEnd)}
	}
	data, err := json.Marshal(jsonLD(d, first, m.Canonical))
	m.JSONLD = template.JS(data) // encoding/json escapes <, > and &
	return m, err
}

// pathOf is the address of passages of one document: of one, of a run of paragraphs,
// or of a list.
func pathOf(passages []*document.Passage) string {
	var parts []string
	for i := 0; i < len(passages); {
		n := runLength(passages[i:])
		part := passages[i].Anchor()
		if n > 1 {
			part += "-" + passages[i+n-1].Anchor()
		}
		parts = append(parts, part)
		i += n
	}
	first := passages[0]
	return strings.TrimSuffix(first.URL, first.Anchor()) + strings.Join(parts, ",")
}

// runLength is how many of the first passages are paragraphs of the document's own
// count that follow each other, boxes and figures between them left aside.
func runLength(passages []*document.Passage) int {
	n := 1
	for n < len(passages) && follows(passages[n-1], passages[n]) {
		n++
	}
	return n
}

// follows reports whether a paragraph comes right after another in the document's own
// count: 79 and 80, 4.9 and 4.10.
func follows(a, b *document.Passage) bool {
	n, okA := ownNumber(a)
	m, okB := ownNumber(b)
	return okA && okB && n.Precedes(m)
}

// ownNumber is the number of a paragraph of the document's own count; ok is false for
// other passages.
func ownNumber(p *document.Passage) (n document.Number, ok bool) {
	return p.Place.Number, p.Place.IsOwn()
}

// citationTags are the tags of Google Scholar for technical reports. There is no
// citation_author: Zotero would part a body's name into first and last.
func citationTags(d *library.Document) []metaTag {
	tags := []metaTag{
		{"citation_title", d.Title},
		{"citation_publication_date", strings.ReplaceAll(d.Published, "-", "/")},
		{"citation_technical_report_institution", d.Publisher},
		{"citation_technical_report_number", d.Series},
		{"citation_language", "en-GB"},
		{"citation_public_url", d.LandingPage},
	}
	var known []metaTag
	for _, t := range tags {
		if t.Content != "" {
			known = append(known, t)
		}
	}
	return known
}

// jsonLD describes a passage as a part of a report (schema.org).
func jsonLD(d *library.Document, p *document.Passage, canonical string) map[string]any {
	organisation := func(name string) map[string]any {
		return map[string]any{"@type": "Organization", "name": name}
	}
	report := map[string]any{
		"@type": "Report", "name": d.Title, "author": organisation(d.Author), "datePublished": d.Published,
		"publisher": organisation(d.Publisher), "inLanguage": "en-GB",
	}
	if d.Licence.Notice != "" {
		report["copyrightNotice"] = d.Licence.Notice
	}
	if !d.Licence.Partial {
		report["license"] = d.Licence.URL
	}
	if d.Series != "" {
		report["reportNumber"] = d.Series
	}
	if d.LandingPage != "" {
		report["url"] = d.LandingPage
	}
	part := map[string]any{
		"@context": "https://schema.org", "@type": "CreativeWork", "name": p.Label, "url": canonical,
		"text": p.Text, "isPartOf": report, "identifier": p.ID,
	}
	if p.Page != 0 {
		part["pagination"] = strings.TrimLeft(pagesLabel(p.Page, p.PageEnd), "p ")
	}
	return part
}

// textFragment leads a browser to words (WICG, URL Fragment Text Directives), where
// a hyphen, a comma and an ampersand have meanings; "" for no words.
func textFragment(words string) string {
	if words == "" {
		return ""
	}
	return "#:~:text=" + strings.NewReplacer("+", "%20", "-", "%2D", ",", "%2C").Replace(url.QueryEscape(words))
}
