package resolve

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"socsearch/sources/document"
)

// Resolver resolves references to the passages of some documents. It may be used
// by several goroutines at once.
type Resolver struct {
	readers []*reader // in the order of the documents
	ids     map[string]*document.Passage
}

// Reference is what a text refers to.
type Reference struct {
	Document string // slug
	Kind     Kind
	Passages []string // ids in reading order, none twice
	URL      string   // address of what is meant, or where it begins: "/strategy/79-82"
	// Note says what was left open and how it was taken: "79ff" names no end, a
	// publisher and a year name no author. "" for nothing.
	Note string
	// Others are ids of passages in other documents that the reference names as
	// well, since it doesn't say which document it is to: "para 79".
	Others []string
}

// Kind tells what sort of thing a reference names: a kind of passage, or one of
// those here. A mixture is of its first passage's kind.
type Kind string

// The kinds of reference besides those of passages.
const (
	KindDocument  Kind = "document" // the whole of it: a word such as "strategy" is enough
	KindPart      Kind = "part"
	KindObjective Kind = "objective"
	KindPage      Kind = "page"
	KindSection   Kind = "section" // what stands under a heading
	KindFootnote  Kind = "footnote"
)

// New makes a resolver. Passages stand in reading order; they are not changed.
func New(manifests []*document.Manifest, passages []document.Passage) *Resolver {
	r := &Resolver{ids: map[string]*document.Passage{}}
	for i := range passages {
		r.ids[passages[i].ID] = &passages[i]
	}
	for _, m := range manifests {
		r.readers = append(r.readers, newReader(m, passages))
	}
	return r
}

// isSearch reports whether a text says that words are to be searched for: it leaves
// some out.
func isSearch(ref string) bool {
	first, _ := utf8.DecodeRuneInString(ref)
	return unicode.Is(unicode.Pd, first) || first == '−'
}

// unquoted takes off quotation marks around all of a text. A number alone in them
// is a word to search for: ok is false then.
func unquoted(ref string) (text string, ok bool) {
	const marks = "\"“”‘’'"
	first, _ := utf8.DecodeRuneInString(ref)
	last, _ := utf8.DecodeLastRuneInString(ref)
	if !strings.ContainsRune(marks, first) || !strings.ContainsRune(marks, last) {
		return ref, true
	}
	text = strings.Trim(ref, marks)
	return text, strings.ContainsFunc(text, unicode.IsLetter)
}

// maxLength is more than any citation has: what is longer isn't read.
const maxLength = 1000

// Resolve resolves a reference. The error is [ErrNotReference] or a [*MissingError].
func (r *Resolver) Resolve(ref string) (*Reference, error) {
	ref = strings.TrimSpace(halfWidth(ref))
	if len(ref) > maxLength || isSearch(ref) {
		return nil, ErrNotReference
	}
	if found := r.byID(ref); found != nil {
		return found, nil
	}
	ref, ok := unquoted(ref)
	if !ok {
		return nil, ErrNotReference
	}
	ref = strings.ReplaceAll(ref, "s.v.", "") // before an entry (Chicago 14.232)
	rest, addresses := withoutExtras(ref)
	if path, ok := ownAddress(rest, addresses); ok {
		if found := r.byID(path); found != nil {
			return found, nil
		}
	}
	rest, book := withoutISBN(rest)
	rest, ok = normalise(rest)
	if !ok {
		return nil, ErrNotReference
	}
	return r.read(citation{spelt(inFigures(tokens(rest))), addresses, book})
}

// provisionWords are the short words for what of a law is named by a number (OSCOLA
// 2.4.2).
var provisionWords = map[string]string{
	"art": "article", "arts": "articles", "s": "section", "ss": "sections", "sec": "section", "reg": "regulation", "regs": "regulations",
	"r": "rule", "rr": "rules", "sch": "schedule", "schs": "schedules", "sched": "schedule",
}

// spelt writes words as the grammar has them.
func spelt(words []string) []string {
	next := func(i int) string {
		if i+1 < len(words) {
			return words[i+1]
		}
		return ""
	}
	for i, w := range words {
		switch {
		case w == "annexe":
			words[i] = "annex"
		case provisionWords[w] != "" && isNumber(next(i)):
			words[i] = provisionWords[w]
		case w == "dept" || w == "dep" && next(i) == "t": // Bluebook T6
			words[i] = "department"
		case (w == "parag" || w == "paragr") && isNumber(next(i)):
			words[i] = "para"
		case w == "thru":
			words[i] = "through"
		case w == "intro":
			words[i] = "introduction"
		case w == "exec" && next(i) == "summary":
			words[i] = "executive"
		}
	}
	return words
}

// read reads a citation by every document's names and takes the best reading.
func (r *Resolver) read(c citation) (*Reference, error) {
	var best *reading
	var bestErr error = ErrNotReference
	stuck := false // a document has something of what is named, and not the rest
	for _, reader := range r.readers {
		reading, err := reader.read(c)
		if err == nil {
			err = reading.choose()
		}
		stuck = stuck || err == ErrNotReference && !reading.segments[0].empty()
		if better(reading, err, best, bestErr) {
			best, bestErr = reading, err
		}
	}
	if missing, ok := bestErr.(*MissingError); ok && missing.none && best.named == levelNone && stuck {
		return nil, ErrNotReference // that this document has none such would mislead
	}
	if missing, ok := bestErr.(*MissingError); ok && slices.ContainsFunc(r.readers, func(d *reader) bool { return d.manifest.Series != "" && d.manifest.Series == missing.What }) {
		return nil, ErrNotReference // it is here, and has no such place
	}
	if bestErr != nil {
		return nil, r.known(bestErr)
	}
	ref := best.reference()
	if best.named == levelNone {
		ref.Others = r.others(best, c)
	}
	return ref, nil
}

// others reads a citation that names no document by every document but the one
// whose reading was taken.
func (r *Resolver) others(taken *reading, c citation) []string {
	var ids []string
	for _, reader := range r.readers {
		if reader == taken.reader {
			continue
		}
		if reading, err := reader.read(c); err == nil && reading.choose() == nil {
			ids = append(ids, reading.reference().Passages...)
		}
	}
	return ids
}

// better tells whether a reading is to be preferred to one of an earlier document:
// one that names its document better, then one that finds what it looks for, then
// one that might have.
func better(a *reading, errA error, b *reading, errB error) bool {
	if errA == ErrNotReference || errB == ErrNotReference {
		return errA != ErrNotReference
	}
	var missingA, missingB *MissingError
	noneA := errors.As(errA, &missingA) && missingA.none
	noneB := errors.As(errB, &missingB) && missingB.none
	switch { // a name that is one's, beside a place of a kind that only the other has
	case errA == nil && noneB:
		return true
	case errB == nil && noneA:
		return false
	case a.named != b.named:
		return a.named > b.named
	case errA == nil || errB == nil:
		return errB != nil
	}
	return noneB && !noneA && missingA != nil
}

// known adds the documents that there are to the error of one that there isn't.
func (r *Resolver) known(err error) error {
	var missing *MissingError
	if errors.As(err, &missing) && missing.Known == "" {
		var names []string
		for _, d := range r.readers {
			names = append(names, d.fullName())
		}
		missing.Known = "the documents here are " + list(names)
	}
	return err
}

// byID takes an id or its address, with or without a footnote: "/strategy/70#fn-39".
func (r *Resolver) byID(s string) *Reference {
	id, note, hasNote := strings.Cut(strings.TrimPrefix(s, "/"), "#fn-")
	p := cmp.Or(r.ids[id], r.ids[strings.ToLower(id)])
	if p == nil {
		return nil
	}
	ref := &Reference{Document: p.Document, Kind: Kind(p.Kind), Passages: []string{p.ID}, URL: p.URL}
	if hasNote {
		if !slices.ContainsFunc(p.Footnotes, func(f document.Footnote) bool { return f.Number == note }) {
			return nil
		}
		ref.Kind, ref.URL = KindFootnote, footnoteURL(p, note)
	}
	return ref
}

// ownAddress returns the path of an address that is all there is.
func ownAddress(rest string, addresses []string) (path string, ok bool) {
	if len(addresses) != 1 || strings.Trim(rest, " <>.,") != "" {
		return "", false
	}
	_, afterScheme, _ := strings.Cut(addresses[0], "://")
	_, path, ok = strings.Cut(afterScheme, "/")
	return path, ok
}

func footnoteURL(p *document.Passage, note string) string { return p.URL + "#fn-" + note }
