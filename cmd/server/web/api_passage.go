package web

import (
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strconv"

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
		return writeJSON(w, map[string]any{"passages": answers})
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

// readPassages returns the passage with an anchor, or the paragraphs of a range
// (79-82), which must all exist.
func readPassages(x *index.Index, slug, anchor string) (passages []*document.Passage, isRange bool, err error) {
	from, to, isRange := anchorRange(anchor)
	if !isRange {
		p, err := x.Passage(slug + "/" + anchor)
		if errors.Is(err, index.ErrNotFound) {
			return nil, false, notFound(x, slug, anchor)
		}
		return []*document.Passage{p}, false, err
	}
	if to-from >= maxRange {
		return nil, true, &httpError{status: http.StatusBadRequest, title: "The range is too long",
			detail: fmt.Sprintf("A range may hold %d paragraphs at most.", maxRange)}
	}
	for n := from; n <= to; n++ {
		p, err := x.Passage(slug + "/" + strconv.Itoa(n))
		if errors.Is(err, index.ErrNotFound) {
			return nil, true, notFound(x, slug, strconv.Itoa(n))
		}
		if err != nil {
			return nil, true, err
		}
		passages = append(passages, p)
	}
	return passages, true, nil
}

var rangeOfNumbers = regexp.MustCompile(`^([1-9]\d*)[-–]([1-9]\d*)$`)

// anchorRange reads "79-82".
func anchorRange(anchor string) (from, to int, ok bool) {
	m := rangeOfNumbers.FindStringSubmatch(anchor)
	if m == nil {
		return 0, 0, false
	}
	from, errFrom := strconv.Atoi(m[1])
	to, errTo := strconv.Atoi(m[2])
	return from, to, errFrom == nil && errTo == nil && from <= to
}

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
