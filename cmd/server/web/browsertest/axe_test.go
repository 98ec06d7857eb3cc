package browsertest

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"testing"

	"github.com/chromedp/chromedp"
)

const axeFile = "node_modules/axe-core/axe.min.js"

// axe reads axe-core as npm installed it.
func axe(t *testing.T) string {
	t.Helper()
	source, err := os.ReadFile(axeFile)
	if errors.Is(err, fs.ErrNotExist) {
		unavailable(t, "no axe-core: run npm ci in cmd/server/web/browsertest")
	}
	if err != nil {
		t.Fatal(err)
	}
	return string(source)
}

// violation is a rule of axe-core that a page breaks, and where.
type violation struct {
	ID    string
	Help  string
	Nodes []string
}

// findViolations runs the rules of WCAG 2.2 A and AA and those of good practice.
const findViolations = `axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
	.then(r => r.violations.map(v => ({ID: v.id, Help: v.help, Nodes: v.nodes.slice(0, 4).map(n => n.html.slice(0, 200) + ' ' + (n.failureSummary || ''))})))`

// TestAxe checks every kind of page in both colour schemes, wide and narrow.
func TestAxe(t *testing.T) {
	source := axe(t)
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{1280, 320} {
			t.Run(fmt.Sprintf("%s at %d", scheme, width), func(t *testing.T) {
				t.Parallel()
				b := open(t)
				b.scheme(scheme)
				b.size(width, 900)
				for _, page := range kindsOfPage {
					b.visit(page.path)
					b.run(chromedp.Evaluate(source, nil))
					var found []violation
					b.script(findViolations, &found)
					for _, v := range found {
						t.Errorf("%s at %d: %s: %s: %v", page.path, width, v.ID, v.Help, v.Nodes)
					}
				}
			})
		}
	}
}
