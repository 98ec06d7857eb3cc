package web

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"socsearch/cmd/server/ask"
)

// format is a form in which results can be had.
type format struct {
	name      string // in the address
	mediaType string // in Accept and Content-Type
	whole     bool   // it gives all results, not a page of them
	extension string // of the file that a browser saves; "" to show it
}

// formats lists every format; the first is the one without asking.
var formats = []format{
	{"json", "application/json", false, ""},
	{"ndjson", "application/x-ndjson", false, ""},
	{"atom", "application/atom+xml", false, ""},
	{"csv", "text/csv", true, "csv"},
	{"ris", "application/x-research-info-systems", true, "ris"},
	{"bibtex", "application/x-bibtex", true, "bib"},
	{"csl-json", "application/vnd.citationstyles.csl+json", true, "json"},
	{"markdown", "text/markdown", true, "md"},
	{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", true, "docx"},
	{"opensearch", "application/x-suggestions+json", false, ""},
}

// The formats of a single passage.
var passageFormats = []string{"json", "ris", "bibtex", "csl-json", "markdown", "docx"}

// suggestFormats are the formats of completions.
var suggestFormats = []string{"json", "opensearch"}

func formatByName(name string) format {
	i := slices.IndexFunc(formats, func(f format) bool { return f.name == name })
	return formats[max(i, 0)]
}

// acceptedFormat is the format that a request asks for of those that an address has:
// by the address, else by what its Accept header prefers, the more exact range before
// the wider and the earlier format before the later where it likes them as much.
// Where it names none of them it is as if it weren't there, and the first is taken
// (RFC 9110, 12.4.1 and 12.5.1).
func acceptedFormat(r *http.Request, has []string) string {
	if strings.Contains(r.URL.RawQuery, ask.ParamFormat) { // most requests don't have it
		if name := r.URL.Query().Get(ask.ParamFormat); name != "" {
			return name
		}
	}
	best, most := has[0], wish{}
	wanted := preferences(r.Header.Get("Accept"))
	for _, name := range has {
		if w := wishFor(wanted, formatByName(name).mediaType); w.quality > 0 && w.compare(most) > 0 {
			best, most = name, w
		}
	}
	return best
}

// wish is how much a media type is wanted, and by how exact a range.
type wish struct {
	quality float64
	exact   int // 0 for */*, 1 for type/*, 2 for the type itself
}

func (w wish) compare(other wish) int {
	return cmp.Or(cmp.Compare(w.quality, other.quality), cmp.Compare(w.exact, other.exact))
}

// wishFor finds the most exact range that a media type is in.
func wishFor(wanted map[string]float64, mediaType string) wish {
	kind, _, _ := strings.Cut(mediaType, "/")
	for i, named := range []string{mediaType, kind + "/*", "*/*"} {
		if quality, ok := wanted[named]; ok {
			return wish{quality, 2 - i}
		}
	}
	return wish{}
}

// representation tells the answers to different Accept headers apart, whatever
// formats an address has.
func representation(r *http.Request) string {
	var chosen []string
	for _, has := range [][]string{ask.SearchFormats, ask.RegisterFormats, passageFormats, suggestFormats} {
		chosen = append(chosen, acceptedFormat(r, has))
	}
	return strings.Join(chosen, " ")
}

// preferences reads a header such as Accept or Accept-Encoding: what is wanted,
// in small letters, with its quality from 0 to 1 (RFC 9110, 12.4.2).
func preferences(header string) map[string]float64 {
	wanted := map[string]float64{}
	for _, part := range strings.Split(header, ",") {
		name, parameters, _ := strings.Cut(part, ";")
		quality := 1.0
		for _, p := range strings.Split(parameters, ";") {
			if value, ok := strings.CutPrefix(strings.TrimSpace(p), "q="); ok {
				if q, err := strconv.ParseFloat(value, 64); err == nil {
					quality = q
				}
			}
		}
		wanted[strings.ToLower(strings.TrimSpace(name))] = quality
	}
	return wanted
}

// setContentType sets what a format is, and the name under which it is saved.
func (f format) setContentType(h http.Header) {
	contentType := f.mediaType
	if strings.HasPrefix(contentType, "text/") || f.name == "atom" {
		contentType += "; charset=utf-8"
	}
	h.Set("Content-Type", contentType)
	if f.extension != "" {
		h.Set("Content-Disposition", `attachment; filename="passages.`+f.extension+`"`)
	}
}
