package draftreport

import (
	"encoding/json"
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"
	"time"

	"socsearch/cmd/internal/spreadsheet"
	"socsearch/index/draft"
)

// Formats are the names of the forms that [Write] writes.
var Formats = []string{"text", "json", "csv", "markdown", "html"}

// Write writes reports in a format. One report in JSON is the API's answer, several
// are a list of them.
func Write(w io.Writer, format string, reports []*draft.Report, day time.Time) error {
	switch format {
	case "json":
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		if len(reports) == 1 {
			return e.Encode(reports[0])
		}
		return e.Encode(reports)
	case "csv":
		return writeCSV(w, reports)
	case "markdown":
		return writeAll(w, reports, func(r *draft.Report) string { return Markdown(r, day) })
	case "html":
		return writeHTML(w, reports, day)
	}
	return writeAll(w, reports, Text)
}

func writeAll(w io.Writer, reports []*draft.Report, write func(*draft.Report) string) error {
	for i, r := range reports {
		if i > 0 {
			if _, err := io.WriteString(w, "\n"); err != nil {
				return err
			}
		}
		if _, err := io.WriteString(w, write(r)); err != nil {
			return err
		}
	}
	return nil
}

// Summary says in a sentence what was found.
func Summary(s draft.Summary) string {
	text := fmt.Sprintf("%s: %d exact, %d altered, %d absent. %s: %d right, %d wrong, %d unknown, %d to other works.",
		plural(s.Quotations, "quotation"), s.Exact, s.Altered, s.Absent, plural(s.References, "reference"), s.Right, s.Wrong, s.Unknown, s.Other)
	if s.Terms > 0 {
		text += " " + plural(s.Terms, "term") + " not judged."
	}
	return text
}

func plural(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return strconv.Itoa(n) + " " + what
}

// Verdict names what was found of a finding: the words, then the place.
func Verdict(f *draft.Finding) string {
	switch {
	case f.Type == draft.TypeTerm:
		return "term"
	case f.Reference == nil:
		return string(f.Verdict)
	case f.Reference.Verdict == draft.None:
		return string(f.Words)
	}
	return string(f.Words) + ", reference " + string(f.Reference.Verdict)
}

// Line is the line of the draft in which a finding begins, counted from 1.
func Line(r *draft.Report, f *draft.Finding) int {
	line, at := 1, 0
	for _, c := range r.Input.Text {
		if at == f.Start {
			break
		}
		if c == '\n' {
			line++
		}
		at++
	}
	return line
}

// Text is a report for a terminal: a line for each finding, as compilers write
// them, and its message.
func Text(r *draft.Report) string {
	var b strings.Builder
	name := r.Input.Name
	if name == "" {
		name = "draft"
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		fmt.Fprintf(&b, "%s:%d: %s: “%s”\n", name, Line(r, f), Verdict(f), oneLine(f.Text))
		if f.Message != "" {
			fmt.Fprintf(&b, "    %s\n", f.Message)
		}
		if c := f.Correction; c != nil && Faulty(f) {
			fmt.Fprintf(&b, "    As printed: “%s” %s\n", oneLine(c.Quotation), c.Citation)
		}
	}
	fmt.Fprintf(&b, "%s: %s Index %s.\n", name, Summary(r.Summary), r.Index)
	return b.String()
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Faulty reports whether a finding makes a draft one to mend.
func Faulty(f *draft.Finding) bool {
	v := f.Verdict
	if f.Reference != nil {
		v = f.Reference.Verdict
	}
	return f.Words == "altered" || v == draft.Wrong || v == draft.Unknown
}

// Markdown is a report in Markdown.
func Markdown(r *draft.Report, day time.Time) string {
	var b strings.Builder
	title := "Check of a draft"
	if r.Input.Name != "" {
		title = "Check of " + r.Input.Name
	}
	fmt.Fprintf(&b, "# %s\n\n%s\n\nIndex %s, %s.\n", escape(title), Summary(r.Summary), r.Index, day.Format("2 January 2006"))
	for i := range r.Findings {
		f := &r.Findings[i]
		fmt.Fprintf(&b, "\n## Line %d: %s\n\n> %s\n\n%s\n", Line(r, f), Verdict(f), escape(oneLine(f.Text)), escape(f.Message))
		if len(f.Difference) > 0 {
			b.WriteString("\nDifference: ")
			for _, d := range f.Difference {
				text := escape(strings.TrimSpace(d.Text))
				switch d.Op {
				case "missing":
					text = "**[" + text + "]**"
				case "extra":
					text = "~~" + text + "~~"
				}
				b.WriteString(text + " ")
			}
			b.WriteByte('\n')
		}
		if c := f.Correction; c != nil && c.Quotation != "" {
			fmt.Fprintf(&b, "\nAs printed: “%s” (%s)\n", escape(oneLine(c.Quotation)), escape(c.Citation))
		}
	}
	return b.String()
}

var markdownMarks = strings.NewReplacer("\\", "\\\\", "*", "\\*", "_", "\\_", "[", "\\[", "]", "\\]", "<", "&lt;", "`", "\\`", "~", "\\~", "#", "\\#")

func escape(s string) string { return markdownMarks.Replace(s) }

var columns = []string{"file", "line", "start", "end", "note", "type", "words", "reference", "verdict", "text", "passages", "message", "warnings", "as_printed", "citation", "index"}

func writeCSV(w io.Writer, reports []*draft.Report) error {
	table := spreadsheet.NewWriter(w)
	table.Row(columns...)
	for _, r := range reports {
		for i := range r.Findings {
			f := &r.Findings[i]
			reference, verdict := "", string(f.Verdict)
			if f.Reference != nil {
				reference, verdict = f.Reference.Text, string(f.Reference.Verdict)
			}
			printed, citation := "", ""
			if f.Correction != nil {
				printed, citation = f.Correction.Quotation, f.Correction.Citation
			}
			table.Row(
				r.Input.Name, strconv.Itoa(Line(r, f)), strconv.Itoa(f.Start), strconv.Itoa(f.End), f.Note, string(f.Type), string(f.Words),
				reference, verdict, oneLine(f.Text), strings.Join(f.Passages, " "), f.Message, strings.Join(f.Warnings, " "), oneLine(printed), citation, r.Index,
			)
		}
	}
	return table.Err()
}

func writeHTML(w io.Writer, reports []*draft.Report, day time.Time) error {
	var b strings.Builder
	b.WriteString("<!doctype html>\n<html lang=\"en-GB\">\n<meta charset=\"utf-8\">\n<title>Check of a draft</title>\n<style>body{font:1rem/1.5 sans-serif;max-width:45em;margin:2em auto;padding:0 1em}del{background:#fdd}ins{background:#dfd}blockquote{margin-left:0;padding-left:1em;border-left:4px solid}</style>\n")
	for _, r := range reports {
		fmt.Fprintf(&b, "<h1>Check of %s</h1>\n<p>%s</p>\n<p>Index %s, %s.</p>\n", html.EscapeString(nameOf(r)), html.EscapeString(Summary(r.Summary)), r.Index, day.Format("2 January 2006"))
		for i := range r.Findings {
			f := &r.Findings[i]
			fmt.Fprintf(&b, "<h2>Line %d: %s</h2>\n<blockquote>%s</blockquote>\n<p>%s</p>\n", Line(r, f), Verdict(f), html.EscapeString(oneLine(f.Text)), html.EscapeString(f.Message))
			if len(f.Difference) > 0 {
				b.WriteString("<p>")
				for _, d := range f.Difference {
					switch text := html.EscapeString(d.Text); d.Op {
					case "missing":
						b.WriteString("<ins>" + text + "</ins>")
					case "extra":
						b.WriteString("<del>" + text + "</del>")
					default:
						b.WriteString(text)
					}
				}
				b.WriteString("</p>\n")
			}
			if c := f.Correction; c != nil && c.Quotation != "" {
				fmt.Fprintf(&b, "<p>As printed: “%s” %s</p>\n", html.EscapeString(oneLine(c.Quotation)), html.EscapeString(c.Citation))
			}
		}
	}
	b.WriteString("</html>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func nameOf(r *draft.Report) string {
	if r.Input.Name == "" {
		return "a draft"
	}
	return r.Input.Name
}
