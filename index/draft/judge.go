package draft

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"socsearch/index/quotation"
	"socsearch/sources/cite"
	"socsearch/sources/document"
)

// titleAfter follows the title of a work in a citation: “(2015) 3 CLJ 45”.
var titleAfter = regexp.MustCompile(`^,?\s*(?:\((?:[^()]{0,40}\b)?(?:19|20)\d\d\)|\[(?:19|20)\d\d\])`)

// authorBefore ends with an author, as before the title of a work.
var authorBefore = regexp.MustCompile(`(?:^|[(;.]\s*|\bsee\s+)(?:[A-Z][\pL’'.-]*\s?(?:(?:and|&|et al\.?|of|for)\s)?){1,6},$`)

// leadingNumber is a paragraph's number at the beginning of a block quotation.
var leadingNumber = regexp.MustCompile(`^\[?\d{1,3}(?:\.\d{1,3})?[.\])]?\s+`)

// judge judges a quotation with the references that belong to it.
func (s *session) judge(q *quote, refs []*reference) {
	text := s.doc.Text[q.start:q.end]
	found := s.Corpus.Match(text, s.only)
	if m := leadingNumber.FindString(text); m != "" && q.apart && found.Verdict != quotation.Exact {
		if again := s.Corpus.Match(text[len(m):], s.only); again.Verdict == quotation.Exact || found.Verdict == quotation.Absent {
			found = again
			q.start += len(m)
			text = text[len(m):]
		}
	}
	f := Finding{Type: TypeQuotation, Note: s.doc.Blocks[q.block].Note, Start: s.runes.at(q.start), End: s.runes.at(q.end), Text: clean(text), Passages: []string{}}
	if found.Words <= termWords && len(refs) == 0 && !q.apart {
		f.Type, f.Message = TypeTerm, "A term of up to three words without a reference beside it: not judged."
		s.findings = append(s.findings, f)
		return
	}
	found = s.inPlace(text, found, refs)
	f.Words, f.Difference = found.Verdict, found.Diff
	ref, verdict, place := s.pick(found, refs)
	if len(found.Places) > 0 {
		s.locate(&f, found, place)
	}
	if ref != nil {
		f.reference = ref
		f.Reference = &Reference{Note: ref.note, Start: s.runes.at(ref.start), End: s.runes.at(ref.end), Text: s.doc.Text[ref.start:ref.end], Passages: notNil(ref.ids), Verdict: verdict}
	} else {
		f.Reference = &Reference{Passages: []string{}, Verdict: None}
	}
	f.Message = s.message(&f, found, ref, verdict, place)
	s.findings = append(s.findings, f)
}

// clean is a quotation's words without the marks of quoted lines.
func clean(s string) string {
	return strings.TrimSpace(quotedLine.ReplaceAllString(s, "\n"))
}

var quotedLine = regexp.MustCompile(`\n[ \t]*(?:>[ \t]?)+`)

func notNil(l []string) []string {
	if l == nil {
		return []string{}
	}
	return l
}

// inPlace looks for words that stand nowhere as they are in the place that a
// reference names, if they are as like there as anywhere.
func (s *session) inPlace(text string, found *quotation.Result, refs []*reference) *quotation.Result {
	if found.Verdict != quotation.Altered {
		return found
	}
	for _, r := range refs {
		if len(r.ids) == 0 || r.covers(found.Places[0]) {
			continue
		}
		there := s.Corpus.Match(text, func(id string) bool {
			return slices.Contains(r.ids, id) && (s.only == nil || s.only(id))
		})
		if there.Verdict == quotation.Altered && there.Score >= 0.92*found.Score {
			return there
		}
	}
	return found
}

// covers reports whether words that stand at a place stand in what is referred to.
func (r *reference) covers(p quotation.Place) bool {
	if len(r.footnotes) > 0 && !slices.Contains(r.footnotes, p.Footnote) {
		return false
	}
	if r.kind == "fn" && p.Footnote == "" {
		return false
	}
	if r.whole && r.work != nil && len(r.ids) == 0 {
		return strings.HasPrefix(p.Passages[0], r.work.Slug+"/")
	}
	for _, id := range p.Passages {
		if !slices.Contains(r.ids, id) && !slices.Contains(r.others, id) {
			return false
		}
	}
	return true
}

// pick takes the reference that holds the words, else the likeliest, with its
// verdict and the place that counts.
func (s *session) pick(found *quotation.Result, refs []*reference) (*reference, Verdict, int) {
	if len(refs) == 0 {
		return nil, None, 0
	}
	for _, r := range refs {
		for i, p := range found.Places {
			if r.verdict == Right && r.covers(p) {
				return r, Right, i
			}
		}
	}
	if together := union(refs); len(refs) > 1 { // words over “para 79 and para 80”
		for i, p := range found.Places {
			if together.covers(p) {
				return refs[0], Right, i
			}
		}
	}
	for _, r := range refs {
		if r.verdict == Right && (len(found.Places) > 0 || !slices.ContainsFunc(refs, isOther)) {
			return r, Wrong, 0
		}
	}
	return refs[0], refs[0].verdict, 0
}

func isOther(r *reference) bool { return r.verdict == Other }

// union is what some references name together.
func union(refs []*reference) *reference {
	all := &reference{}
	for _, r := range refs {
		if r.verdict == Right && r.kind != "fn" {
			all.ids = append(all.ids, r.ids...)
		}
	}
	return all
}

// locate says where the words stand: at the place that counts first.
func (s *session) locate(f *Finding, found *quotation.Result, place int) {
	p := found.Places[place]
	f.Warnings = p.Warnings
	f.Passage, f.Footnote = p.Passages[0], p.Footnote
	if p.Start >= 0 {
		f.At = &Span{p.Start, p.End}
	}
	for _, at := range append([]quotation.Place{p}, found.Places...) {
		for _, id := range at.Passages {
			if !slices.Contains(f.Passages, id) {
				f.Passages = append(f.Passages, id)
			}
		}
	}
	f.Correction = &Correction{Quotation: p.Printed, Citation: s.citation(p)}
}

func (s *session) citation(p quotation.Place) string {
	var pins []cite.Pin
	for _, id := range p.Passages {
		if passage := s.Corpus.Passage(id); passage != nil {
			pins = append(pins, cite.Pin{Passage: passage, Footnote: p.Footnote})
		}
	}
	var texts []string
	for _, w := range cite.Works(s.Manifests, pins) {
		texts = append(texts, cite.Cite(s.o.Style, w, s.o.Accessed).Text)
	}
	return strings.Join(texts, "; ")
}

// label is how a person names passages.
func (s *session) label(ids []string, footnote string) string {
	const most = 4
	var labels []string
	for i, id := range ids {
		if i == most {
			labels = append(labels, fmt.Sprintf("%d more", len(ids)-most))
			break
		}
		labels = append(labels, s.labelOf(id))
	}
	text := strings.Join(labels, "; ")
	if footnote != "" {
		text += ", footnote " + footnote
	}
	return text
}

func (s *session) labelOf(id string) string {
	p := s.Corpus.Passage(id)
	if p == nil {
		return id
	}
	for _, m := range s.Manifests {
		if m.Slug == p.Document && m != s.Manifests[0] && (p.Place.In == "" || p.Place.In != m.Section) {
			return m.ShortName() + ", " + p.Label
		}
	}
	return p.Label
}

// message says in words what was found.
func (s *session) message(f *Finding, found *quotation.Result, ref *reference, verdict Verdict, place int) string {
	var parts []string
	switch found.Verdict {
	case quotation.Exact:
		parts = append(parts, "The words are exact.")
	case quotation.Altered:
		parts = append(parts, "The words are altered: "+found.Message+".")
	default:
		parts = append(parts, "These words don’t stand in the documents.")
	}
	parts = append(parts, f.Warnings...)
	where := ""
	if len(found.Places) > 0 {
		where = s.label(found.Places[place].Passages, found.Places[place].Footnote)
	}
	switch {
	case verdict == Right && where != "":
		parts = append(parts, "They stand where the reference says: "+where+".")
	case verdict == Wrong && where != "":
		parts = append(parts, fmt.Sprintf("They stand in %s, not where the reference says (“%s”).", where, s.doc.Text[ref.start:ref.end]))
	case verdict == Wrong:
		parts = append(parts, fmt.Sprintf("They don’t stand where the reference says (“%s”).", s.doc.Text[ref.start:ref.end]))
	case verdict == Unknown:
		parts = append(parts, ref.message)
		if where != "" {
			parts = append(parts, "They stand in "+where+".")
		}
	case verdict == Other && found.Verdict == quotation.Absent:
		return "Another work is cited: left alone."
	case verdict == Other:
		parts = append(parts, "Another work is cited, but they stand in "+where+", too.")
	case where != "":
		parts = append(parts, "They stand in "+where+"; no reference is near.")
	}
	if n := len(found.Places); n > 1 {
		parts = append(parts, fmt.Sprintf("They stand in %d places.", n))
	}
	return strings.Join(parts, " ")
}

// reference lists a reference that belongs to no quotation.
func (s *session) reference(r *reference) {
	f := Finding{
		Type: TypeReference, Note: r.note, Start: s.runes.at(r.start), End: s.runes.at(r.end),
		Text: s.doc.Text[r.start:r.end], Passages: notNil(r.ids), Verdict: r.verdict, reference: r, Message: r.message,
	}
	switch {
	case r.verdict == Other:
		f.Message = "Another work is cited: left alone."
	case r.verdict == Right && len(r.ids) > 0:
		f.Passage = r.ids[0]
		f.Message = upperFirst(s.labelOf(r.ids[0])) + " begins: “" + firstWords(s.Corpus.Passage(r.ids[0])) + "”"
		f.Correction = &Correction{Citation: s.citation(quotation.Place{Passages: r.ids})}
	case r.verdict == Right:
		f.Message = "The document is here."
	}
	s.findings = append(s.findings, f)
}

// firstWords is how a passage begins.
func firstWords(p *document.Passage) string {
	const most = 14
	if p == nil {
		return ""
	}
	words := strings.Fields(p.Text)
	if len(words) > most {
		return strings.Join(words[:most], " ") + " …"
	}
	return strings.Join(words, " ")
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
