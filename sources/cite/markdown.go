package cite

import (
	"regexp"
	"strings"
)

// Markdown writes a block quotation with its citation below it, linked to
// [QuoteOptions.Link]. Bullets are a list; footnotes, if wanted, are those of
// GitHub's and pandoc's Markdown.
func Markdown(w Work, o QuoteOptions) string {
	var lines []string
	quoted := quotations(w)
	for i, q := range quoted {
		if i > 0 {
			lines = append(lines, "")
			if q.gap {
				lines = append(lines, omission, "")
			}
		}
		lines = append(lines, markdownLines(q.marked(o.Footnotes))...)
	}
	var b strings.Builder
	for _, line := range lines {
		b.WriteString(strings.TrimRight("> "+line, " ") + "\n")
	}
	b.WriteString(">\n> — " + markdownCitation(w, o) + "\n")
	for _, remark := range w.remarks() {
		b.WriteString("\n" + escapeMarkdown(remark) + "\n")
	}
	if o.Footnotes {
		for _, q := range quoted {
			for _, f := range q.footnotes {
				b.WriteString("\n[^" + f.Number + "]: " + escapeMarkdown(f.Text) + "\n")
			}
		}
	}
	return b.String()
}

// markdownLines parts the lines of a text by blank ones, but for those of a list.
func markdownLines(m marked) []string {
	text := m.write(escapeMarkdown, func(n string) string { return "[^" + n + "]" })
	var lines []string
	listed := false
	for _, line := range strings.Split(text, "\n") {
		item, list := strings.CutPrefix(line, bullet)
		if len(lines) > 0 && !(list && listed) {
			lines = append(lines, "")
		}
		if list {
			line = "- " + item
		} else {
			line = ordinal.ReplaceAllString(line, `$1\$2`)
		}
		lines, listed = append(lines, line), list
	}
	return lines
}

// ordinal is what Markdown would number anew.
var ordinal = regexp.MustCompile(`^(\d+)([.)])`)

var markdownSpecial = regexp.MustCompile("[\\\\`*_\\[\\]<>#|~&]")

func escapeMarkdown(s string) string { return markdownSpecial.ReplaceAllString(s, `\$0`) }

// markdownCitation is the citation with its title in italics, and as a link if
// there is one.
func markdownCitation(w Work, o QuoteOptions) string {
	text := o.citation(w).markdown()
	if o.Link == "" {
		return text
	}
	return "[" + text + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", "\n", "").Replace(o.Link) + ">)"
}
