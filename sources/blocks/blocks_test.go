package blocks

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shown writes blocks a line each, as "kind: text", and the marks of notes after them.
func shown(d *Document) string {
	var b strings.Builder
	for _, block := range d.Blocks {
		fmt.Fprintf(&b, "%s%s: %s\n", block.Kind, block.Note, strings.ReplaceAll(d.Text[block.Start:block.End], "\n", " / "))
	}
	for _, m := range d.Marks {
		fmt.Fprintf(&b, "mark %s after %q\n", m.Note, d.Text[max(0, m.At-5):m.At])
	}
	return b.String()
}

func TestReadText(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"paragraphs", "One line\nand another.\n\nA second.\n", "paragraph: One line / and another.\nparagraph: A second.\n"},
		{"rules are no text", "One.\n-----\nTwo.\n", "paragraph: One.\nparagraph: Two.\n"},
		{"a quotation in a mail", "They say:\n> one\n> two\nWe say no.\n", "paragraph: They say:\nquotation: > one / > two\nparagraph: We say no.\n"},
		{"set in by spaces after a colon", "They say:\n    one\n    two\n", "paragraph: They say:\nindented:     one /     two\n"},
		{"a line that happens to be set in", "They say\n    one.\n", "paragraph: They say /     one.\n"},
		{"a list, items over two lines", "- one\n  goes on\n- two\n", "list item: - one /   goes on\nlist item: - two\n"},
		{"headings of Markdown", "# One\nText.\n## Two\n", "heading: # One\nparagraph: Text.\nheading: ## Two\n"},
		{"a number that a line's end has put first", "It stands in paragraph\n79. The rest.\n", "paragraph: It stands in paragraph / 79. The rest.\n"},
		{"notes", "Crime[1] costs.² It grows.[^3]\n\n[1] See para 1.\n² See para 2.\n[^3]: See para 3.\n",
			"paragraph: Crime[1] costs.² It grows.[^3]\nnote1: [1] See para 1.\nnote2: ² See para 2.\nnote3: [^3]: See para 3.\nmark 1 after \"Crime\"\nmark 2 after \"osts.\"\nmark 3 after \"rows.\"\n"},
		{"numbered lines that nothing refers to", "Crime costs.\n\n1. One.\n2. Two.\n", "paragraph: Crime costs.\nlist item: 1. One.\nlist item: 2. Two.\n"},
		{"nothing", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, shown(ReadText(test.in))); diff != "" {
				t.Errorf("ReadText(%q) (-want +got):\n%s", test.in, diff)
			}
		})
	}
}

func TestDecodeText(t *testing.T) {
	for _, test := range []struct{ name, in, want, detail string }{
		{"UTF-8", "£5 “fine”", "£5 “fine”", ""},
		{"Windows-1252", "\xa35 \x93fine\x94", "£5 “fine”", ""},
		{"UTF-16, little end first", "\xff\xfe\xa3\x005\x00", "£5", ""},
		{"UTF-16, big end first", "\xfe\xff\x00\xa3\x005", "£5", ""},
		{"a picture", "\x89PNG\x00\x00", "", "isn’t a text"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := DecodeText([]byte(test.in))
			detail, _ := Detail(err)
			if got != test.want || !strings.Contains(detail, test.detail) || (err == nil) != (test.detail == "") {
				t.Errorf("DecodeText(%q) = %q, %v, want %q, %q", test.in, got, err, test.want, test.detail)
			}
		})
	}
}

// TestBuilder writes a document in pieces, as readers of files do.
func TestBuilder(t *testing.T) {
	var b Builder
	b.Begin(Heading, 1)
	b.Write("  A\u00a0 heading\n")
	b.Begin(Paragraph, 0) // empty: none
	b.Begin(Paragraph, 0)
	b.Write("Words bro\u00adken")
	b.Mark("1")
	b.BeginNote("1")
	b.Write("A note")
	b.Begin(Paragraph, 0) // a note's paragraphs are one
	b.Write("in two.")
	b.EndNote()
	b.Break()
	b.Write("and \u202eturned\u0007.")
	b.BeginBlock(Block{Kind: TableRow, Table: 1})
	b.Write("Force")
	b.EndCell()
	b.Write("2015")
	b.EndCell()
	b.Omit("navigation", " Home \n page ")
	b.LeaveOut("picture")
	b.Doubt("a %s", "doubt")
	b.Doubt("a doubt")
	d, err := b.Document()
	if err != nil {
		t.Fatal(err)
	}
	want := "heading: A heading\nparagraph: Words broken and turned.\ntable row: Force 2015\nnote1: A note in two.\nmark 1 after \"roken\"\n"
	if diff := cmp.Diff(want, shown(d)); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]int{ControlCharacter: 2, "picture": 1}, d.LeftOut); diff != "" {
		t.Errorf("left out (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]string{"navigation": "Home page\n"}, d.Omitted); diff != "" {
		t.Errorf("omitted (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"a doubt"}, d.Doubts); diff != "" {
		t.Errorf("doubts (-want +got):\n%s", diff)
	}
	row := d.Blocks[2]
	if diff := cmp.Diff([]int{row.Start + len("Force"), row.End}, row.Cells); diff != "" {
		t.Errorf("ends of cells (-want +got):\n%s", diff)
	}
}

// TestSetLabel labels a block that has no text yet, and no other.
func TestSetLabel(t *testing.T) {
	var b Builder
	if b.SetLabel("1.", "") {
		t.Error("a label without a block")
	}
	b.Begin(ListItem, 0)
	if !b.SetLabel("1.", "a") || !b.SetLabel("(a)", "b") {
		t.Error("no label at a block's beginning")
	}
	b.Write("Text")
	if b.SetLabel("2.", "c") {
		t.Error("a label behind text")
	}
	d, err := b.Document()
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Blocks[0]; got.Label != "1. (a)" || got.ID != "b" {
		t.Errorf("the label is %q, the id %q, want %q and %q", got.Label, got.ID, "1. (a)", "b")
	}
}

// TestTooLong refuses a text beyond the limit, wherever its words go.
func TestTooLong(t *testing.T) {
	long := strings.Repeat("word ", MaxText/5+1)
	for name, write := range map[string]func(*Builder){
		"text": func(b *Builder) { b.Write(long) }, "what is omitted": func(b *Builder) { b.Omit("navigation", long) },
	} {
		var b Builder
		write(&b)
		if _, err := b.Document(); err == nil || !strings.Contains(err.Error(), "16 MB") {
			t.Errorf("%s beyond the limit: %v, want an error that names it", name, err)
		}
	}
}

func TestFormatNumber(t *testing.T) {
	for _, test := range []struct {
		n          int
		form, want string
	}{
		{4, "decimal", "4"}, {4, "", "4"}, {4, "decimalZero", "04"}, {12, "decimalZero", "12"}, {4, "none", ""},
		{4, "lowerRoman", "iv"}, {9, "upperRoman", "IX"}, {3, "lowerLetter", "c"}, {28, "upperLetter", "BB"}, {0, "lowerRoman", "0"},
	} {
		if got := FormatNumber(test.n, test.form); got != test.want {
			t.Errorf("FormatNumber(%d, %q) = %q, want %q", test.n, test.form, got, test.want)
		}
	}
}
