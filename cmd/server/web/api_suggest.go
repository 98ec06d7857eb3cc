package web

import (
	"net/http"
	"net/url"

	"socsearch/cmd/server/ask"
)

// suggestionJSON completes what is being typed.
type suggestionJSON struct {
	Text string `json:"text"`
	Kind string `json:"kind"`
	URL  string `json:"url"`
}

// suggestAnswer is the JSON of completions.
type suggestAnswer struct {
	Suggestions []suggestionJSON `json:"suggestions"`
}

const maxSuggestText = 100 // characters: more is no beginning

// suggestAPI answers GET /api/v1/suggest.
func (s *server) suggestAPI(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	p := ask.Read(r.URL.Query())
	p.Only(ask.ParamQuery, ask.ParamFormat)
	p.OneOf(ask.ParamFormat, suggestFormats...)
	text := p.Get(ask.ParamQuery)
	if len([]rune(text)) > maxSuggestText {
		p.Wrong(ask.ParamQuery, "must have 100 characters at most")
	}
	if err := p.Err(); err != nil {
		return err
	}
	found, err := x.Suggest(r.Context(), text)
	if err != nil {
		return err
	}
	list := []suggestionJSON{}
	for _, f := range found {
		if f.URL == "" {
			f.URL = "/" + ask.NewAddress(url.Values{ask.ParamQuery: {f.Text}}).String()
		}
		list = append(list, suggestionJSON{f.Text, string(f.Kind), f.URL})
	}
	if acceptedFormat(r, suggestFormats) == "opensearch" {
		formatByName("opensearch").setContentType(w.Header())
		return encodeJSON(w, s.openSearchSuggestions(r, text, list))
	}
	return writeJSON(w, suggestAnswer{list})
}

// openSearchSuggestions are completions as browsers read them (OpenSearch
// Suggestions 1.1): what was typed, the completions, what is said of each, and their
// absolute addresses.
func (s *server) openSearchSuggestions(r *http.Request, typed string, list []suggestionJSON) []any {
	texts, kinds, addresses := []string{}, []string{}, []string{}
	for _, one := range list {
		texts, kinds, addresses = append(texts, one.Text), append(kinds, one.Kind), append(addresses, s.base(r)+one.URL)
	}
	return []any{typed, texts, kinds, addresses}
}
