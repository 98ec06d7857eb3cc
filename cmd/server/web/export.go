package web

import (
	"bytes"
	"io"
	"net/http"
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
	next        string // paths of the pages after and before; "" for none
	previous    string
	base        string // before every path
	built       time.Time
	accessed    time.Time
}

func (e export) absolute(path string) string { return e.base + path }

func (e export) citation(p *document.Passage) string {
	return cite.Cite(cite.StyleOSCOLA, e.work(p), e.accessed).Text
}

func (e export) work(p *document.Passage) cite.Work {
	return cite.Work{Manifest: &e.index.Document(p.Document).Manifest, Pins: cite.Passages(p)}
}

func (e export) notice(p *document.Passage) string {
	return e.index.Document(p.Document).Licence.Notice
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
		if err := s.results.append(&b, e.index, h); err != nil {
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

// markdown writes each passage as a block quotation with its citation, and at
// the end the notices of the documents.
func (e export) markdown() string {
	var b strings.Builder
	notices := map[string]bool{}
	for _, p := range e.passages {
		b.WriteString(cite.Markdown(e.work(p), cite.QuoteOptions{Footnotes: true, Link: e.absolute(p.URL)}) + "\n\n")
	}
	for _, p := range e.passages {
		if n := e.notice(p); n != "" && !notices[n] {
			notices[n] = true
			b.WriteString(n + "\n\n")
		}
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
	}
	links := s.searchLinks(asked, found.Total)
	e.next = strings.TrimPrefix(string(links.Next), s.BaseURL)
	e.previous = strings.TrimPrefix(string(links.Previous), s.BaseURL)
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
