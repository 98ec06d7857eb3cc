package resolve

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// addPhrases gathers what names the document, and its annexes.
func (d *reader) addPhrases() {
	m := d.manifest
	known := strings.TrimPrefix(m.KnownAs, "the ")
	d.phrase(levelCertain, m.KnownAs, known, m.Slug, m.Section)
	if known != "" {
		d.phrase(levelCertain, known+"'s")
	}
	d.names(levelAuthor, m.Author)
	if m.Author == hmGovernment {
		d.names(levelAuthor, otherHMGovernment...)
	}
	d.names(levelAuthor, m.AuthorAlso...)
	d.names(levelAuthor, department(m.Author))
	for _, author := range m.AuthorAlso {
		d.names(levelAuthor, department(author))
	}
	d.citing(m.Title, m.TitleSentence, m.Series)
	short := shortTitles(m.Title)
	d.citing(short...)
	d.citing(m.TitleAlso...)
	for _, title := range append(short, m.Title) {
		d.phrase(levelAuthor, acronym(title, 4)) // it needs a place: alone it is a word
	}
	d.names(levelBacker, m.Publisher)
	d.phrase(levelAuthor, acronym(m.Author, 3))
	d.phrase(levelBacker, acronym(m.Publisher, 3))
	d.phrase(levelDate, dates(m.Published)...)
	d.addAnnexes()
	longestFirst := func(a, b phrase) int { return cmp.Compare(len(b.tokens), len(a.tokens)) }
	d.addHeadings()
	slices.SortStableFunc(d.headings, longestFirst)
	slices.SortStableFunc(d.phrases, longestFirst)
	slices.SortStableFunc(d.annexes, longestFirst)
}

// addAnnexes gathers what introduces an entry.
func (d *reader) addAnnexes() {
	for _, e := range d.entries {
		p := d.passages[e.passages[0]]
		if e.annex == "" {
			continue
		}
		for _, name := range append(slices.Clone(p.Section[:min(1, len(p.Section))]), e.annex) {
			if words := tokens(name); !slices.ContainsFunc(d.annexes, func(a phrase) bool { return slices.Equal(a.tokens, words) }) {
				d.annexes = append(d.annexes, phrase{tokens: words})
			}
		}
	}
}

// addHeadings gathers the headings of the passages.
func (d *reader) addHeadings() {
	for _, p := range d.passages {
		for _, heading := range p.Section {
			if words := tokens(heading); len(words) > 0 && !slices.ContainsFunc(d.headings, func(h phrase) bool { return slices.Equal(h.tokens, words) }) {
				d.headings = append(d.headings, phrase{tokens: words})
			}
		}
	}
}

func (d *reader) phrase(level int, names ...string) {
	for _, name := range names {
		if words := tokens(name); len(words) > 0 {
			d.phrases = append(d.phrases, phrase{tokens: words, level: level})
		}
	}
}

// names adds the names of authors or publishers, as genitives too ("the Home
// Office's"), and those of companies without what the law adds to them.
func (d *reader) names(level int, names ...string) {
	for _, name := range names {
		words := tokens(name)
		if len(words) == 0 {
			continue
		}
		forms := [][]string{words}
		if n := len(words) - 1; n > 0 && slices.Contains(companies, words[n]) {
			forms = append(forms, words[:n])
			for _, c := range companies {
				forms = append(forms, append(slices.Clone(words[:n]), c))
			}
		}
		for _, form := range forms {
			own := slices.Clone(form)
			own[len(own)-1] += "s"
			d.phrases = append(d.phrases, phrase{tokens: form, level: level}, phrase{tokens: own, level: level})
		}
	}
}

// companies are what stands behind the name of a company.
var companies = []string{"limited", "ltd", "plc", "llp", "inc"}

// citing adds names by which a document is cited as a whole, before others of the
// same words.
func (d *reader) citing(names ...string) {
	for _, name := range names {
		if words := tokens(name); len(words) > 0 {
			d.phrases = slices.Insert(d.phrases, 0, phrase{words, levelCertain, true})
		}
	}
}

// hmGovernment is how the papers of the government as a whole name their author,
// and otherHMGovernment how others do.
const hmGovernment = "HM Government"

var otherHMGovernment = []string{"HMG", "HM Govt", "HM Gov", "H M Government", "UK Govt", "UK Government", "Her Majesty's Government", "His Majesty's Government"}

// dates are the ways in which citations write when a document was published.
func dates(published string) []string {
	for layout, ways := range map[string][]string{
		"2006-01-02": {"2006", "January 2006", "Jan 2006", "2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "2006, January 2", "2006-01-02", "02/01/2006", "2/1/2006", "02.01.2006"},
		"2006-01":    {"2006", "January 2006", "Jan 2006", "2006, January", "2006-01"},
		"2006":       {"2006"},
	} {
		if t, err := time.Parse(layout, published); err == nil {
			list := make([]string, len(ways))
			for i, way := range ways {
				list[i] = t.Format(way)
			}
			return list
		}
	}
	return []string{"no date", "n.d."}
}

// hasAddress reports whether the document is to be had at an address.
func (d *reader) hasAddress(address string) bool {
	plain := func(a string) string {
		rest, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(a, "https://"), "http://"), "#")
		return strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
	}
	return slices.ContainsFunc(d.manifest.Addresses(), func(own string) bool { return plain(own) == plain(address) })
}

// name is what messages call the document.
func (d *reader) name() string {
	return cmp.Or(d.manifest.KnownAs, "“"+d.manifest.Title+"”")
}

// fullName is the name with the series number.
func (d *reader) fullName() string {
	if d.manifest.Series == "" {
		return d.name()
	}
	return d.name() + " (" + d.manifest.Series + ")"
}

func (d *reader) missing(what, known string) *MissingError {
	return &MissingError{Document: d.manifest.Slug, What: what, Known: d.name() + " has " + known, none: strings.HasPrefix(known, "no ")}
}
