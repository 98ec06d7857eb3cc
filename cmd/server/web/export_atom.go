package web

import (
	"encoding/xml"
	"html/template"
	"io"
	"strings"
	"time"

	"socsearch/index/library"
	"socsearch/sources/document"
)

// atomFeed is a feed as RFC 4287 has it.
type atomFeed struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	// Subtitle says which documents have been superseded.
	Subtitle string     `xml:"subtitle,omitempty"`
	Updated  string     `xml:"updated"`
	Author   atomAuthor `xml:"author"`
	Links    []atomLink `xml:"link"`
	// The elements of OpenSearch 1.1: how many entries there are on all pages, the
	// number of the first of this one, counted from 1, and how many a page has.
	TotalResults int         `xml:"http://a9.com/-/spec/opensearch/1.1/ totalResults"`
	StartIndex   int         `xml:"http://a9.com/-/spec/opensearch/1.1/ startIndex"`
	ItemsPerPage int         `xml:"http://a9.com/-/spec/opensearch/1.1/ itemsPerPage"`
	Entries      []atomEntry `xml:"entry"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel   string `xml:"rel,attr"`
	Href  string `xml:"href,attr"`
	Type  string `xml:"type,attr,omitempty"`
	Title string `xml:"title,attr,omitempty"`
}

type atomEntry struct {
	ID      string     `xml:"id"`
	Title   string     `xml:"title"`
	Updated string     `xml:"updated"`
	Author  atomAuthor `xml:"author"`
	Links   []atomLink `xml:"link"`
	Summary atomText   `xml:"summary"`
	Content atomText   `xml:"content"`
	Rights  string     `xml:"rights"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Body string `xml:",chardata"`
}

// writeAtom writes a page of results as a feed. Its pages are documents of one feed,
// with one id (RFC 5005, 3).
func (s *server) writeAtom(w io.Writer, e export) error {
	feed := atomFeed{
		ID:       e.absolute("/" + e.feed),
		Title:    e.description,
		Subtitle: strings.Join(e.supersededLines(), " "),
		Updated:  e.built.Format(time.RFC3339),
		Author:   atomAuthor{"socsearch"},

		TotalResults: e.total,
		StartIndex:   (e.page-1)*e.perPage + 1,
		ItemsPerPage: e.perPage,
		Links: []atomLink{
			{"self", e.absolute(e.self), "application/atom+xml", ""},
			{"alternate", e.absolute("/" + e.address), "text/html", ""},
		},
	}
	for _, l := range []struct {
		rel string
		to  document.OptionalString
	}{{"first", e.links.First}, {"previous", e.links.Previous}, {"next", e.links.Next}, {"last", e.links.Last}} {
		if l.to != "" {
			feed.Links = append(feed.Links, atomLink{l.rel, e.absolute(strings.TrimPrefix(string(l.to), s.BaseURL)), "application/atom+xml", ""})
		}
	}
	for i, p := range e.passages {
		d := e.index.Document(p.Document)
		feed.Entries = append(feed.Entries, atomEntry{
			ID:      e.absolute(p.URL),
			Title:   d.Title + ", " + p.Label,
			Updated: atomDate(d.Published),
			Author:  atomAuthor{d.Author},
			Links:   entryLinks(d, e.absolute(p.URL)),
			Summary: atomText{"html", e.snippets[i] + remarkHTML(p)},
			Content: atomText{"text", p.Text},
			Rights:  d.Licence.Notice,
		})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", " ")
	return enc.Encode(feed)
}

// remarkHTML is what a reader must know of a passage, as a paragraph of its own.
func remarkHTML(p *document.Passage) string {
	if p.Remark == "" {
		return ""
	}
	return "<p>" + template.HTMLEscapeString(p.Remark) + "</p>"
}

// entryLinks leads to a passage's page, and from a document that has been superseded
// to the one that took its place (RFC 5829 names the relation).
func entryLinks(d *library.Document, page string) []atomLink {
	links := []atomLink{{"alternate", page, "text/html", ""}}
	if by := d.SupersededBy; by != nil && by.URL != "" {
		links = append(links, atomLink{"successor-version", by.URL, "text/html", d.SupersededLine()})
	}
	return links
}

// atomDate makes a moment of a date that may lack day and month.
func atomDate(published string) string {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, published); err == nil {
			return t.Format(time.RFC3339)
		}
	}
	return time.Time{}.Format(time.RFC3339)
}
