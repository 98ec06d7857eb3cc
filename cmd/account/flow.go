package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"socsearch/sources"
	"socsearch/sources/flow"
)

// accountFlow writes the account of a file without printed pages: its words, as they
// stand in its markup, must be in a passage or left out under a reason.
func accountFlow(w io.Writer, path string) error {
	name := filepath.Base(path)
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	source, err := sources.ReadBlocks(name, data)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	r, err := flow.Split(flow.Describe(name, source), source)
	if err != nil {
		return err
	}
	text, err := wordsOf(name, data)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	theirs := tokens(text)
	missing := compare(theirs, r.Read, "")
	share := 1.0
	if len(theirs) > 0 {
		share = 1 - float64(len(missing))/float64(len(theirs))
	}
	fmt.Fprintf(w, "%s: %d words in its markup, %.2f %% accounted for, %d passages, %d of them numbered\n", name, len(theirs), 100*share, len(r.Passages), numbered(r.Passages))
	for _, reason := range r.Account.Reasons() {
		fmt.Fprintf(w, "  %s\t%d\n", reason, r.Account.Words[reason])
	}
	if len(missing) > 0 {
		fmt.Fprintf(w, "  nowhere\t%d: %s\n", len(missing), strings.Join(missing[:min(len(missing), 30)], " "))
	}
	for _, doubt := range r.Doubts {
		fmt.Fprintf(w, "  doubtful\t%s\n", doubt)
	}
	if share < wanted {
		return fmt.Errorf("%s: %.2f %% of the words are accounted for, less than %.1f %%", name, 100*share, 100*wanted)
	}
	return nil
}

// wordsOf returns all text that a reader may see, read as simply as can be.
func wordsOf(name string, data []byte) (string, error) {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".docx", ".docm":
		return wordsOfParts(data, "t", "delText", "word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
	case ".odt":
		return wordsOfParts(data, "", "", "content.xml")
	case ".xml", ".akn":
		return wordsOfXML(data, "", "")
	}
	return wordsOfHTML(data)
}

func wordsOfParts(data []byte, element, other string, parts ...string) (string, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", err
	}
	var all strings.Builder
	for _, part := range parts {
		f, err := z.Open(part)
		if err != nil {
			continue // few files have all of them
		}
		text, err := io.ReadAll(f)
		if err = errors.Join(err, f.Close()); err != nil {
			return "", err
		}
		words, err := wordsOfXML(text, element, other)
		if err != nil {
			return "", err
		}
		all.WriteString(words + "\n")
	}
	return all.String(), nil
}

// wordsOfXML returns the text of two elements, or all text where no element is named.
// What is said twice for other programs counts once.
func wordsOfXML(data []byte, element, other string) (string, error) {
	var b strings.Builder
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = charset.NewReaderLabel
	var open []string
	fallback := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			open = append(open, t.Name.Local)
			if skipped(t.Name.Local) {
				fallback++
			}
		case xml.EndElement:
			open = open[:len(open)-1]
			if skipped(t.Name.Local) {
				fallback--
			}
			if breaks(t.Name.Local) {
				b.WriteByte(' ')
			}
		case xml.CharData:
			if last := len(open) - 1; fallback == 0 && last >= 0 && (element == "" || open[last] == element || open[last] == other) {
				b.Write(t)
			}
		}
	}
}

func skipped(element string) bool { return element == "Fallback" || element == "meta" }

func breaks(element string) bool {
	switch element {
	case "p", "num", "heading", "subheading", "td", "th", "br", "tab", "content", "h", "tc", "note", "s", "cr", "docTitle", "authorialNote":
		return true
	}
	return false
}

func wordsOfHTML(data []byte) (string, error) {
	in, err := charset.NewReader(bytes.NewReader(data), "")
	if err != nil {
		return "", err
	}
	var b strings.Builder
	z := html.NewTokenizer(in)
	unseen := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			if errors.Is(z.Err(), io.EOF) {
				return b.String(), nil
			}
			return "", z.Err()
		case html.TextToken:
			if unseen == 0 {
				b.WriteString(z.Token().Data)
			}
		case html.StartTagToken:
			if name, _ := z.TagName(); unseenTag(string(name)) {
				unseen++
			} else if !inlineTag(string(name)) {
				b.WriteByte(' ')
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); unseenTag(string(name)) {
				unseen = max(unseen-1, 0)
			} else if !inlineTag(string(name)) {
				b.WriteByte(' ')
			}
		}
	}
}

func unseenTag(name string) bool {
	switch name {
	case "script", "style", "noscript", "template", "title", "svg", "iframe", "object":
		return true
	}
	return false
}

func inlineTag(name string) bool {
	switch name {
	case "a", "b", "i", "em", "strong", "span", "sup", "sub", "u", "abbr", "code", "small", "cite", "q", "mark", "font":
		return true
	}
	return false
}
