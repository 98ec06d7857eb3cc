package browsertest

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/chromedp/chromedp"
)

var onlyPages = flag.String("pages", "", "names of the pages to take pictures of, as a regular expression")

var screenshots = flag.String("screenshots", "", "folder to write pictures of every page into")

// wholeBook is the name of the page with all of the strategy.
const wholeBook = "document"

// kindsOfPage has an address of every kind of page.
var kindsOfPage = []struct {
	name, path string
	status     int // 0 for 200
}{
	{"start", "/", 0},
	{"results", "/?q=cyber+crime&objective=2&organisation=nca", 0},
	{"results-many", "/?q=supporting+victims", 0},
	{"results-question", "/?q=how+are+victims+of+modern+slavery+supported", 0},
	{"nothing", "/?q=%22county+lines%22&organisation=sfo", 0},
	{"passage", "/strategy/79?q=online", 0},
	{"passage-notes", "/strategy/148", 0},
	{"passage-range", "/strategy/79-82", 0},
	{"passage-table", "/strategy/figure-7", 0},
	{"passage-role", "/roles/hmpps", 0},
	{wholeBook, "/strategy", 0},
	{"roles", "/roles", 0},
	{"printed-page", "/strategy/page/31", 0},
	{"organisations", "/organisations", 0},
	{"organisations-threat", "/organisations?by=threat", 0},
	{"organisation", "/organisations/hmpps", 0},
	{"organisation-nca", "/organisations/nca", 0},
	{"commitments", "/commitments", 0},
	{"commitments-narrowed", "/commitments?actor=home-office&with=money&sort=amount", 0},
	{"expectations", "/commitments?list=expectations", 0},
	{"briefing", "/briefing?ids=strategy/79,strategy/148,roles/hmpps", 0},
	{"briefing-empty", "/briefing", 0},
	{"terms", "/terms?terms=county+lines%0Afraud%0Amodern+slavery%0Azzz&by=part", 0},
	{"check", "/check", 0},
	{"help", "/help", 0},
	{"api", "/api", 0},
	{"about", "/about", 0},
	{"missing", "/strategy/300", 404},
}

// TestScreenshots writes a picture of every kind of page, wide and narrow,
// light and dark.
func TestScreenshots(t *testing.T) {
	if *screenshots == "" {
		t.Skip("no folder: give one with -screenshots")
	}
	wanted, err := regexp.Compile(*onlyPages)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(*screenshots, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, width := range []struct {
		name  string
		width int64
	}{{"wide", 1280}, {"middle", 768}, {"phone", 390}, {"narrow", 320}} {
		for _, scheme := range []string{"light", "dark"} {
			t.Run(width.name+"-"+scheme, func(t *testing.T) {
				b := open(t)
				b.size(width.width, 900)
				b.scheme(scheme)
				for _, page := range kindsOfPage {
					if !wanted.MatchString(page.name) {
						continue
					}
					b.visit(page.path)
					b.picture(filepath.Join(*screenshots, page.name+"-"+width.name+"-"+scheme+".png"))
				}
			})
		}
	}
}

// tallest bounds a picture: the whole strategy would be too much to look at.
const tallest = 3000

func (b *tab) picture(path string) {
	b.t.Helper()
	var size struct{ W, H int64 }
	b.script(`({W: innerWidth, H: document.documentElement.scrollHeight})`, &size)
	b.size(size.W, min(size.H, tallest))
	var png []byte
	b.run(chromedp.CaptureScreenshot(&png))
	b.size(size.W, 900)
	if err := os.WriteFile(path, png, 0o644); err != nil {
		b.t.Fatal(err)
	}
}
