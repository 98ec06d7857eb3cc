package web

import (
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"socsearch/cmd/server/ask"
	"socsearch/index"
	"socsearch/sources/cite"
	"socsearch/sources/document"
)

// paramIDs names the passages of a briefing, parted by commas.
const paramIDs = "ids"

// briefingView is a collection of passages, in document order.
type briefingView struct {
	view
	Parts   []briefingPart
	IDs     string // as in the address
	Count   int
	Link    string // absolute
	Exports []linkView
	Missing []string // ids without a passage
	Rich    copyView
	Example string // address of a briefing
}

// briefingPart is what is taken from one document.
type briefingPart struct {
	Document *index.Document
	Citation copyView // of all the passages together
	Passages []briefingPassage
}

type briefingPassage struct {
	passageText
	Citation copyView
	Without  string // the briefing without it
}

// briefingFormats are the forms in which a briefing can be saved.
var briefingFormats = []linkView{
	{Label: "Markdown", Link: "markdown"}, {Label: "CSV", Link: "csv"}, {Label: "RIS", Link: "ris"},
	{Label: "BibTeX", Link: "bibtex"}, {Label: "CSL-JSON", Link: "csl-json"},
}

// briefingPage answers GET /briefing.
func (s *server) briefingPage(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	p := ask.Read(r.URL.Query())
	format := p.OneOf(ask.ParamFormat, "", "markdown", "csv", "ris", "bibtex", "csl-json")
	ids := ask.SplitIDs(p.All(paramIDs))
	if len(ids) > ask.MaxRange {
		p.Wrong(paramIDs, fmt.Sprintf("must name %d passages at most", ask.MaxRange))
	}
	if err := p.Err(); err != nil {
		return err
	}
	passages, missing, err := x.Collect(ids)
	if err != nil {
		return err
	}
	if format != "" {
		e := export{index: x, passages: passages, description: "Briefing", base: s.base(r), built: x.Manifest.Built, accessed: today()}
		return s.writeExport(w, formatByName(format), e)
	}
	v := briefingView{view: s.view("Briefing", r), Count: len(passages), Missing: missing}
	v.fill(x, passages)
	example, err := x.newExample()
	if err != nil {
		return err
	}
	v.Example = briefingAddress(strings.TrimPrefix(example.Passage, "/") + "," + strings.TrimPrefix(example.Next, "/"))
	v.Link = s.absolute(r, briefingAddress(v.IDs))
	for _, f := range briefingFormats {
		v.Exports = append(v.Exports, linkView{Label: f.Label, Link: briefingAddress(v.IDs) + "&format=" + f.Link})
	}
	return s.render(w, r, http.StatusOK, "briefing", v)
}

func briefingAddress(ids string) string {
	if ids == "" {
		return "/briefing"
	}
	return "/briefing?" + paramIDs + "=" + strings.NewReplacer("%2F", "/", "%2C", ",").Replace(url.QueryEscape(ids))
}

// fill lays the passages out by document and cites them.
func (v *briefingView) fill(x *snapshot, passages []*document.Passage) {
	var ids []string
	for _, p := range passages {
		ids = append(ids, p.ID)
	}
	v.IDs = strings.Join(ids, ",")
	var text, rich strings.Builder
	for _, p := range passages {
		if n := len(v.Parts); n == 0 || v.Parts[n-1].Document.Slug != p.Document {
			v.Parts = append(v.Parts, briefingPart{Document: x.Document(p.Document)})
		}
		part := &v.Parts[len(v.Parts)-1]
		work := cite.Work{Manifest: &part.Document.Manifest, Pins: cite.Passages(p)}
		without := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return id == p.ID })
		part.Passages = append(part.Passages, briefingPassage{
			passageText: newPassageText(p, &index.Marks{}),
			Citation:    newCopy(cite.Cite(cite.StyleOSCOLA, work, today())),
			Without:     briefingAddress(strings.Join(without, ",")),
		})
		quoted := cite.BlockQuote(work, cite.QuoteOptions{Footnotes: true, Accessed: today()})
		text.WriteString(quoted.Text + "\n\n")
		rich.WriteString(quoted.HTML)
		if p.Remark != "" {
			text.WriteString(p.Remark + "\n\n")
			rich.WriteString("<p>" + template.HTMLEscapeString(p.Remark) + "</p>")
		}
	}
	for i := range v.Parts {
		v.Parts[i].cite()
		if notice := v.Parts[i].Document.Licence.Notice; notice != "" {
			text.WriteString(notice + "\n")
			rich.WriteString("<p>" + template.HTMLEscapeString(notice) + "</p>")
		}
	}
	v.Rich = newCopy(cite.Citation{Text: text.String(), HTML: rich.String()})
}

// cite cites all the passages of a document at once: "paras 79–82".
func (p *briefingPart) cite() {
	var all []*document.Passage
	for _, one := range p.Passages {
		all = append(all, one.Passage)
	}
	work := cite.Work{Manifest: &p.Document.Manifest, Pins: cite.Passages(all...)}
	p.Citation = newCopy(cite.Cite(cite.StyleOSCOLA, work, today()))
}
