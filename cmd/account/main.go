// Command account tells where every word of PDFs went, and of web pages, word
// processors' files and Akoma Ntoso.
//
//	account FILE…
//
// It reads each file with pdftotext (poppler-utils) and as the indexer does, with
// nothing told but its name, and compares: each word of pdftotext must be in a
// passage, a heading or a footnote, or left out under a named reason. It prints the
// share that is, the words under each reason, those that are nowhere, gaps in the
// numbers, labels that two passages have, and what is doubtful. Exit status 1: a
// file has less than the wanted share, or a label twice.
package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"socsearch/sources/document"
	"socsearch/sources/layout"
	"socsearch/sources/pdf"
	"socsearch/sources/split"
)

// wanted is the share of pdftotext's words that must be accounted for.
const wanted = 0.995

func main() {
	pdf.RunChild()
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "account: name PDFs")
		os.Exit(2)
	}
	failed := false
	for _, path := range flag.Args() {
		if err := account(context.Background(), os.Stdout, path); err != nil {
			fmt.Fprintln(os.Stderr, "account:", err)
			failed = true
		}
	}
	if failed {
		os.Exit(1)
	}
}

// account writes the account of a file.
func account(ctx context.Context, w io.Writer, path string) error {
	if (&document.Manifest{File: path}).Flows() {
		return accountFlow(w, path)
	}
	name := filepath.Base(path)
	out, err := exec.CommandContext(ctx, "pdftotext", path, "-").Output()
	if err != nil {
		return fmt.Errorf("%s: pdftotext: %w (install poppler-utils)", name, err)
	}
	d, err := pdf.Read(ctx, path, pdf.Limits{})
	if err != nil {
		return err
	}
	slug := document.Slug(strings.TrimSuffix(name, filepath.Ext(name)))
	r, err := layout.Split(&document.Manifest{Slug: slug, Title: name, File: name}, d)
	if err != nil {
		return err
	}
	theirs := tokens(string(out))
	missing := compare(theirs, r.Read, unread(d))
	share := 1.0
	if len(theirs) > 0 {
		share = 1 - float64(len(missing))/float64(len(theirs))
	}
	fmt.Fprintf(w, "%s: %d pages, %d words by pdftotext, %.2f %% accounted for, %d passages, %d of them numbered\n",
		name, len(d.Pages), len(theirs), 100*share, len(r.Passages), numbered(r.Passages))
	reasons(w, d, r)
	if len(missing) > 0 {
		fmt.Fprintf(w, "  nowhere\t%d: %s\n", len(missing), strings.Join(missing[:min(len(missing), 30)], " "))
	}
	for _, doubt := range r.Doubts {
		fmt.Fprintf(w, "  doubtful\t%s\n", doubt)
	}
	document.PrintLabels(r.Passages)
	twice := labelsTwice(r.Passages)
	for _, l := range twice {
		fmt.Fprintf(w, "  label twice\t%s\n", l)
	}
	switch {
	case share < wanted:
		return fmt.Errorf("%s: %.2f %% of the words are accounted for, less than %.1f %%", name, 100*share, 100*wanted)
	case len(twice) > 0:
		return fmt.Errorf("%s: %d labels are those of several passages", name, len(twice))
	}
	return nil
}

// reasons writes how many words went where, and how many characters were not read.
func reasons(w io.Writer, d *pdf.Document, r *split.Result) {
	for _, reason := range r.Account.Reasons() {
		fmt.Fprintf(w, "  %s\t%d\n", reason, r.Account.Words[reason])
	}
	characters := map[string]int{}
	for _, p := range d.Pages {
		for reason, n := range p.LeftOut {
			characters[reason] += n
		}
	}
	for _, reason := range slices.Sorted(maps.Keys(characters)) {
		fmt.Fprintf(w, "  %s\t%d characters\n", reason, characters[reason])
	}
}

// unread returns the letters of what package pdf leaves out.
func unread(d *pdf.Document) string {
	var b strings.Builder
	for _, p := range d.Pages {
		for _, reason := range slices.Sorted(maps.Keys(p.Unread)) {
			b.WriteString(p.Unread[reason] + " ")
		}
	}
	return b.String()
}

func numbered(passages []document.Passage) int {
	n := 0
	for i := range passages {
		if passages[i].Number != "" && passages[i].Kind == document.KindParagraph {
			n++
		}
	}
	return n
}

// labelsTwice lists the labels that several passages have, in order.
func labelsTwice(passages []document.Passage) []string {
	count := map[string]int{}
	for i := range passages {
		count[passages[i].Label]++
	}
	maps.DeleteFunc(count, func(_ string, n int) bool { return n < 2 })
	return slices.Sorted(maps.Keys(count))
}

// compare returns the words of theirs that are in neither of our texts.
func compare(theirs []string, read, unread string) []string {
	left := map[string]int{}
	for _, t := range tokens(read) {
		left[t]++
	}
	var rest []string
	for _, t := range theirs {
		if left[t]--; left[t] < 0 {
			rest = append(rest, t)
		}
	}
	// Words that we cut otherwise: letters set apart, marks that are glued on.
	var ours []string
	for t, n := range left {
		if n > 0 {
			ours = append(ours, t)
		}
	}
	slices.SortFunc(ours, func(a, b string) int { return cmp.Or(len(b)-len(a), cmp.Compare(a, b)) })
	alone, letters, hidden := strings.Join(ours, " "), strings.Join(tokens(read), ""), strings.Join(tokens(unread), "")
	const long = 4
	var missing []string
	for _, t := range rest {
		if !madeOf(t, left) && !strings.Contains(alone, t) && !strings.Contains(hidden, t) && !(len(t) >= long && strings.Contains(letters, t)) {
			missing = append(missing, t)
		}
	}
	return missing
}
