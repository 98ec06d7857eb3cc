package numbering

import "regexp"

// How headings open that are cited by their code (PM15, DM4), or as the annex or the
// article that they are.
var (
	code    = regexp.MustCompile(`^((?:(?i:policy|proposal|option) )?[A-Z]{1,4}\d{1,3}[A-Za-z]?)(?:[:.,–—-]|\s|$)`)
	annex   = regexp.MustCompile(`^((?i:annexe?|appendix|schedule|attachment|enclosure) (?:\d{1,3}[A-Za-z]?|[IVXLC]{1,6}|[A-Z]))(?:[:.,–—-]|\s|$)`)
	article = regexp.MustCompile(`^((?i:article) \d{1,3}[A-Za-z]?)(?:[:.,–—-]|\s|$)`)
)

// IsCode reports whether a heading opens with a code: "PM15: Housing".
func IsCode(heading string) bool { return code.MatchString(heading) }

// IsAnnex reports whether a heading is an annex's: "Annex A: Glossary".
func IsAnnex(heading string) bool { return annex.MatchString(heading) }

// IsArticle reports whether a heading is an article's: "Article 5 Scope".
func IsArticle(heading string) bool { return article.MatchString(heading) }

// recommendation opens a heading over one recommendation.
var recommendation = regexp.MustCompile(`^((?i:recommendation) \d{1,3}[A-Za-z]?)(?:[:.,–—-]|\s|$)`)

// Recommendation returns how the recommendation is cited that a heading stands over:
// "Recommendation 12"; "" if it stands over none.
func Recommendation(heading string) string {
	if m := recommendation.FindStringSubmatch(heading); m != nil {
		return m[1]
	}
	return ""
}

// Name is how a heading is cited: the code, annex or article that it opens with; ""
// of others, which are cited whole.
func Name(heading string) string {
	for _, name := range []*regexp.Regexp{code, annex, article} {
		if m := name.FindStringSubmatch(heading); m != nil {
			return m[1]
		}
	}
	return ""
}
