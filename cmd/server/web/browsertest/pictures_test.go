package browsertest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

var takePictures = flag.Bool("pictures", false, "take the README's pictures anew")

// pictures are those of the README.
var pictures = []struct {
	name, path    string
	width, height int64
}{
	{"results", "/?q=county+lines", 1280, 720},
	{"passage", "/strategy/134", 1280, 720},
	{"phone", "/?q=how+are+victims+of+modern+slavery+supported", 390, 720},
}

// TestPictures holds the README's pictures to the pages. Fonts differ from machine to
// machine, so what is compared is the text that was on the page when its picture was
// taken, which is kept beside it; -pictures takes both anew.
func TestPictures(t *testing.T) {
	readme, err := os.ReadFile("../../../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pictures {
		t.Run(p.name, func(t *testing.T) {
			picture := filepath.Join("testdata", "pictures", p.name+".png")
			if link := "cmd/server/web/browsertest/" + filepath.ToSlash(picture); !strings.Contains(string(readme), link) {
				t.Errorf("the README doesn't show %s", link)
			}
			b := open(t)
			b.size(p.width, p.height)
			b.visit(p.path)
			b.until(`document.documentElement.classList.contains('folded')`)
			text := ""
			b.script(`document.body.innerText`, &text)
			text = strings.ReplaceAll(text, b.site, "")
			words := filepath.Join("testdata", "pictures", p.name+".txt")
			if *takePictures {
				var png []byte
				b.run(chromedp.CaptureScreenshot(&png))
				write(t, picture, png)
				write(t, words, []byte(text+"\n"))
				return
			}
			if kept, err := os.ReadFile(words); err != nil || string(kept) != text+"\n" {
				t.Errorf("%s is no picture of %s any more (%v): take it anew with go test ./cmd/server/web/browsertest -run Pictures -pictures", picture, p.path, err)
			}
			if _, err := os.Stat(picture); err != nil {
				t.Error(err)
			}
		})
	}
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
