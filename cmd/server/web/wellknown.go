package web

import (
	"encoding/xml"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"socsearch/cmd/server/ask"
	"socsearch/static"
)

// robots answers GET /robots.txt: pages may be read by machines, searches in
// endless variety may not.
func (s *server) robots(w http.ResponseWriter, r *http.Request, _ *snapshot) error {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, err := fmt.Fprintf(w, "User-agent: *\nAllow: /\nDisallow: /?\nDisallow: /api/\nSitemap: %s/sitemap.xml\n", s.base(r))
	return err
}

// maxSitemap is how many addresses a sitemap may hold (sitemaps.org).
const maxSitemap = 50_000

// sitemap answers GET /sitemap.xml: the pages, the documents, the organisations
// and every passage.
func (s *server) sitemap(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	paths := []string{"/", "/organisations", "/commitments", "/terms", "/about", "/help"}
	for i := range x.Documents {
		paths = append(paths, "/"+x.Documents[i].Slug)
	}
	for _, o := range x.OrganisationList() {
		paths = append(paths, organisationURL(o.Slug))
	}
	passages, err := x.Passages("", 0, maxSitemap-len(paths))
	if err != nil {
		return err
	}
	for _, p := range passages {
		paths = append(paths, p.URL)
	}
	type location struct {
		Loc string `xml:"loc"`
	}
	set := struct {
		XMLName xml.Name   `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []location `xml:"url"`
	}{}
	for _, p := range paths {
		set.URLs = append(set.URLs, location{s.base(r) + p})
	}
	return writeXML(w, "application/xml", set)
}

// openSearch answers GET /opensearch.xml, by which a browser can add the search
// (OpenSearch 1.1).
func (s *server) openSearch(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	type template struct {
		Type     string `xml:"type,attr"`
		Rel      string `xml:"rel,attr,omitempty"`
		Template string `xml:"template,attr"`
	}
	description := struct {
		XMLName       xml.Name `xml:"http://a9.com/-/spec/opensearch/1.1/ OpenSearchDescription"`
		ShortName     string
		Description   string
		InputEncoding string
		Image         string
		URLs          []template `xml:"Url"`
	}{
		ShortName:     x.shortSiteName(),
		Description:   x.newSiteView("").Name,
		InputEncoding: "UTF-8",
		Image:         s.base(r) + "/favicon.svg",
		URLs: []template{
			{"text/html", "results", s.base(r) + "/?q={searchTerms}"},
			{"application/atom+xml", "results", s.base(r) + "/api/v1/search?q={searchTerms}&format=atom"},
			{"application/x-suggestions+json", "suggestions", s.base(r) + "/api/v1/suggest?q={searchTerms}&format=opensearch"},
			{"application/opensearchdescription+xml", "self", s.base(r) + "/opensearch.xml"},
		},
	}
	return writeXML(w, "application/opensearchdescription+xml", description)
}

// shortSiteName is the site's name in the 16 characters that OpenSearch allows.
func (x *snapshot) shortSiteName() string {
	const longest = 16
	if d := x.Principal(); d != nil {
		if name := ask.Capitalise(d.Slug) + " search"; len(name) <= longest {
			return name
		}
	}
	return siteName
}

func writeXML(w http.ResponseWriter, mediaType string, v any) error {
	w.Header().Set("Content-Type", mediaType+"; charset=utf-8")
	if _, err := w.Write([]byte(xml.Header)); err != nil {
		return err
	}
	return xml.NewEncoder(w).Encode(v)
}

// llms answers GET /llms.txt: what the site is and how to read it, for language
// models (llmstxt.org).
func (s *server) llms(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	var b strings.Builder
	base := s.base(r)
	b.WriteString("# " + x.newSiteView("").Name + "\n\n")
	b.WriteString("> Full-text search over the documents below, by numbered paragraph, with printed pages, footnotes, organisations and citations. Quote the text as it is and cite the paragraph number; say so where a document is superseded.\n\n## Documents\n\n")
	for i := range x.Documents {
		d := &x.Documents[i]
		fmt.Fprintf(&b, "- [%s](%s/%s):", d.Title, base, d.Slug)
		if by := joinKnown(d.Author, d.Series, d.Published); by != "" {
			b.WriteString(" " + by + ".")
		}
		if d.Licence.Notice != "" {
			fmt.Fprintf(&b, " %s.", strings.TrimSuffix(d.Licence.Notice, "."))
		}
		if line := d.SupersededLine(); line != "" {
			b.WriteString(" " + line)
		}
		b.WriteString("\n")
	}
	example, err := x.newExample()
	if err != nil {
		return err
	}
	fmt.Fprintf(&b, "\n## How to read it\n\n- [Search](%s/api/v1/search?q=county+lines): JSON; format=markdown gives quotations with citations\n", base)
	fmt.Fprintf(&b, "- [A passage](%s/api/v1/passages%s): text, page, section, organisations, footnotes, citations\n", base, example.Passage)
	fmt.Fprintf(&b, "- [What a reference means](%s/api/v1/resolve?ref=para+79)\n- [The API's description](%s/api/v1/openapi.json): OpenAPI 3.1\n- [Organisations](%s/api/v1/organisations)\n- [Commitments](%s/api/v1/commitments): who undertook what, by when, with how much money\n", base, base, base, base)
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	return writeText(w, b.String())
}

// joinKnown writes what is known, with commas between.
func joinKnown(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// favicon answers GET /favicon.svg.
func (s *server) favicon(w http.ResponseWriter, _ *http.Request, _ *snapshot) error {
	w.Header().Set("Content-Type", "image/svg+xml")
	_, err := w.Write(static.Favicon())
	return err
}
