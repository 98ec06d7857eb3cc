package web

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/gorilla/mux"

	"socsearch/index"
	"socsearch/sources/cite"
	"socsearch/sources/document"
)

// passageAnswer is the JSON of a passage.
type passageAnswer struct {
	document.Passage
	Fingerprint string                       `json:"fingerprint"` // changes with the words of the text or its footnotes
	Citations   map[cite.Style]cite.Citation `json:"citations"`
}

// passageAPI answers GET /api/v1/passages/{document}/{anchor}.
func (s *server) passageAPI(w http.ResponseWriter, r *http.Request, x *index.Index) error {
	p := &paramReader{values: r.URL.Query()}
	p.refuseUnknown([]string{paramFormat})
	p.oneOf(paramFormat, passageFormats...)
	if err := p.error(); err != nil {
		return err
	}
	passages, isRange, err := readPassages(x, mux.Vars(r)["document"], mux.Vars(r)["anchor"])
	if err != nil {
		return err
	}
	if name := acceptedFormat(r); name != formats[0].name && slices.Contains(passageFormats, name) {
		return s.writeExport(w, formatByName(name), export{index: x, passages: passages, base: s.base(r), accessed: today()})
	}
	w.Header().Set("Link", fmt.Sprintf("<%s>; rel=\"canonical\"", s.BaseURL+pathOf(passages)))
	var answers []passageAnswer
	for _, p := range passages {
		answers = append(answers, newPassageAnswer(x, p))
	}
	if isRange {
		work := cite.Work{Manifest: &x.Document(passages[0].Document).Manifest, Pins: cite.Passages(passages...)}
		return writeJSON(w, map[string]any{"passages": answers, "citations": cite.All(work, today())})
	}
	return writeJSON(w, answers[0])
}

func newPassageAnswer(x *index.Index, p *document.Passage) passageAnswer {
	w := cite.Work{Manifest: &x.Document(p.Document).Manifest, Pins: cite.Passages(p)}
	return passageAnswer{*p, p.Fingerprint(), cite.All(w, today())}
}

// maxRange is how many passages an address may name at once: more than most
// papers have.
const maxRange = 500

// readPassages returns the passage with an anchor, or those of a range or a list of
// them ("79-82,85,figure-7"), each once, in the order of the address. Both ends of a
// range must exist.
func readPassages(x *index.Index, slug, anchor string) (passages []*document.Passage, several bool, err error) {
	parts := strings.Split(anchor, ",")
	for _, part := range parts {
		found, isRange, err := readRange(x, slug, part)
		if err != nil {
			return nil, false, err
		}
		several = several || isRange
		for _, p := range found {
			if !slices.ContainsFunc(passages, func(q *document.Passage) bool { return q.ID == p.ID }) {
				passages = append(passages, p)
			}
		}
		if len(passages) > maxRange {
			return nil, true, errRange
		}
	}
	return passages, several || len(parts) > 1, nil
}

// readRange returns the passage with an anchor, or the numbered paragraphs of a
// range (79-82, 4.12-4.15).
func readRange(x *index.Index, slug, anchor string) (passages []*document.Passage, isRange bool, err error) {
	from, to, isRange := document.ParseRange(anchor)
	if !isRange {
		p, err := findPassage(x, slug, anchor)
		return []*document.Passage{p}, false, err
	}
	if from.IsPlain() && to.IsPlain() && to.Int()-from.Int() >= maxRange {
		return nil, true, errRange
	}
	first, err := findPassage(x, slug, from.String())
	if err != nil {
		return nil, true, err
	}
	last, err := findPassage(x, slug, to.String())
	if err != nil {
		return nil, true, err
	}
	passages, err = between(x, first, last)
	if len(passages) == 0 && err == nil {
		err = notFound(x, slug, anchor)
	}
	return passages, true, err
}

func findPassage(x *index.Index, slug, anchor string) (*document.Passage, error) {
	p, err := x.Passage(slug + "/" + anchor)
	if small := strings.ToLower(anchor); errors.Is(err, index.ErrNotFound) && small != anchor { // A1.1, as it is printed
		p, err = x.Passage(slug + "/" + small)
	}
	if errors.Is(err, index.ErrNotFound) {
		return nil, notFound(x, slug, anchor)
	}
	return p, err
}

// between returns the paragraphs of a document's own count from one to another;
// none if they aren't in that order.
func between(x *index.Index, first, last *document.Passage) ([]*document.Passage, error) {
	from, err := x.Place(first.ID)
	if err != nil {
		return nil, err
	}
	to, err := x.Place(last.ID)
	if err != nil {
		return nil, err
	}
	const most = 10 * maxRange // passages of all kinds
	if to-from > most {
		return nil, errRange
	}
	if to < from {
		return nil, nil
	}
	all, err := x.Passages("", from, to-from+1)
	if err != nil {
		return nil, err
	}
	passages := slices.DeleteFunc(all, func(p *document.Passage) bool {
		under, _ := p.CountedUnder()
		return p.Kind != document.KindParagraph || p.Number == "" || under != ""
	})
	if len(passages) > maxRange {
		return nil, errRange
	}
	return passages, nil
}

var errRange = &httpError{status: http.StatusBadRequest, title: "The range is too long",
	detail: fmt.Sprintf("A range may hold %d paragraphs at most.", maxRange)}

// notFound says that there is no such passage and names the nearest.
func notFound(x *index.Index, slug, anchor string) error {
	if x.Document(slug) == nil {
		return errNoAddress
	}
	nearest, err := x.Nearest(slug, anchor)
	if err != nil {
		return err
	}
	return &httpError{
		status:  http.StatusNotFound,
		title:   "There is no such passage",
		detail:  fmt.Sprintf("%s has no passage %q. The nearest is %s.", x.Document(slug).Title, anchor, nearest),
		nearest: nearest,
	}
}
