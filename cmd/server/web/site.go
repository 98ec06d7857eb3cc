package web

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"socsearch/cmd/server/ask"
	"socsearch/index/library"
	"socsearch/sources/document"
)

// siteView is what the layout says on every page.
type siteView struct {
	Root      string // what stands before every path; "" for nothing
	Name      string
	Nav       []linkView
	Credits   []creditView
	Shortcuts []shortcut
}

// creditView names a document and its licence; much of it may be "".
type creditView struct{ Author, Title, Series, Notice, Licence, LicenceURL string }

// noticeView says that a document has been superseded.
type noticeView struct {
	Document, Link    string
	By, Series, Since string
	At                string // where the other can be read; "" where that isn't known
}

// siteName is the name of a site that isn't about one document.
const siteName = "Document search"

// newSiteView makes what the layout says at an address. Without an index it
// names no documents.
func (x *snapshot) newSiteView(at string) siteView {
	v := siteView{Name: siteName, Shortcuts: shortcuts, Nav: []linkView{{Label: "Search", Link: "/"}}}
	if x != nil {
		if d := x.Principal(); d != nil {
			v.Name = d.Title + " search"
			v.Nav = append(v.Nav, linkView{Label: ask.Capitalise(d.ShortName()), Link: "/" + d.Slug})
		} else {
			v.Nav = append(v.Nav, linkView{Label: "Documents", Link: "/#documents"})
		}
		v.Credits = credits(x.Documents)
	}
	for _, page := range []string{"Organisations", "Commitments", "Check", "Briefing", "Help", "About"} {
		v.Nav = append(v.Nav, linkView{Label: page, Link: "/" + strings.ToLower(page)})
	}
	for i := range v.Nav {
		link := v.Nav[i].Link
		v.Nav[i].Current = at == link || link != "/" && strings.HasPrefix(at, link+"/")
	}
	return v
}

// credits names the documents whose manifest tells who made them or who may use
// them.
func credits(documents []library.Document) []creditView {
	var list []creditView
	for _, d := range documents {
		if cmp.Or(d.Author, d.Licence.Notice, d.Licence.Name) != "" {
			list = append(list, creditView{d.Author, d.Title, d.Series, strings.TrimSuffix(d.Licence.Notice, "."), d.Licence.Name, d.Licence.URL})
		}
	}
	return list
}

// notices tells of documents that have been superseded: of the one that a page
// is about; on the other pages of all, where the site is about one document.
func (x *snapshot) notices(at string) []noticeView {
	segment, _, _ := strings.Cut(strings.TrimPrefix(at, "/"), "/")
	about := slices.IndexFunc(x.Documents, func(d library.Document) bool { return d.Slug == segment })
	if about < 0 && x.Principal() == nil {
		return nil
	}
	var list []noticeView
	for i, d := range x.Documents {
		by := d.SupersededBy
		if by == nil || about >= 0 && about != i {
			continue
		}
		list = append(list, noticeView{ask.Capitalise(d.ShortName()), "/" + d.Slug, by.Title, by.Series, by.Date, by.URL})
	}
	return list
}

// exampleView is addresses that explain how addresses are made; "" where the
// documents have nothing of the kind.
type exampleView struct{ Passage, Next, Range, Page, Footnote string }

// newExample takes the first numbered paragraph that has another after it, or
// else the first passage.
func (x *snapshot) newExample() (exampleView, error) {
	const enough = 300 // passages: each paper begins its numbers sooner
	passages, err := x.Passages("", 0, enough)
	if err != nil || len(passages) == 0 {
		return exampleView{}, err
	}
	e := exampleView{Passage: passages[0].URL, Next: passages[0].URL}
	for i, p := range passages[:len(passages)-1] {
		if next := passages[i+1]; p.Kind == document.KindParagraph && next.Kind == p.Kind && next.Document == p.Document {
			e = exampleView{Passage: p.URL, Next: next.URL, Range: p.URL + "-" + next.Number}
			if p.Page > 0 {
				e.Page = fmt.Sprintf("/%s/page/%d", p.Document, p.Page)
			}
			break
		}
	}
	for _, p := range passages {
		if len(p.Footnotes) > 0 {
			e.Footnote = p.URL + "#fn-" + p.Footnotes[0].Number
			break
		}
	}
	return e, nil
}

// documentOf names the document that a passage is from; "" where the site is
// about one document, whose passages need no more than their labels.
func (x *snapshot) documentOf(p *document.Passage) string {
	d := x.Document(p.Document)
	if d == nil || x.Principal() != nil {
		return ""
	}
	return d.ShortName()
}
