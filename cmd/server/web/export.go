package web

import (
	"bytes"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	"socsearch/cmd/server/ask"
	"socsearch/index"
	"socsearch/sources/cite"
	"socsearch/sources/document"
)

// export is what the formats besides JSON write: passages in the order of the
// results.
type export struct {
	index       *snapshot
	passages    []*document.Passage
	snippets    []string // HTML, for each passage
	hits        []index.Hit
	description string
	address     string // of the search, from its question mark on
	self        string // path of this answer
	feed        string // of the search whatever its page, from its question mark on
	links       linksJSON
	total       int // passages that were found
	page        int
	perPage     int
	base        string // before every path
	built       time.Time
	accessed    time.Time
	style       cite.Style // of citations; "" for OSCOLA
	mark        bool       // a byte order mark before CSV
	fields      []string   // members of results, in NDJSON; nil for all
	from        string     // absolute address of what this is made of; "" for none
	items       []item     // of a briefing; nil: each passage is one
	briefing    briefing   // with the reader's own headings and notes
}

func (e export) absolute(path string) string { return e.base + path }

func (e export) citation(p *document.Passage) string {
	return cite.Cite(e.citationStyle(), e.work(p), e.accessed).Text
}

func (e export) work(p *document.Passage) cite.Work {
	return cite.Work{Manifest: &e.index.Document(p.Document).Manifest, Pins: cite.Passages(p)}
}

func (e export) notice(p *document.Passage) string {
	return e.index.Document(p.Document).Licence.Notice
}

// superseded is the line that a passage's document has been superseded; "" where it
// hasn't.
func (e export) superseded(p *document.Passage) string {
	return e.index.Document(p.Document).SupersededLine()
}

// supersededLines are those of all passages, each once.
func (e export) supersededLines() []string {
	var lines []string
	for _, p := range e.passages {
		if line := e.superseded(p); line != "" && !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines
}

// works are the cited documents, each with the pinpoints of its passages.
func (e export) works() []cite.Work {
	var manifests []*document.Manifest
	for i := range e.index.Documents {
		manifests = append(manifests, &e.index.Documents[i].Manifest)
	}
	return cite.Works(manifests, cite.Passages(e.passages...))
}

// write writes an export in a format.
func (s *server) writeExport(w http.ResponseWriter, f format, e export) error {
	f.setContentType(w.Header())
	switch f.name {
	case "ndjson":
		return s.writeLines(w, e)
	case "atom":
		return s.writeAtom(w, e)
	case "csv":
		return s.writeCSV(w, e)
	case "docx":
		return s.writeWord(w, e)
	case "ris":
		return writeText(w, cite.RIS(e.works(), e.accessed))
	case "bibtex":
		return writeText(w, cite.BibTeX(e.works(), e.accessed))
	case "csl-json":
		return writeText(w, cite.CSLJSON(e.works(), e.accessed))
	}
	return writeText(w, e.markdown())
}

func (s *server) writeLines(w io.Writer, e export) error {
	var b bytes.Buffer
	for _, h := range e.hits {
		if err := s.results.append(&b, e.index, h, e.fields); err != nil {
			return err
		}
		b.WriteByte('\n')
	}
	_, err := b.WriteTo(w)
	return err
}

func writeText(w io.Writer, s string) error {
	_, err := io.WriteString(w, s)
	return err
}

// closing are the lines that stand once at the end of what is taken from documents:
// that one has been superseded, and whose words they are.
func closing(x *snapshot, passages []*document.Passage) []string {
	var lines []string
	for _, p := range passages {
		d := x.Document(p.Document)
		for _, line := range []string{d.SupersededLine(), d.Licence.Notice} {
			if line != "" && !slices.Contains(lines, line) {
				lines = append(lines, line)
			}
		}
	}
	return lines
}

// eachItem are the briefing's, or each passage by itself.
func (e export) eachItem() []item {
	if e.items != nil {
		return e.items
	}
	var items []item
	for _, p := range e.passages {
		items = append(items, item{p.ID, []*document.Passage{p}})
	}
	return items
}

// markdown writes each passage as a block quotation with its citation, and the
// closing lines.
func (e export) markdown() string {
	var b strings.Builder
	if e.briefing.title != "" {
		b.WriteString("# " + e.briefing.title + "\n\n")
	}
	for _, it := range e.eachItem() {
		if heading := e.briefing.headings[it.id]; heading != "" {
			b.WriteString("## " + heading + "\n\n")
		}
		if note := e.briefing.notes[it.id]; note != "" {
			b.WriteString(note + "\n\n")
		}
		o := cite.QuoteOptions{Style: e.citationStyle(), Footnotes: true, Link: e.absolute(pathOf(it.passages)), Accessed: e.accessed}
		b.WriteString(cite.Markdown(itemWork(e.index, it), o) + "\n\n")
	}
	for _, line := range closing(e.index, e.passages) {
		b.WriteString(line + "\n\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// newExport makes the export of what a search found.
func (s *server) newExport(r *http.Request, x *snapshot, asked ask.Search, found *index.Results) export {
	e := export{
		index:       x,
		description: x.Describe(asked.Request, found),
		address:     asked.Address.Set(ask.ParamFormat, "").String(),
		self:        searchPath + asked.Address.String(),
		base:        s.base(r),
		built:       x.Manifest.Built,
		accessed:    today(),
		style:       asked.Style,
		mark:        asked.BOM,
		fields:      asked.Fields,
		links:       s.searchLinks(asked, found.Total),
		feed:        asked.Address.Set(ask.ParamFormat, "").Set(ask.ParamPerPage, "").ToPage(1).String(),
		total:       found.Total,
		page:        asked.Request.Page,
		perPage:     asked.Request.PerPage,
		from:        s.base(r) + "/" + asked.Address.Set(ask.ParamFormat, "").ToPage(1).String(),
	}
	e.hits = found.Hits
	for _, h := range found.Hits {
		e.passages = append(e.passages, h.Passage)
		e.snippets = append(e.snippets, h.Snippet.HTML)
	}
	return e
}

// base is what stands before the paths of absolute addresses: as told, else as
// the request came.
func (s *server) base(r *http.Request) string {
	if s.BaseURL != "" {
		return s.BaseURL
	}
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	return scheme + "://" + r.Host
}

// today is the day on which somebody reads this, for citations that say so.
func today() time.Time { return time.Now().UTC().Truncate(24 * time.Hour) }
