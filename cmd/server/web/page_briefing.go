package web

import (
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"socsearch/cmd/server/ask"
	"socsearch/index/snippet"
	"socsearch/sources/cite"
	"socsearch/sources/document"
)

// briefingView is a collection of passages.
type briefingView struct {
	view
	Heading string // its title
	Own     string // the title that its reader gave it; "" for none
	Parts   []briefingPart
	Items   int
	IDs     string // as in the address
	Order   string // value of the parameter
	Count   int    // of passages
	Link    string // absolute
	Sorted  string // the same in the order of the documents; "" where it is
	Clear   string // an empty one
	Undone  string // what was taken out; "" for nothing
	Undo    string // the address before that
	Exports []linkView
	Styles  []optionView
	Style   cite.Style // that is shown
	Chosen  cite.Style // that the address names
	Sources []copyView
	Closing []string
	Missing []string // ids without a passage
	Rich    copyView
	Example string // address of a briefing
}

// briefingPart is what stands under a heading: the reader's own, or the title of the
// document.
type briefingPart struct {
	Heading  string
	own      bool     // it is the reader's
	Citation copyView // of all the entries together; "" for one alone, and under a heading of the reader's
	Items    []briefingItem
}

// briefingItem is a passage, or a range of them.
type briefingItem struct {
	ID, Anchor     string
	URL            string
	Label, Short   string
	Pages          string
	Passages       []passageText
	Citation       copyView
	Note           string
	OwnHeading     string
	Without        string // the briefing without it
	Earlier, Later string // and with it moved
}

// briefingFormats are the forms in which a briefing can be saved.
var briefingFormats = []linkView{
	{Label: "Word", Link: "docx"}, {Label: "Markdown", Link: "markdown"}, {Label: "CSV", Link: "csv"}, {Label: "RIS", Link: "ris"},
	{Label: "BibTeX", Link: "bibtex"}, {Label: "CSL-JSON", Link: "csl-json"},
}

// briefingTitle is the heading of a briefing without a title of its own.
const briefingTitle = "Briefing"

// briefingPage answers GET /briefing.
func (s *server) briefingPage(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	p := ask.Read(r.URL.Query())
	format := p.OneOf(ask.ParamFormat, "", "docx", "markdown", "csv", "ris", "bibtex", "csl-json")
	b := readBriefing(p)
	added := p.Get(paramAdd)
	if err := p.Err(); err != nil {
		return err
	}
	if added != "" {
		if err := b.add(x, added); err != nil {
			return err
		}
		b.undo = nil
		http.Redirect(w, r, string(s.mount)+b.address(), http.StatusSeeOther)
		return nil
	}
	items, missing, err := b.collect(x)
	if err != nil {
		return err
	}
	if format != "" {
		return s.writeBriefing(w, r, x, b, items, format)
	}
	v := briefingView{view: s.view(briefingTitle, r), Heading: briefingTitle, Own: b.title, Missing: missing}
	if b.title != "" {
		v.Title, v.Heading = b.title, b.title
	}
	v.fill(x, b, items)
	v.Link = s.absolute(r, v.Link)
	if err := v.explain(x); err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, "briefing", v)
}

// writeBriefing writes a briefing in a format.
func (s *server) writeBriefing(w http.ResponseWriter, r *http.Request, x *snapshot, b briefing, items []item, format string) error {
	e := export{index: x, items: items, briefing: b, description: briefingTitle, base: s.base(r), built: x.Manifest.Built, accessed: today(), style: b.style}
	if b.title != "" {
		e.description = b.title
	}
	b.undo = nil
	e.from = e.absolute(b.address())
	for _, it := range items {
		e.passages = append(e.passages, it.passages...)
	}
	return s.writeExport(w, formatByName(format), e)
}

// explain adds an example of an address, for a briefing that is empty.
func (v *briefingView) explain(x *snapshot) error {
	example, err := x.newExample()
	if err != nil {
		return err
	}
	ids := []string{strings.TrimPrefix(example.Passage, "/"), strings.TrimPrefix(example.Next, "/")}
	v.Example = briefing{ids: ids}.address()
	return nil
}

// fill lays the items out and cites them.
func (v *briefingView) fill(x *snapshot, b briefing, items []item) {
	undone := b.undo
	b.undo = nil
	v.Chosen, v.Style = b.style, b.style
	if v.Style == "" {
		v.Style = cite.StyleOSCOLA
	}
	v.IDs, v.Link, v.Items = strings.Join(b.ids, ","), b.address(), len(items)
	v.tell(b, undone)
	for _, f := range briefingFormats {
		v.Exports = append(v.Exports, linkView{Label: f.Label, Link: b.address() + "&format=" + f.Link})
	}
	for _, style := range cite.Styles {
		v.Styles = append(v.Styles, optionView{Value: string(style), Label: style.Label(), On: style == v.Style})
	}
	var passages []*document.Passage
	before := ""
	for _, it := range items {
		heading, slug := b.headings[it.id], it.passages[0].Document
		if heading != "" || len(v.Parts) == 0 || slug != before {
			part := briefingPart{Heading: heading, own: heading != ""}
			if heading == "" {
				part.Heading = x.Document(slug).Title
			}
			v.Parts = append(v.Parts, part)
		}
		before = slug
		part := &v.Parts[len(v.Parts)-1]
		part.Items = append(part.Items, newBriefingItem(x, b, it, v.Style))
		passages = append(passages, it.passages...)
	}
	v.Count = len(passages)
	for i := range v.Parts {
		v.Parts[i].cite(x, v.Style)
	}
	v.Rich = briefingCopy(x, b, items, v.Style)
	v.Closing = closing(x, passages)
	for _, work := range works(x, passages) {
		v.Sources = append(v.Sources, newCopy(cite.Cite(v.Style.ForSources(), cite.Work{Manifest: work.Manifest}, today())))
	}
}

// cite cites all that stands under a document's title at once: "paras 79–82".
func (p *briefingPart) cite(x *snapshot, style cite.Style) {
	var all item
	for _, it := range p.Items {
		for _, text := range it.Passages {
			all.passages = append(all.passages, text.Passage)
		}
	}
	if !p.own && len(p.Items) > 1 {
		p.Citation = newCopy(cite.Cite(style.ForPlaces(), itemWork(x, all), today()))
	}
}

// tell says what was changed last and how it can be undone, and gives the addresses of
// the changes that concern the whole.
func (v *briefingView) tell(b briefing, undone []string) {
	if gone := slices.DeleteFunc(slices.Clone(undone), func(id string) bool { return slices.Contains(b.ids, id) }); len(gone) > 0 {
		v.Undone = ask.Plural(len(gone), "One entry was removed.", fmt.Sprintf("%d entries were removed.", len(gone)))
		back := b
		back.ids = undone
		v.Undo = back.address()
	}
	cleared := b.with(nil)
	v.Clear = cleared.address()
	if b.own {
		v.Order = ownOrder
		sorted := b
		sorted.own = false
		v.Sorted = sorted.address()
	}
}

func newBriefingItem(x *snapshot, b briefing, it item, style cite.Style) briefingItem {
	first, last := it.passages[0], it.passages[len(it.passages)-1]
	work := itemWork(x, it)
	v := briefingItem{
		ID: it.id, Anchor: strings.ReplaceAll(it.id, "/", "-"), URL: pathOf(it.passages),
		Label: rangeLabel(it.passages), Pages: pagesLabel(first.Page, last.PageEnd),
		Passages: layRun(it.passages, &snippet.Highlighter{}),
		Citation: newCopy(cite.Cite(style.ForPlaces(), work, today())),
		Note:     b.notes[it.id], OwnHeading: b.headings[it.id],
		Without: b.without(it.id).address(), Earlier: b.moved(it.id, -1), Later: b.moved(it.id, 1),
	}
	return v
}

func itemWork(x *snapshot, it item) cite.Work {
	return cite.Work{Manifest: &x.Document(it.passages[0].Document).Manifest, Pins: cite.Passages(it.passages...)}
}

// works are the documents that passages are from, each with its passages.
func works(x *snapshot, passages []*document.Passage) []cite.Work {
	return export{index: x, passages: passages}.works()
}

// briefingCopy is the whole briefing for the clipboard.
func briefingCopy(x *snapshot, b briefing, items []item, style cite.Style) copyView {
	var text, rich strings.Builder
	paragraph := func(element, words string) {
		if words != "" {
			text.WriteString(words + "\n\n")
			rich.WriteString("<" + element + ">" + strings.ReplaceAll(template.HTMLEscapeString(words), "\n", "<br>") + "</" + element + ">")
		}
	}
	paragraph("h1", b.title)
	var passages []*document.Passage
	for _, it := range items {
		paragraph("h2", b.headings[it.id])
		paragraph("p", b.notes[it.id])
		quoted := cite.BlockQuote(itemWork(x, it), cite.QuoteOptions{Style: style, Footnotes: true, Accessed: today()})
		text.WriteString(quoted.Text + "\n\n")
		rich.WriteString(quoted.HTML)
		for _, p := range it.passages {
			paragraph("p", p.Remark)
		}
		passages = append(passages, it.passages...)
	}
	for _, line := range closing(x, passages) {
		text.WriteString(line + "\n")
		rich.WriteString("<p>" + template.HTMLEscapeString(line) + "</p>")
	}
	return newCopy(cite.Citation{Text: text.String(), HTML: rich.String()})
}
