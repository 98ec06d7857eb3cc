package browsertest

import (
	"flag"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// What a first view may take on a slow machine and a slow line.
const (
	slowdown   = 4    // times as long as this processor takes
	latency    = 400  // ms, of slow 3G as browsers' tools have it
	throughput = 50e3 // bytes a second, each way
	maxPaint   = 1500 // ms until the largest part stands there
	barePaint  = 550  // of some lines of text alone, which take 400 to 500 on a machine that has time
	bookPaint  = 2500 // of a whole book, whose 80 kB of words take more than that to arrive
	maxShift   = 0.05
	views      = 3 // at most, until one is in time: the machine may have been busy with other things
)

// observe notes the largest paint, the shifts of the layout and what was loaded.
const observe = `window.vitals = {paint: 0, shift: 0};
new PerformanceObserver(l => l.getEntries().forEach(e => vitals.paint = e.startTime)).observe({type: 'largest-contentful-paint', buffered: true});
new PerformanceObserver(l => l.getEntries().forEach(e => { if (!e.hadRecentInput) vitals.shift += e.value; })).observe({type: 'layout-shift', buffered: true});`

// vitals are the figures of a first view.
type vitals struct {
	Paint    float64 `json:"paint"` // ms
	Shift    float64 `json:"shift"`
	Requests int     `json:"requests"` // with the page itself
	Bytes    float64 `json:"bytes"`    // as sent
}

var (
	measureVitals = flag.Bool("vitals", false, "measure first views: nothing else should run meanwhile")
	everyVitals   = flag.Bool("every-vitals", false, "measure the first view of every kind of page rather than of one of each template")
)

// alike are kinds of page that differ from another in what they hold alone.
var alike = []string{"results-many", "nothing", "passage-notes", "passage-range", "passage-role", "roles", "organisations", "organisation-nca", "commitments-narrowed", "expectations", "briefing-empty"}

// TestVitals measures the first view of pages, nothing kept, at a quarter of the
// processor and on slow 3G. On a machine that has so much to do that even a few lines of
// text are late, being late is told and is no failure.
func TestVitals(t *testing.T) {
	if !*measureVitals {
		t.Skip("times are worth something while nothing else runs: go test ./cmd/server/web/browsertest -run Vitals -v -vitals")
	}
	firstView(t, "/robots.txt") // the first of all is slower
	busy := func() bool {
		bare := firstView(t, "/robots.txt").Paint
		t.Logf("a few lines of text: LCP %4.0f ms", bare)
		return bare > barePaint
	}
	busy()
	for _, kind := range kindsOfPage {
		if kind.status != 0 || !*everyVitals && slices.Contains(alike, kind.name) {
			continue
		}
		t.Run(kind.name, func(t *testing.T) {
			most := float64(maxPaint)
			if kind.name == wholeBook {
				most = bookPaint
			}
			got := firstView(t, kind.path)
			for range views - 1 {
				if got.Paint > 0 && got.Paint <= most {
					break
				}
				t.Logf("again, after LCP %4.0f ms", got.Paint)
				got = firstView(t, kind.path)
			}
			t.Logf("LCP %4.0f ms, CLS %.3f, %d requests, %.0f bytes", got.Paint, got.Shift, got.Requests, got.Bytes)
			if got.Paint == 0 || got.Paint > most && !busy() {
				t.Errorf("the largest part stands there after %.0f ms, want %.0f at most", got.Paint, most)
			}
			if got.Shift > maxShift {
				t.Errorf("the layout shifts by %.3f, want %.2f at most", got.Shift, maxShift)
			}
			if got.Requests > maxRequests {
				t.Errorf("%d requests, want %d at most", got.Requests, maxRequests)
			}
		})
	}
}

// firstView opens a page in a browser of its own, slowed down, and measures.
func firstView(t *testing.T, path string) (v vitals) {
	b := open(t)
	b.size(390, 844)
	b.run(network.ClearBrowserCache(), network.SetCacheDisabled(true),
		emulation.SetCPUThrottlingRate(slowdown),
		network.EmulateNetworkConditions(false, latency, throughput, throughput))
	b.run(chromedp.Navigate(b.site + path))
	b.until("document.readyState === 'complete'")
	b.script(observe+`new Promise(done => setTimeout(() => {
	const loaded = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
	done({...vitals, requests: loaded.length, bytes: loaded.reduce((sum, e) => sum + e.transferSize, 0)});
}, 1200))`, &v)
	return v
}
