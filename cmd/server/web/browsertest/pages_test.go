package browsertest

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// The bounds of a first view.
const (
	maxWeight   = 60_000  // bytes over the wire, compressed
	bookWeight  = 100_000 // of a whole book: its words alone are more than the others' bound
	maxRequests = 8
)

// TestEveryPage loads every kind of page: no complaint in the console, no failed
// request, few requests, all of them to the site, and one heading of the first
// level.
func TestEveryPage(t *testing.T) {
	b := open(t)
	for _, kind := range kindsOfPage {
		if kind.status != 0 {
			continue // the browser logs what was answered
		}
		b.requests = nil
		b.visit(kind.path)
		b.quiet()
		if n := len(b.requests); n > maxRequests {
			t.Errorf("%s: %d requests, want %d at most: %v", kind.path, n, maxRequests, b.requests)
		}
		headings := 0
		b.script(`document.querySelectorAll('h1').length`, &headings)
		if headings != 1 {
			t.Errorf("%s: %d headings of the first level", kind.path, headings)
		}
	}
}

// TestNarrow looks at every page on a small phone: nothing is wider than it.
func TestNarrow(t *testing.T) {
	b := open(t)
	b.size(320, 640)
	for _, kind := range kindsOfPage {
		b.visit(kind.path)
		width := 0
		b.script(`document.documentElement.scrollWidth`, &width)
		if width > 320 {
			wide := ""
			b.script(`[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 321 && !e.closest('.scroll')).map(e => e.tagName + '.' + e.className).slice(0, 5).join(' ')`, &wide)
			t.Errorf("%s: %d wide: %s", kind.path, width, wide)
		}
	}
}

// TestWeight measures a first view: the page with all that it loads,
// compressed.
func TestWeight(t *testing.T) {
	s, err := site()
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range kindsOfPage {
		total := 0
		body := get(t, s.URL+kind.path)
		for _, path := range append(assetsOf(body), kind.path) {
			total += zipped(t, get(t, s.URL+path))
		}
		most := maxWeight
		if kind.name == wholeBook {
			most = bookWeight
		}
		if total > most {
			t.Errorf("%s: %d bytes, want %d at most", kind.path, total, most)
		}
		t.Logf("%s: %d bytes", kind.path, total)
	}
}

func get(t *testing.T, url string) string {
	t.Helper()
	answer, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// assetsOf lists what a page loads.
func assetsOf(body string) []string {
	var paths []string
	for _, part := range strings.Split(body, `"`) {
		if strings.HasPrefix(part, "/static/") {
			paths = append(paths, part)
		}
	}
	return paths
}

func zipped(t *testing.T, body string) int {
	t.Helper()
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if _, err := io.WriteString(z, body); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}

// TestDark sees that the page follows the reader's colour scheme.
func TestDark(t *testing.T) {
	b := open(t)
	colours := map[string]string{}
	for _, scheme := range []string{"light", "dark"} {
		b.scheme(scheme)
		b.visit("/strategy/79")
		var colour string
		b.script(`getComputedStyle(document.body).backgroundColor`, &colour)
		colours[scheme] = colour
	}
	if colours["light"] == colours["dark"] {
		t.Errorf("the background is %s in both schemes", colours["light"])
	}
}

// TestPrint prints a passage: what it says, where it is from and its address are
// on paper; what can only be clicked isn't.
func TestPrint(t *testing.T) {
	b := open(t)
	b.visit("/strategy/79")
	var pdf []byte
	b.run(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		pdf, _, err = page.PrintToPDF().Do(ctx)
		return err
	}))
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || len(pdf) < 5_000 {
		t.Errorf("no PDF, %d bytes", len(pdf))
	}
	b.media("print")
	for selector, want := range map[string]bool{".print-address": true, ".citation": true, ".here .text": true, ".masthead nav": false, ".copy": false} {
		shown := false
		b.script(`!!document.querySelector('`+selector+`')?.checkVisibility()`, &shown)
		if shown != want {
			t.Errorf("%s on paper: %v, want %v", selector, shown, want)
		}
	}
}
