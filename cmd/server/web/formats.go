package web

import (
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
}

// The formats of a single passage.
var passageFormats = []string{"json", "ris", "bibtex", "csl-json", "markdown", "docx"}

func formatByName(name string) format {
	i := slices.IndexFunc(formats, func(f format) bool { return f.name == name })
	return formats[max(i, 0)]
}

// acceptedFormat is the format that a request asks for: by the address, else by
// its Accept header, else JSON.
func acceptedFormat(r *http.Request) string {
	if strings.Contains(r.URL.RawQuery, ask.ParamFormat) { // most requests don't have it
		if name := r.URL.Query().Get(ask.ParamFormat); name != "" {
			return name
		}
	}
	best, quality := formats[0].name, 0.0
	wanted := preferences(r.Header.Get("Accept"))
	for _, f := range formats {
		if q := wanted[f.mediaType]; q > quality {
			best, quality = f.name, q
		}
	}
	return best
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
