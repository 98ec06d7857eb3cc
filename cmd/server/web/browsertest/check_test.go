package browsertest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// checkedDraft has a finding of every kind.
const checkedDraft = `“It costs the UK at least £38 billion annually” (para 1). “The number of SARs has doubled over the last ten years” (para 71).
“We will [not] reform the Suspicious Activity Reports (SARs) regime” (para 70). ‘county lines’. See para 300.
“Every police force will be given a helicopter and a submarine by the end of the decade”. “In 2019, the Home Office will launch a national training programme” (para 80).`

// TestCheck sends a draft by the form, and filters its findings without script.
func TestCheck(t *testing.T) {
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{1280, 320} {
			b := open(t)
			b.scheme(scheme)
			b.size(width, 900)
			b.visit("/check")
			b.run(chromedp.SetValue("#draft", checkedDraft, chromedp.ByQuery), chromedp.Click("form.check button", chromedp.ByQuery), chromedp.WaitVisible(".finding-list", chromedp.ByQuery))
			var shown int
			const count = `[...document.querySelectorAll('.finding')].filter(f => f.offsetParent).length`
			b.script(count, &shown)
			if shown != 7 {
				t.Errorf("%d findings are shown, want 7", shown)
			}
			b.run(chromedp.Click("#show-bad", chromedp.ByQuery))
			b.script(count, &shown)
			if shown != 3 {
				t.Errorf("%d findings to mend are shown, want 3", shown)
			}
			b.run(chromedp.Click("#show-all", chromedp.ByQuery))
			if *screenshots != "" {
				var picture []byte
				b.run(chromedp.FullScreenshot(&picture, 100))
				if err := os.WriteFile(filepath.Join(*screenshots, strings.Join([]string{"checked", scheme}, "-")+map[bool]string{true: "-narrow"}[width == 320]+".png"), picture, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			source := axe(t)
			b.run(chromedp.Evaluate(source, nil))
			var found []violation
			b.script(findViolations, &found)
			for _, v := range found {
				t.Errorf("%s at %d: %s: %s: %v", scheme, width, v.ID, v.Help, v.Nodes)
			}
		}
	}
}
