//go:build latex

package latextest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"socsearch/sources"
	"socsearch/sources/cite"
	"socsearch/sources/document"
)

var accessed = time.Date(2026, time.November, 21, 0, 0, 0, 0, time.UTC)

// bibliography is the BibTeX of a paragraph of the strategy, an entry of the roles
// page, and a web page that has an address.
func bibliography(t *testing.T) string {
	t.Helper()
	c, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	var manifests []*document.Manifest
	for _, d := range c.Documents {
		manifests = append(manifests, d.Manifest)
	}
	var pins []cite.Pin
	for i := range c.Passages {
		if p := &c.Passages[i]; p.ID == "strategy/79" || p.ID == "roles/hmpps" {
			pins = append(pins, cite.Pin{Passage: p})
		}
	}
	page := &document.Manifest{Slug: "guide", Title: "A Guide to Reporting", Author: "Office of Examples & Reports", Medium: document.MediumWeb,
		Published: "2021-03-04", Publisher: "The Publisher", LandingPage: "https://example.org/a_guide?x=1&y=50%25#top"}
	return cite.BibTeX(append(cite.Works(manifests, pins), cite.Work{Manifest: page}), accessed)
}

// The keys under which the works are cited.
const (
	strategyKey = "hm-government-2018-strategy"
	rolesKey    = "lockcode-limited-2020-roles"
	guideKey    = "office-of-examples-reports-2021-guide"
)

// TestPlainBibTeX: BibTeX 0.99 with the styles of 1988 and 1989 knows no @online and
// prints it as @misc, as btxdoc says of unknown types (3.1): author, title, year, and
// where it is to be had by howpublished. It never prints the pinpoint, which stands in
// comment, nor what is to be known of a passage.
func TestPlainBibTeX(t *testing.T) {
	need(t, "bibtex")
	for _, style := range []string{"plain", "alpha", "unsrt", "apalike"} {
		dir := t.TempDir()
		write(t, dir, "refs.bib", bibliography(t))
		write(t, dir, "paper.aux", fmt.Sprintf("\\bibstyle{%s}\n\\citation{*}\n\\bibdata{refs}\n", style))
		out := run(t, dir, "bibtex", "paper")
		if strings.Contains(out, "error message") {
			t.Errorf("%s: %s", style, out)
		}
		list := read(t, dir, "paper.bbl")
		holds(t, style, list, "{HM Government}", "Cm~9718", "Command Paper", "Home Office", "2018",
			"{Lockcode Limited}", "2020", "{Office of Examples \\& Reports}", "2021", `https://example.org/a\_guide?x=1\&y=50\%25\#top`)
		lacks(t, style, list, "79", "HMPPS", "by mistake")
	}
}

// TestBiber: biblatex prints all three by their types, with the pinpoint in the text
// and not in the list, and no address twice.
func TestBiber(t *testing.T) {
	for _, program := range []string{"biber", "pdflatex", "pdftotext"} {
		need(t, program)
	}
	for _, style := range []string{"apa", "authoryear", "numeric"} {
		dir := t.TempDir()
		bib := bibliography(t)
		write(t, dir, "refs.bib", bib)
		write(t, dir, "paper.tex", fmt.Sprintf(`\documentclass{article}\renewcommand\familydefault{\ttdefault}\hyphenpenalty=10000
\usepackage[style=%s,backend=biber]{biblatex}\addbibresource{refs.bib}
\begin{document}TEXT \autocite[para 79, p 31]{%s} \autocite{%s} \autocite{%s}\par LIST \printbibliography[heading=none]\end{document}`,
			style, strategyKey, rolesKey, guideKey))
		run(t, dir, "pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper")
		if out := run(t, dir, "biber", "--validate-datamodel", "paper"); strings.Contains(out, "ERROR") || strings.Contains(out, "is not a valid") {
			t.Errorf("%s: biber says\n%s", style, out)
		}
		run(t, dir, "pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper")
		run(t, dir, "pdftotext", "-layout", "paper.pdf", "paper.txt")
		text, list, found := strings.Cut(strings.Join(strings.Fields(read(t, dir, "paper.txt")), " "), "LIST")
		if !found {
			t.Fatalf("%s: no list in %s", style, text)
		}
		holds(t, style, text, "para 79, p 31")
		holds(t, style, list, "HM Government", "Cm 9718", "Home Office", "2018", "Lockcode Limited", "2020", "Office of Examples & Reports", "2021", "example.org/a_guide")
		lacks(t, style, list, "para 79", "HMPPS", "by mistake")
		if n := strings.Count(tight(list), "example.org/a"); n != 1 {
			t.Errorf("%s prints the address %d times in %s", style, n, list)
		}
		t.Logf("%s: %s", style, list)
	}
}

func holds(t *testing.T, style, list string, wanted ...string) {
	t.Helper()
	for _, w := range wanted {
		if !strings.Contains(tight(list), tight(w)) {
			t.Errorf("%s doesn't print %q in\n%s", style, w, list)
		}
	}
}

func lacks(t *testing.T, style, list string, unwanted ...string) {
	t.Helper()
	for _, u := range unwanted {
		if strings.Contains(tight(list), tight(u)) {
			t.Errorf("%s prints %q in\n%s", style, u, list)
		}
	}
}

// tight leaves out spaces and the ends of lines: addresses are stretched and broken.
func tight(s string) string { return strings.Join(strings.Fields(s), "") }

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func run(t *testing.T, dir, program string, arguments ...string) string {
	t.Helper()
	cmd := exec.Command(program, arguments...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", cmd, err, out)
	}
	return string(out)
}

// need skips the test where a program isn't there.
func need(t *testing.T, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skip(program + " isn't there: doc.go says how to install it")
	}
}
