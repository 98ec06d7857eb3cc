package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"socsearch/sources/blocks"
)

// siteName parts a page's title from the name of its site, which many pages add.
var siteName = regexp.MustCompile(`^(.+?)\s+(?:[-–—|]|::)\s+([^-–—|]+)$`)

var isoDate = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}`)

// metaNames are under which names pages say things of themselves, the surest first.
var metaNames = map[string][]string{
	"title":     {"citation_title", "dc.title", "dcterms.title", "og:title"},
	"author":    {"citation_author", "dc.creator", "dcterms.creator", "author"},
	"published": {"citation_publication_date", "dcterms.issued", "dc.date.issued", "dc.date", "article:published_time", "govuk:first-published-at"},
	"url":       {"dc.identifier", "og:url"},
}

// readProperties reads what a page says of itself.
func readProperties(root *html.Node) blocks.Properties {
	meta := map[string]string{}
	title, canonical, printed := "", "", ""
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch n.DataAtom {
		case atom.Title:
			if title == "" && n.Parent != nil && n.Parent.DataAtom == atom.Head {
				title = strings.Join(strings.Fields(allText(n)), " ")
			}
		case atom.H1:
			if printed == "" {
				printed = strings.Join(strings.Fields(allText(n)), " ")
			}
		case atom.Meta:
			name := strings.ToLower(attribute(n, "name") + attribute(n, "property"))
			if _, twice := meta[name]; !twice {
				meta[name] = strings.TrimSpace(attribute(n, "content"))
			}
		case atom.Link:
			if attribute(n, "rel") == "canonical" {
				canonical = attribute(n, "href")
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	first := func(of string) string {
		for _, name := range metaNames[of] {
			if v := meta[name]; v != "" {
				return v
			}
		}
		return ""
	}
	p := blocks.Properties{Title: first("title"), Author: first("author"), LandingPage: canonical}
	if p.Title == "" {
		p.Title = title
	}
	if m := siteName.FindStringSubmatch(p.Title); m != nil && (m[1] == printed || m[2] == meta["og:site_name"]) {
		p.Title = m[1]
	}
	if p.LandingPage == "" {
		p.LandingPage = first("url")
	}
	if strings.HasPrefix(p.LandingPage, "/") { // of this site, which the file doesn't name
		p.LandingPage = ""
	}
	p.Published = isoDate.FindString(strings.ReplaceAll(first("published"), "/", "-"))
	return p
}
