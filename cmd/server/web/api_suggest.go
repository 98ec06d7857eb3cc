package web

import (
	"net/http"
	"net/url"

	"socsearch/index"
)

// suggestionJSON completes what is being typed.
type suggestionJSON struct {
	Text string `json:"text"`
	Kind string `json:"kind"`
	URL  string `json:"url"`
}

const maxSuggestText = 100 // characters: more is no beginning

// suggestAPI answers GET /api/v1/suggest.
func (s *server) suggestAPI(w http.ResponseWriter, r *http.Request, x *index.Index) error {
	p := &paramReader{values: r.URL.Query()}
	p.refuseUnknown([]string{paramQuery})
	text := p.values.Get(paramQuery)
	if len([]rune(text)) > maxSuggestText {
		p.add(paramQuery, "must have 100 characters at most")
	}
	if err := p.error(); err != nil {
		return err
	}
	found, err := x.Suggest(text)
	if err != nil {
		return err
	}
	list := []suggestionJSON{}
	for _, f := range found {
		if f.URL == "" {
			f.URL = "/" + newAddress(url.Values{paramQuery: {f.Text}}).String()
		}
		list = append(list, suggestionJSON{f.Text, string(f.Kind), f.URL})
	}
	return writeJSON(w, map[string]any{"suggestions": list})
}
