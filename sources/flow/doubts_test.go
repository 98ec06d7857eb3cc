package flow

import (
	"slices"
	"strings"
	"testing"

	"socsearch/sources/blocks"
	"socsearch/sources/document"
)

// TestEveryDoubt makes each doubt arise, and a document that has none.
func TestEveryDoubt(t *testing.T) {
	for _, test := range []struct {
		name, page string
		want       []string // a part of each doubt, in any order
	}{
		{"none", `<h2>One</h2><p>1. The first<sup><a href="#fn:1" id="fnref:1">1</a></sup> is here.</p><p>2. The second is here.</p><ol><li id="fn:1"><p>A note.</p></li></ol>`, nil},
		{"a gap", `<p>1. The first.</p><p>2. The second.</p><p>4. The fourth.</p><p>5. The fifth.</p>`, []string{"gap in the numbering: 2 is followed by 4"}},
		{"a heading without text", `<h2>One</h2><p>1. The first.</p><p>2. The second.</p><h3>Two</h3><h2>Three</h2><p>3. The third.</p>`, []string{`no paragraph stands below the heading "Two": it is a passage`}},
		{"numbers that begin anew", `<h2>Report</h2><p>1. One here.</p><p>2. Two here.</p><p>3. Three here.</p><h2>Conclusions</h2><p>1. One there.</p><p>2. Two there.</p>`,
			[]string{`numbers begin anew below "Conclusions": their ids begin with conclusions-, 1 to 2`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, doubts := read(t, test.page)
			checkDoubts(t, doubts, test.want)
		})
	}
}

// checkDoubts wants a doubt for each text that holds it, and no others.
func checkDoubts(t *testing.T, got, want []string) {
	t.Helper()
	for _, w := range want {
		if !slices.ContainsFunc(got, func(d string) bool { return strings.Contains(d, w) }) {
			t.Errorf("the doubts %q lack %q", got, w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d doubts %q, want %d", len(got), got, len(want))
	}
}

// TestDoubtsOfFile tells of what a reader of a file did with its words.
func TestDoubtsOfFile(t *testing.T) {
	var b blocks.Builder
	b.Begin(blocks.Paragraph, 0)
	b.Write("The only paragraph")
	b.Mark("7")
	b.Write(" is \u202ehere.")
	for _, n := range []string{"8", "8"} {
		b.BeginNote(n)
		b.Write("See another paper.")
		b.EndNote()
	}
	for _, reason := range []string{"deleted by a tracked change", "deleted by a tracked change", "inserted by a tracked change", "hidden text", "macros"} {
		b.LeaveOut(reason)
	}
	b.Doubt("it is odd")
	source, err := b.Document()
	if err != nil {
		t.Fatal(err)
	}
	r, err := Split(&document.Manifest{Slug: "x", Title: "X", File: "x.docx"}, source)
	if err != nil {
		t.Fatal(err)
	}
	checkDoubts(t, r.Doubts, []string{
		"it is odd", "1 insertions, 2 deletions", "1 stretches of hidden text", "macros", "1 control characters",
		"no passage cites note 8", "there are two notes 8", "marks without a note: 7",
	})
}

// TestManyRestarts names the places where numbers begin anew, as long as they are few.
func TestManyRestarts(t *testing.T) {
	doubtsOf := func(restarts int) []string {
		var page strings.Builder
		for i := range restarts + 1 {
			page.WriteString("<h2>Chapter of " + strings.Repeat("x", i+1) + "</h2><p>1. One is here.</p><p>2. Two is here.</p><p>3. Three is here.</p>")
		}
		_, doubts := read(t, page.String())
		return doubts
	}
	if got := doubtsOf(manyRestarts); len(got) != manyRestarts || !strings.Contains(got[0], "begin anew below") {
		t.Errorf("%d places: doubts %q, want one for each", manyRestarts, got)
	}
	if got := doubtsOf(manyRestarts + 1); len(got) != 1 || !strings.Contains(got[0], "begin anew 13 times") {
		t.Errorf("%d places: doubts %q, want one that counts", manyRestarts+1, got)
	}
}

// TestLeftOut says under which reason words are in no passage, and that none are lost.
func TestLeftOut(t *testing.T) {
	const page = `<h1>The title</h1><h2>Contents</h2><h2>Foreword</h2><p>Words of welcome are here.</p><p>Jane Doe</p>` +
		`<h2>Part one</h2><p>1. The first paragraph is here.</p><p>2. The second paragraph is here.</p><h2>Part two</h2><p>3. The third paragraph is here.</p>`
	r := splitPage(t, page, nil)
	passages, account := listed(r), r.Account
	for reason, want := range map[string]int{Title: 2, Contents: 1, Signature: 2} {
		if got := account.Words[reason]; got != want {
			t.Errorf("%d words are left out as %s, want %d", got, reason, want)
		}
	}
	if strings.Contains(passages, "Jane") || strings.Contains(passages, "The title") {
		t.Errorf("what is left out is in passages:\n%s", passages)
	}
	total := 0
	for _, n := range account.Words {
		total += n
	}
	if want := len(strings.Fields("The title Contents Foreword Words of welcome are here. Jane Doe Part one 1. The first paragraph is here. 2. The second paragraph is here. Part two 3. The third paragraph is here.")); total != want {
		t.Errorf("%d words are accounted for, want %d: %v", total, want, account.Words)
	}
}

// TestHeadingRules makes a heading text, and a text a heading, as a manifest has it.
func TestHeadingRules(t *testing.T) {
	const page = `<h2>One</h2><p>1. The first paragraph.</p><h3>Not a heading at all</h3><p>2. The second paragraph.</p><p>3. The third paragraph.</p>`
	got := listed(splitPage(t, page, &document.Layout{Headings: []document.HeadingRule{{Level: 0, Text: "Not a heading at all"}}}))
	want := "1 paragraph |  | One | The first paragraph. / Not a heading at all\n2 paragraph |  | One | The second paragraph.\n3 paragraph |  | One | The third paragraph.\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestInspect writes a manifest with which a document is split as without it.
func TestInspect(t *testing.T) {
	const page = `<h1>The title</h1><h2>Report</h2><p>1. One here.</p><p>2. Two here.</p><p>3. Three here.</p><h2>Conclusions</h2><p>1. One there.</p><p>2. Two there.</p>`
	source := sourceOf(t, page)
	text, err := Inspect("A paper.html", source)
	if err != nil {
		t.Fatal(err)
	}
	m, err := document.ParseManifest("a.yaml", []byte(text))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if m.Slug != "a-paper" || m.Title != "The title" || m.Medium != document.MediumWeb || m.Paragraphs.Last != 3 {
		t.Errorf("slug %q, title %q, medium %q, last %d\n%s", m.Slug, m.Title, m.Medium, m.Paragraphs.Last, text)
	}
	with, err := Split(m, sourceOf(t, page))
	if err != nil {
		t.Fatal(err)
	}
	least, err := Split(&document.Manifest{Slug: m.Slug, Title: m.Title, File: m.File}, sourceOf(t, page))
	if err != nil {
		t.Fatal(err)
	}
	if a, b := listed(with), listed(least); a != b {
		t.Errorf("with the manifest\n%swithout\n%s", a, b)
	}
}
