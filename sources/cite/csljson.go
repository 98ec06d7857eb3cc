package cite

import (
	"encoding/json"
	"strings"
	"time"
)

// cslItem is an item of the Citation Style Language's JSON. It has no genre: styles
// print it before the number, "Command Paper Cm 9718".
type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title"`
	Author    []cslName `json:"author,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	Number    string    `json:"number,omitempty"`
	Publisher string    `json:"publisher,omitempty"`
	ISBN      string    `json:"ISBN,omitempty"`
	URL       string    `json:"URL,omitempty"`
	Accessed  *cslDate  `json:"accessed,omitempty"`
	Language  string    `json:"language"`
	// Note has the pinpoint, since a locator belongs to the citing and not to the
	// item, and what a reader must know.
	Note string `json:"note,omitempty"`
}

// cslName is the name of a body, which must not be taken apart.
type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

// CSLJSON writes an array with one item for each work.
func CSLJSON(works []Work, accessed time.Time) string {
	items := []cslItem{}
	for _, w := range works {
		items = append(items, newCSLItem(w, accessed))
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(items); err != nil {
		panic(err) // strings and numbers can always be written
	}
	return b.String()
}

func newCSLItem(w Work, accessed time.Time) cslItem {
	m := w.Manifest
	item := cslItem{
		ID: w.key(), Type: "report", Title: m.Title, Number: m.Series, Publisher: m.Publisher,
		ISBN: m.ISBN, URL: m.LandingPage, Language: "en-GB", Note: w.remarked(),
	}
	if w.onWeb() {
		item.Type = "webpage"
	}
	if m.Author != "" {
		item.Author = []cslName{{m.Author}}
	}
	item.Issued = newCSLDate(w.published())
	if m.LandingPage != "" && !accessed.IsZero() {
		item.Accessed = newCSLDate(accessed.Year(), int(accessed.Month()), accessed.Day())
	}
	return item
}

// newCSLDate holds as many parts as are known; nil if none is.
func newCSLDate(parts ...int) *cslDate {
	for len(parts) > 0 && parts[len(parts)-1] == 0 {
		parts = parts[:len(parts)-1]
	}
	if len(parts) == 0 {
		return nil
	}
	return &cslDate{[][]int{parts}}
}
