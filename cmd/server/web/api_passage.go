package web

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/gorilla/mux"

	"socsearch/cmd/server/ask"
	"socsearch/sources/cite"
	"socsearch/sources/document"
)

// passageAnswer is the JSON of a passage.
type passageAnswer struct {
	document.Passage
	Fingerprint string                       `json:"fingerprint"` // changes with the words of the text or its footnotes
	Citations   map[cite.Style]cite.Citation `json:"citations"`
}

// passagesAnswer is the JSON of a range or list of passages, with the citations of
// the whole.
type passagesAnswer struct {
	Passages  []passageAnswer              `json:"passages"`
	Citations map[cite.Style]cite.Citation `json:"citations"`
}

// passageAPI answers GET /api/v1/passages/{document}/{anchor}.
func (s *server) passageAPI(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	p := ask.Read(r.URL.Query())
	p.Only(ask.ParamFormat)
	p.OneOf(ask.ParamFormat, passageFormats...)
	if err := p.Err(); err != nil {
		return err
	}
	passages, isRange, err := x.ReadPassages(mux.Vars(r)["document"], mux.Vars(r)["anchor"])
	if err != nil {
		return err
	}
	if name := acceptedFormat(r, passageFormats); name != formats[0].name {
		return s.writeExport(w, formatByName(name), export{index: x, passages: passages, description: rangeLabel(passages), base: s.base(r), accessed: today(), items: []item{{strings.TrimPrefix(pathOf(passages), "/"), passages}}})
	}
	w.Header().Set("Link", fmt.Sprintf("<%s>; rel=\"canonical\"", s.BaseURL+pathOf(passages)))
	var answers []passageAnswer
	for _, p := range passages {
		answers = append(answers, x.newPassageAnswer(p))
	}
	if isRange {
		work := cite.Work{Manifest: &x.Document(passages[0].Document).Manifest, Pins: cite.Passages(passages...)}
		return writeJSON(w, passagesAnswer{answers, cite.All(work, today())})
	}
	return writeJSON(w, answers[0])
}

func (x *snapshot) newPassageAnswer(p *document.Passage) passageAnswer {
	w := cite.Work{Manifest: &x.Document(p.Document).Manifest, Pins: cite.Passages(p)}
	return passageAnswer{*p, p.Fingerprint(), cite.All(w, today())}
}
