package html

import (
	"strings"
	"testing"

	"socsearch/sources/blocks"
)

// TestRead reads a page with notes, a quotation, a table and what is left out.
func TestRead(t *testing.T) {
	d, err := Read([]byte(`<!doctype html><meta charset="utf-8"><title>no</title><nav>Menu</nav><script>x()</script>
<h2>Title</h2><p>One <b>two</b><sup><a href="#fn:1" id="fnref:1">1</a></sup>.</p><blockquote><p>Quoted <q>words</q></p></blockquote>
<p hidden>unseen</p><ul><li>Item</ul><table><tr><td>a<td>b</table><ol><li id="fn:1"><p>A note. <a href="#fnref:1">↩</a></p></ol>`))
	if err != nil {
		t.Fatal(err)
	}
	if want := "Title\nOne two.\nQuoted “words”\nItem\na b\nA note."; d.Text != want {
		t.Errorf("Text = %q, want %q", d.Text, want)
	}
	kinds := []blocks.Kind{blocks.Heading, blocks.Paragraph, blocks.Quotation, blocks.ListItem, blocks.TableRow, blocks.Note}
	for i, b := range d.Blocks {
		if i >= len(kinds) || b.Kind != kinds[i] {
			t.Errorf("block %d is %q %s", i, d.Text[b.Start:b.End], b.Kind)
		}
	}
	if len(d.Marks) != 1 || d.Text[:d.Marks[0].At] != "Title\nOne two" {
		t.Errorf("Marks = %v", d.Marks)
	}
	if d.LeftOut["navigation"] != 1 || d.LeftOut["hidden"] != 1 {
		t.Errorf("LeftOut = %v", d.LeftOut)
	}
}

// TestDeep refuses elements inside one another without end.
func TestDeep(t *testing.T) {
	_, err := Read([]byte(strings.Repeat("<div>", 100_000)))
	if _, ok := blocks.Detail(err); !ok {
		t.Errorf("Read = %v, want an error that says what is wrong", err)
	}
}
