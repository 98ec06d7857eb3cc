package draft

import (
	"regexp"
	"slices"
	"strings"

	"socsearch/sources/document"
)

// works knows the documents by what drafts call them.
type works struct {
	manifests []*document.Manifest
	names     *regexp.Regexp // a group for each document
	series    map[string]bool
	// authorLead is an author at a text's end, as it stands before a title.
	authorLead *regexp.Regexp
	// connects is what may stand between a quotation and a reference right after it.
	connects *regexp.Regexp
}

func newWorks(manifests []*document.Manifest) *works {
	w := &works{manifests: manifests, series: map[string]bool{}}
	var groups []string
	for _, m := range manifests {
		names := nameForms(m)
		slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) })
		groups = append(groups, "("+strings.Join(names, "|")+")")
		if m.Series != "" {
			w.series[seriesKey(m.Series)] = true
		}
	}
	authors := authorForms(manifests)
	w.authorLead = regexp.MustCompile(`\b(?:` + authors + `),?\s*[‘'“"*_(]*\s*$`)
	w.connects = regexp.MustCompile(`(?i)^[\s.,:;!?”"’'»)\]>*_]*[(\[—–-]*\s*(?:(?:see|at|in|from|cf\.?|per|source:?|as|the|(?:` + authors + `),?|quoted|emphasis added;?|citing|our emphasis,?|footnotes? omitted,?)[\s,*_‘“'"(]*)*$`)
	if len(groups) > 0 {
		w.names = regexp.MustCompile(`(?i)\b(?:` + strings.Join(groups, "|") + `)(?:\b|$)`)
	}
	return w
}

// authorForms is a pattern for those who wrote or published documents, as drafts write
// their names; one that matches nothing where nobody is known.
func authorForms(manifests []*document.Manifest) string {
	forms := []string{`[^\x00-\x{10FFFF}]`} // no character
	for _, m := range manifests {
		for _, name := range append([]string{m.Author, m.Publisher}, m.AuthorAlso...) {
			if name == "" {
				continue
			}
			p := regexp.QuoteMeta(name)
			if short, ok := strings.CutSuffix(p, " Limited"); ok {
				p = short + `(?: Limited| Ltd)?`
			}
			if rest, ok := strings.CutPrefix(p, "HM "); ok {
				p = `(?:HM|H(?:er|is) Majesty[’']s) ` + rest
			}
			forms = append(forms, strings.ReplaceAll(p, " ", `\s+`))
		}
	}
	slices.SortFunc(forms, func(a, b string) int { return len(b) - len(a) })
	return strings.Join(slices.Compact(forms), "|")
}

// nameForms are patterns for what a document is called.
func nameForms(m *document.Manifest) []string {
	var names []string
	add := func(s string) {
		s = strings.TrimSpace(s)
		if s == "" {
			return
		}
		p := regexp.QuoteMeta(s)
		p = strings.NewReplacer("’", "[’']?", "'", "[’']?", "‘", "[‘']?", " & ", " (?:&|and) ", " and ", " (?:&|and) ").Replace(p)
		names = append(names, strings.ReplaceAll(p, " ", `[\s*_]+`))
	}
	add(m.Title)
	add(m.TitleSentence)
	if before, _, ok := strings.Cut(m.Title, ": "); ok && len(before) > 12 && strings.Count(before, " ") > 5 {
		add(before)
	}
	add(m.KnownAs)
	add(strings.TrimPrefix(m.KnownAs, "the "))
	add(m.Series)
	if m.Slug != "" && len(m.Slug) > 3 && !strings.EqualFold(m.Slug, m.KnownAs) {
		names = append(names, regexp.QuoteMeta(m.Slug)+"(?:/)?")
	}
	return names
}

func seriesKey(s string) string {
	return strings.ToLower(strings.NewReplacer(" ", "", ".", "", "\u00a0", "", "~", "").Replace(s))
}

// named is a document's name in a text.
type named struct {
	start, end int
	manifest   *document.Manifest
}

// namesIn are the names of documents in a text, in order.
func (w *works) namesIn(s string) []named {
	if w.names == nil {
		return nil
	}
	var list []named
	for _, at := range w.names.FindAllStringSubmatchIndex(s, -1) {
		for i, m := range w.manifests {
			if at[2+2*i] >= 0 && isWhole(s, at[0], at[1], m) {
				list = append(list, named{at[0], at[1], m})
				break
			}
		}
	}
	return list
}

// isWhole reports whether a short name is no part of a longer one: "strategy" of
// "the Modern Crime Prevention Strategy".
func isWhole(s string, start, end int, m *document.Manifest) bool {
	short, ok := strings.CutPrefix(m.KnownAs, "the ")
	if !ok || !strings.EqualFold(s[start:end], short) {
		return true
	}
	before := strings.Fields(s[:start])
	if len(before) == 0 || strings.HasSuffix(strings.TrimRight(s[:start], " \n"), "(") {
		return true
	}
	last := strings.ToLower(strings.Trim(before[len(before)-1], "‘“\"'(*_"))
	return articles[last] || strings.HasPrefix(m.Published, last) && year.MatchString(last)
}

var articles = wordSet("the this that our its his their same government's government’s ministers' crime see and")

var (
	seriesNumber = regexp.MustCompile(`\b(Cmnd|Cmd|Cm|CP|Cd|HC|HL)\.?[\s\x{a0}]?(\d{1,5})\b`)
	// otherWork is what only other works have: a case, a statute, a report of a
	// debate, a strategy of another year.
	otherWork = regexp.MustCompile(`\b(?:Act|Bill|Order|Regulations?|Convention|Directive|Protocol)\s+(?:\([A-Z]{2,7}\)\s*)?(?:No\.?\s*)?\d|\[\d{4}\]\s+(?:\d+\s+)?[A-Z]{2,}|\bv\.?\s+[A-Z]|\bHC Deb\b|\bHL Deb\b|\b(?:19|20)\d\d\s+(?:[Ss]trategy|[Rr]eport|[Pp]lan|[Rr]eview|[Gg]uidance|[Aa]ct|[Ww]hite [Pp]aper|[Aa]ssessment)`)
	year      = regexp.MustCompile(`\b(?:19|20)\d\d\b`)
	// titleYear is a work by its title and year in brackets: “Name (Publisher 2015)”.
	titleYear = regexp.MustCompile(`[\pL’'*_”"]\s*[(\[]([^()\[\]]{0,80}?(?:19|20)\d\d)[a-z]?[)\]]`)
	// authorYear is one by author and year: “(Smith and Jones, 2019”.
	authorYear = regexp.MustCompile(`([A-Z][\pL’'.-]+(?:\s+(?:and|&|et|al\.?,?|of|for|[A-Z][\pL’'.-]*))*),?\s*\(?((?:19|20)\d\d)[a-z]?\b`)
)

// isRelative reports whether a text names the work that came before a document or
// after it, by a title of its own.
func (w *works) isRelative(s string) bool {
	for _, m := range w.manifests {
		for _, r := range []*document.Relation{m.Supersedes, m.SupersededBy} {
			if r == nil {
				continue
			}
			title, _, _ := strings.Cut(r.Title, ":")
			if !strings.EqualFold(title, m.Title) && strings.Contains(strings.ToLower(s), strings.ToLower(title)) {
				return true
			}
		}
	}
	return false
}

// isOther reports whether a text names a work that isn't one of the documents.
// near is the name of a document that stands in it, nil for none.
func (w *works) isOther(s string, near *document.Manifest) bool {
	for _, m := range seriesNumber.FindAllStringSubmatch(s, -1) {
		if !w.series[seriesKey(m[1]+m[2])] {
			return true
		}
	}
	if near != nil && near.Series != "" && strings.Contains(seriesKey(s), seriesKey(near.Series)) {
		return false
	}
	rest := s
	if near != nil {
		rest = w.names.ReplaceAllString(s, "§")
	}
	if otherWork.MatchString(rest) || w.isRelative(s) {
		return true
	}
	if near != nil {
		y := year.FindString(near.Published)
		for _, found := range titleYear.FindAllStringSubmatch(s, -1) {
			if y != "" && !strings.Contains(found[1], y) && !strings.Contains(found[1], "ccessed") {
				return true
			}
		}
		if m := regexp.MustCompile(`(?i)\b(19|20)(\d\d)\s*§`).FindStringSubmatch(rest); m != nil && y != "" && m[1]+m[2] != y {
			return true
		}
		return false
	}
	for _, m := range authorYear.FindAllStringSubmatch(s, -1) {
		if w.byAuthor(m[1], m[2]) == nil && !months[lastWord(m[1])] && !sentenceWords[firstWord(m[1])] {
			return true
		}
	}
	return titleYear.MatchString(s) && w.byTitleYear(s) == nil
}

func (w *works) byTitleYear(s string) *document.Manifest {
	for _, m := range authorYear.FindAllStringSubmatch(s, -1) {
		if d := w.byAuthor(m[1], m[2]); d != nil {
			return d
		}
	}
	return nil
}

func lastWord(s string) string  { f := strings.Fields(s); return f[len(f)-1] }
func firstWord(s string) string { return strings.Fields(s)[0] }

var (
	months        = wordSet("January February March April May June July August September October November December")
	sentenceWords = wordSet("In By Since From Until Before After During For And But The At On See As Of Between")
)

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// byAuthor is the document of an author and a year; nil for none.
func (w *works) byAuthor(author, published string) *document.Manifest {
	author = strings.ToLower(strings.TrimSpace(author))
	for _, m := range w.manifests {
		if !strings.HasPrefix(m.Published, published) {
			continue
		}
		for _, own := range []string{m.Author, strings.TrimSuffix(m.Author, " Limited"), m.Publisher} {
			if own != "" && strings.HasSuffix(author, strings.ToLower(own)) {
				return m
			}
		}
	}
	return nil
}
