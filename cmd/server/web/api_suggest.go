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

const maxSuggestText = 100 // characters: more is no beginning

// suggestAPI answers GET /api/v1/suggest.
func (s *server) suggestAPI(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	p := ask.Read(r.URL.Query())
	p.Only(ask.ParamQuery)
	text := p.Get(ask.ParamQuery)
	if len([]rune(text)) > maxSuggestText {
		p.Wrong(ask.ParamQuery, "must have 100 characters at most")
	}
	if err := p.Err(); err != nil {
		return err
	}
	found, err := x.Suggest(text)
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
	return writeJSON(w, map[string]any{"suggestions": list})
}
