package cite

import (
	"fmt"
	"strings"
	"time"
	"unicode"
)

// BibTeX writes one entry for each work, in UTF-8, which LaTeX reads as it is
// since 2018. A report is @techreport, whose standard styles print type, number and
// institution; a web page is biblatex's @online, which the old styles print as @misc,
// with a warning and without url: howpublished has the address for them, since
// biblatex doesn't print it of an @online.
// The pinpoint belongs in the \cite: a line above says how. The field comment has it
// too, with what a reader must know: reference managers import it, and no style prints
// it. They do print note, and biblatex's APA annote.
func BibTeX(works []Work, accessed time.Time) string {
	var entries []string
	for _, w := range works {
		entries = append(entries, bibTeXEntry(w, accessed))
	}
	return strings.Join(entries, "\n")
}

func bibTeXEntry(w Work, accessed time.Time) string {
	var b strings.Builder
	if len(w.Pins) > 0 {
		fmt.Fprintf(&b, "%% \\cite[{%s}]{%s}\n", escapeLaTeX(w.note()), w.key())
	}
	kind := "techreport"
	if w.onWeb() {
		kind = "online"
	}
	fmt.Fprintf(&b, "@%s{%s,\n", kind, w.key())
	for _, f := range bibTeXFields(w, accessed) {
		if f.value != "" {
			fmt.Fprintf(&b, "  %-12s = %s,\n", f.name, f.value)
		}
	}
	b.WriteString("}\n")
	return b.String()
}

type field struct{ name, value string }

func bibTeXFields(w Work, accessed time.Time) []field {
	m := w.Manifest
	_, month, _ := w.published()
	fields := []field{
		{"author", braced("{", escapeLaTeX(m.Author), "}")}, // a second pair keeps the body's name whole
		{"title", braced("", bibTeXTitle(w), "")},
	}
	if w.onWeb() {
		fields = append(fields,
			field{"organization", braced("", escapeLaTeX(w.otherPublisher()), "")},
			field{"howpublished", braced("", escapeLaTeX(m.LandingPage), "")})
	} else {
		kind := m.SeriesType
		if kind == "" {
			kind = "Report" // else styles print "Technical Report"
		}
		fields = append(fields,
			field{"type", braced("", escapeLaTeX(kind), "")},
			field{"number", braced("", strings.ReplaceAll(escapeLaTeX(m.Series), " ", "~"), "")},
			field{"institution", braced("", escapeLaTeX(w.institution()), "")})
	}
	fields = append(fields,
		field{"year", braced("", w.year(), "")},
		field{"month", bibTeXMonth(month)},
		field{"isbn", braced("", m.ISBN, "")},
		field{"url", braced("", bracesInURL.Replace(m.LandingPage), "")})
	if m.LandingPage != "" && !accessed.IsZero() {
		fields = append(fields, field{"urldate", accessed.Format("{2006-01-02}")})
	}
	return append(fields, field{"comment", braced("", escapeLaTeX(w.remarked()), "")})
}

// braced puts a value in braces, and nothing where there is none.
func braced(open, value, end string) string {
	if value == "" {
		return ""
	}
	return "{" + open + value + end + "}"
}

// bibTeXMonth is the name that BibTeX's styles define: jan to dec, without braces.
func bibTeXMonth(month int) string {
	if month == 0 {
		return ""
	}
	return strings.ToLower(time.Month(month).String()[:3])
}

// bibTeXTitle keeps in braces the words that a style may not write small: those
// that the title in sentence case has with a capital, but for the first. All of
// it where that isn't known.
func bibTeXTitle(w Work) string {
	if w.Manifest.TitleSentence == "" {
		return "{" + escapeLaTeX(w.Manifest.Title) + "}"
	}
	kept := map[string]bool{}
	for i, word := range strings.Fields(w.Manifest.TitleSentence) {
		if i > 0 && strings.ContainsFunc(word, unicode.IsUpper) {
			kept[word] = true
		}
	}
	words := strings.Fields(w.Manifest.Title)
	for i, word := range words {
		words[i] = escapeLaTeX(word)
		if kept[word] {
			words[i] = "{" + words[i] + "}"
		}
	}
	return strings.Join(words, " ")
}

// latex writes what LaTeX would take for a command. Braces are spelt out, since
// BibTeX counts even escaped ones; letters, quotation marks and dashes stay UTF-8.
var latex = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\textbraceleft{}`, `}`, `\textbraceright{}`,
	`~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`,
	`&`, `\&`, `%`, `\%`, `$`, `\$`, `#`, `\#`, `_`, `\_`,
	"\u00a0", "~", "\n", " ",
)

func escapeLaTeX(s string) string { return latex.Replace(s) }

// bracesInURL are all that must be changed in an address: styles print it by \url,
// which takes the rest as it is.
var bracesInURL = strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20")
