package flow

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"socsearch/sources/blocks"
	"socsearch/sources/document"
)

// labelled is a document of blocks that a word processor counts and styles.
func labelled(t *testing.T, list ...blocks.Block) string {
	t.Helper()
	var b blocks.Builder
	for _, block := range list {
		text := block.ID
		block.ID = ""
		b.BeginBlock(block)
		b.Write(text)
	}
	source, err := b.Document()
	if err != nil {
		t.Fatal(err)
	}
	r, err := Split(&document.Manifest{Slug: "x", Title: "X", File: "x.docx"}, source)
	if err != nil {
		t.Fatal(err)
	}
	return listed(r)
}

// TestParagraphsSetAsHeadings reads numbered paragraphs whose style has an outline
// level: the short ones among them are paragraphs, too, and names without a number
// stay headings.
func TestParagraphsSetAsHeadings(t *testing.T) {
	number := func(n, text string) blocks.Block {
		return blocks.Block{Kind: blocks.Heading, Level: 1, Style: "Para", Label: n, Count: "1/0", Depth: 1, ID: text}
	}
	plain := func(text string) blocks.Block {
		return blocks.Block{Kind: blocks.Heading, Level: 1, Style: "Para", ID: text}
	}
	got := labelled(t, plain("THE FACTS"), number("1.", "The first of them is a sentence."), number("2.", "They are, in short,"), plain("“It was so,” he said."), number("3.", "The third one is short, but it ends."),
		plain("THE LAW"), plain("It is this, as we all know by now."), plain("And it is nothing but that, whatever is said."), number("4.", "The last of them is a sentence as well."))
	want := `1 paragraph |  | THE FACTS | The first of them is a sentence.
2 paragraph |  | THE FACTS | They are, in short, / “It was so,” he said.
3 paragraph |  | THE FACTS | The third one is short, but it ends.
the-law-1 paragraph | THE LAW, para 1 | THE LAW | It is this, as we all know by now.
the-law-2 paragraph | THE LAW, para 2 | THE LAW | And it is nothing but that, whatever is said.
4 paragraph |  | THE LAW | The last of them is a sentence as well.
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestNumbersGoOn reads numbers that a second list goes on with, though it prints them
// otherwise; a list of a few words after them is none.
func TestNumbersGoOn(t *testing.T) {
	item := func(n, count, text string) blocks.Block {
		return blocks.Block{Kind: blocks.ListItem, Label: n, Count: count, Depth: 1, ID: text}
	}
	row := []blocks.Block{item("1.", "7/0", "The first paragraph is here."), item("2.", "7/0", "The second paragraph is here."), item("3.", "7/0", "The third paragraph is here.")}
	got := labelled(t, append(row, item("4", "8/0", "The fourth is counted by another."), item("5", "8/0", "And so is the fifth."))...)
	if !strings.Contains(got, "4 paragraph |  |  | The fourth is counted by another.\n5 paragraph |  |  | And so is the fifth.\n") {
		t.Errorf("numbers that go on:\n%s", got)
	}
	got = labelled(t, append(row, item("4", "8/0", "Leeds"), item("5", "8/0", "London"), item("6", "8/0", "York"))...)
	if strings.Contains(got, "4 paragraph") || !strings.Contains(got, "The third paragraph is here. / 4 Leeds") {
		t.Errorf("a list of words:\n%s", got)
	}
}

// TestPointsUnderNumbers reads paragraphs a few of which have numbered points: those
// are no paragraphs, though there are more of them.
func TestPointsUnderNumbers(t *testing.T) {
	item := func(n string, depth int, text string) blocks.Block {
		return blocks.Block{Kind: blocks.ListItem, Label: n, Count: "7/" + strconv.Itoa(depth-1), Depth: depth, ID: text}
	}
	list := []blocks.Block{item("1.", 1, "The only paragraph with points is this one:")}
	for n := 1; n <= 20; n++ {
		list = append(list, item(fmt.Sprintf("1.%d.", n), 2, "One of its many points."))
	}
	for n := 2; n <= 5; n++ {
		list = append(list, item(fmt.Sprintf("%d.", n), 1, "A paragraph without points."))
	}
	got := labelled(t, list...)
	if !strings.HasPrefix(got, "1 paragraph |  |  | The only paragraph with points is this one: / 1.1. One of its many points. / ") || !strings.Contains(got, "\n5 paragraph |  |  | A paragraph") {
		t.Errorf("got\n%s", got)
	}
}

// TestInnerLevel reads paragraphs that a template numbers on an inner level of a list,
// and typed numbers among those that are counted.
func TestInnerLevel(t *testing.T) {
	item := func(n, text string) blocks.Block {
		return blocks.Block{Kind: blocks.ListItem, Label: n, Count: "1/4", Depth: 5, ID: text}
	}
	typed := blocks.Block{Kind: blocks.Paragraph, ID: "3. The third was typed by hand."}
	got := labelled(t, item("1.", "The first is counted by a list."), item("2.", "The second is counted by it, too."), typed, item("4.", "The fourth is counted again."), item("5.", "And so is the last of them."))
	want := `1 paragraph |  |  | The first is counted by a list.
2 paragraph |  |  | The second is counted by it, too.
3 paragraph |  |  | The third was typed by hand.
4 paragraph |  |  | The fourth is counted again.
5 paragraph |  |  | And so is the last of them.
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestGivenNumbers reads paragraphs that the file calls numbered, few among others and
// with numbers missing.
func TestGivenNumbers(t *testing.T) {
	var list []blocks.Block
	for _, n := range []string{"1.", "2.", "171.", "3.", "9."} {
		list = append(list, blocks.Block{Kind: blocks.Paragraph, Label: n, Count: "akn ", ID: "Invites all Parties;"})
		for range 10 {
			list = append(list, blocks.Block{Kind: blocks.Paragraph, ID: "Words that it quotes of another."})
		}
	}
	got := labelled(t, list...)
	for _, want := range []string{"1 paragraph |  |  | Invites all Parties; / Words", "\n2 paragraph", "\n3 paragraph", "\n9 paragraph"} {
		if !strings.Contains(got, want) {
			t.Errorf("got\n%swithout %q", got, want)
		}
	}
}
