package web

import (
	"html"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"socsearch/sources/blocks"
	"socsearch/sources/docx"
)

// own is a briefing with a range, in an order of its reader's, with a title, a heading
// and a note.
const own = "/briefing?ids=strategy/148,strategy/79-82,roles/home-office-2&order=own&title=On+witnesses" +
	"&heading.strategy/79-82=The+online+part&note.strategy/79-82=Ask+the+Home+Office."

// TestBriefingAsWord reads the Word file of a briefing back: its title, headings and
// notes, the words, and a footnote for each entry in the order and style asked for.
func TestBriefingAsWord(t *testing.T) {
	for _, test := range []struct {
		style string
		notes []string
	}{
		{"oscola", []string{
			"HM Government, Serious and Organised Crime Strategy (Cm 9718, 2018) para 148.",
			"HM Government, Serious and Organised Crime Strategy (Cm 9718, 2018) paras 79–82.",
			"Lockcode Limited, ‘The UK’s Serious and Organised Crime Strategy: Roles & Responsibilities’ (2020) Home Office, para 2.",
		}},
		{"apa_in_text", []string{"(HM Government, 2018, para. 148)", "(HM Government, 2018, paras. 79–82)", "(Lockcode Limited, 2020, Home Office section, para. 2)"}},
		{"apa", []string{"(HM Government, 2018, para. 148)", "(HM Government, 2018, paras. 79–82)", "(Lockcode Limited, 2020, Home Office section, para. 2)"}},
	} {
		d := readWord(t, own+"&format=docx&style="+test.style)
		if diff := cmp.Diff(test.notes, blocksOf(d, blocks.Note)); diff != "" {
			t.Errorf("%s: footnotes (-want +got)\n%s", test.style, diff)
		}
		want := []string{"On witnesses", "Paragraph 148, p 51", "The online part", "Paragraphs 79–82, pp 31–32", "Roles and responsibilities, Home Office, para 2", "Sources"}
		if diff := cmp.Diff(want, blocksOf(d, blocks.Heading)); diff != "" {
			t.Errorf("headings (-want +got)\n%s", diff)
		}
		for _, want := range []string{"On witnesses", "Ask the Home Office.", "Our programme to tackle cyber crime is underpinned", "has been superseded by No place to hide", "© Crown copyright 2018", "STPOs)74"} {
			if !strings.Contains(d.Text, want) {
				t.Errorf("the file lacks %q", want)
			}
		}
	}
}

// TestResultsAsWord reads the Word file of a search's results back.
func TestResultsAsWord(t *testing.T) {
	d := readWord(t, "/api/v1/search?q=county+lines&objective=1&format=docx")
	if n := len(blocksOf(d, blocks.Note)); n != 2 {
		t.Errorf("%d footnotes, want one for each of 2 results", n)
	}
}

func readWord(t *testing.T, address string) *blocks.Document {
	t.Helper()
	d, err := docx.Read([]byte(getBody(t, address)))
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return d
}

func blocksOf(d *blocks.Document, kind blocks.Kind) []string {
	var list []string
	for _, b := range d.Blocks {
		if b.Kind == kind {
			list = append(list, d.Text[b.Start:b.End])
		}
	}
	return list
}

// TestBriefingWithoutScript arranges a briefing by links and forms alone.
func TestBriefingWithoutScript(t *testing.T) {
	page := getBody(t, own)
	for _, want := range []string{"<h1>On witnesses", "<h2>The online part</h2>", "Ask the Home Office.", "paras 79–82."} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	inOrder(t, page, "Paragraph 148", "Paragraphs 79–82", "Roles and responsibilities, Home Office, para 2")
	inOrder(t, getBody(t, linkIn(t, page, "Move down<span class=\"hidden\"> Paragraph 148")), "Paragraphs 79–82", "Paragraph 148")
	removed := getBody(t, linkIn(t, page, "Remove<span class=\"hidden\"> Paragraphs 79–82"))
	if strings.Contains(removed, "The online part</h2>") || !strings.Contains(removed, "One entry was removed.") {
		t.Errorf("not removed, or not said")
	}
	if back := getBody(t, linkIn(t, removed, "Undo")); !strings.Contains(back, "<h2>The online part</h2>") || !strings.Contains(back, "Ask the Home Office.") {
		t.Errorf("what was removed didn’t come back with its heading and note")
	}
	cleared := getBody(t, linkIn(t, page, "Clear"))
	if !strings.Contains(cleared, "3 entries were removed.") {
		t.Errorf("not cleared, or not said")
	}
	inOrder(t, getBody(t, linkIn(t, cleared, "Undo")), "Paragraph 148", "Paragraphs 79–82", "Roles and responsibilities, Home Office, para 2")

	answer := httptest.NewRecorder()
	site(t).ServeHTTP(answer, httptest.NewRequest("GET", "/briefing?ids=strategy/148&add=paras+79-82", nil))
	if got, want := answer.Header().Get("Location"), "/briefing?ids=strategy/148,strategy/79-82"; answer.Code != 303 || got != want {
		t.Errorf("added: status %d to %q, want 303 to %q", answer.Code, got, want)
	}
}

// linkIn returns the address of the link with some words, or beginning with them.
func linkIn(t *testing.T, page, words string) string {
	t.Helper()
	before, _, found := strings.Cut(page, " data-edit>"+words)
	if !found {
		t.Fatalf("no link %q", words)
	}
	return html.UnescapeString(strings.TrimSuffix(before[strings.LastIndex(before, `href="`)+len(`href="`):], `"`))
}

func inOrder(t *testing.T, page string, words ...string) {
	t.Helper()
	var at []int
	for _, w := range words {
		at = append(at, strings.Index(page, `aria-label="`+w))
	}
	if slices.Contains(at, -1) || !slices.IsSorted(at) {
		t.Errorf("%q stand at %v", words, at)
	}
}
