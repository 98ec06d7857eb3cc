package layout

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"socsearch/sources/document"
	"socsearch/sources/pdf"
	"socsearch/sources/pdf/pdftest"
	"socsearch/sources/split"
)

func TestMain(m *testing.M) {
	pdf.RunChild()
	os.Exit(m.Run())
}

// fixture is a document that tests share.
type fixture struct {
	document *pdf.Document
	result   *split.Result
	byID     map[string]*document.Passage
}

var (
	fixtures   = map[string]*fixture{}
	fixturesMu sync.Mutex
)

// open reads one of the public documents with the least manifest.
func open(t *testing.T, slug, name string) *fixture {
	t.Helper()
	path := pdftest.Fixture(t, name)
	fixturesMu.Lock()
	defer fixturesMu.Unlock()
	if f := fixtures[slug+name]; f != nil {
		return f
	}
	d, err := pdf.Read(context.Background(), path, pdf.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	f := &fixture{document: d, byID: map[string]*document.Passage{}}
	f.result, err = Split(&document.Manifest{Slug: slug, Title: slug, File: name}, d)
	if err != nil {
		t.Fatal(err)
	}
	for i := range f.result.Passages {
		p := &f.result.Passages[i]
		if f.byID[p.ID] != nil {
			t.Errorf("two passages have the id %s", p.ID)
		}
		f.byID[p.ID] = p
	}
	fixtures[slug+name] = f
	return f
}

// wanted is what a person reads of a passage in the printed document: its
// pages, first and last words, what stands at the beginning of further lines, the
// numbers of its footnotes, the heading next above.
type wanted struct {
	id        string
	page, end int
	begins    string
	ends      string
	lines     []string // beginnings of lines after the first
	notes     string
	under     string
	holds     string
}

// check compares what was split with what was read.
func (f *fixture) check(t *testing.T, wants []wanted) {
	t.Helper()
	for _, w := range wants {
		p := f.byID[w.id]
		if p == nil {
			t.Errorf("there is no %s", w.id)
			continue
		}
		if int(p.Page) != w.page || int(p.PageEnd) != w.end {
			t.Errorf("%s stands on pages %d to %d, want %d to %d", w.id, p.Page, p.PageEnd, w.page, w.end)
		}
		if !strings.HasPrefix(p.Text, w.begins) {
			t.Errorf("%s begins %q, want %q", w.id, p.Text[:min(len(p.Text), len(w.begins)+20)], w.begins)
		}
		if !strings.HasSuffix(p.Text, w.ends) {
			t.Errorf("%s ends %q, want %q", w.id, p.Text[max(0, len(p.Text)-len(w.ends)-20):], w.ends)
		}
		if got := notesOf(p); got != w.notes {
			t.Errorf("%s has footnotes %q, want %q", w.id, got, w.notes)
		}
		if got := lastOf(p.Section); w.under != "" && got != w.under {
			t.Errorf("%s stands under %q, want %q", w.id, got, w.under)
		}
		if w.holds != "" && !strings.Contains(p.Text, w.holds) {
			t.Errorf("%s lacks %q:\n%s", w.id, w.holds, p.Text)
		}
		checkLines(t, p, w.lines)
	}
}

func checkLines(t *testing.T, p *document.Passage, wants []string) {
	t.Helper()
	lines := strings.Split(p.Text, "\n")[1:]
	if len(wants) == 0 && len(lines) == 0 {
		return
	}
	if len(lines) != len(wants) {
		t.Errorf("%s has %d further lines, want %d:\n%s", p.ID, len(lines), len(wants), p.Text)
		return
	}
	for i, w := range wants {
		if !strings.HasPrefix(lines[i], w) {
			t.Errorf("line %d of %s is %q, want one that begins %q", i+2, p.ID, lines[i], w)
		}
	}
}

func notesOf(p *document.Passage) string {
	var list []string
	for _, n := range p.Footnotes {
		list = append(list, n.Number)
	}
	return strings.Join(list, " ")
}

func lastOf(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[len(list)-1]
}

// checkNumbers checks that paragraphs stand in order from 1 to last, without a
// gap, with ids that begin with prefix.
func (f *fixture) checkNumbers(t *testing.T, prefix string, last int) {
	t.Helper()
	at := 0
	for n := 1; n <= last; n++ {
		id := fmt.Sprintf("%s%d", prefix, n)
		i := slices.IndexFunc(f.result.Passages[at:], func(p document.Passage) bool { return p.ID == id })
		if i < 0 {
			t.Fatalf("%s is missing or out of order", id)
		}
		at += i + 1
	}
	if beyond := fmt.Sprintf("%s%d", prefix, last+1); f.byID[beyond] != nil {
		t.Errorf("there is a %s", beyond)
	}
}

// headings lists the headings of the contents in order.
func headings(contents []*document.Heading) []string {
	var list []string
	for _, h := range contents {
		list = append(list, h.Heading)
		list = append(list, headings(h.Children)...)
	}
	return list
}

// checkNoHeadingInText checks that no heading is, or opens, a paragraph's line.
func (f *fixture) checkNoHeadingInText(t *testing.T) {
	t.Helper()
	isHeading := map[string]bool{}
	for _, h := range headings(f.result.Contents) {
		isHeading[h] = true
	}
	for _, p := range f.result.Passages {
		for _, l := range strings.Split(p.Text, "\n") {
			if isHeading[l] {
				t.Errorf("the heading %q is a line of %s", l, p.ID)
			}
		}
	}
}
