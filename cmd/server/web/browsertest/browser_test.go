package browsertest

import (
	"context"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"socsearch/cmd/server/web"
	"socsearch/index"
	"socsearch/index/local"
	"socsearch/sources"
)

// patience is how long one test may take in the browser.
const patience = 5 * time.Minute

// unavailable skips a test, or fails it where everything must be there.
func unavailable(t testing.TB, reason string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatal(reason)
	}
	t.Skip(reason)
}

// site serves the documents that the program has in it; started once.
var site = sync.OnceValues(func() (*httptest.Server, error) {
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "socsearch-browser-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir) // the files stay readable while they are open
	if err := local.Build(context.Background(), dir, corpus, local.OriginEmbedded); err != nil {
		return nil, err
	}
	x, err := index.Open(dir, corpus.Hash)
	if err != nil {
		return nil, err
	}
	live := new(index.Live)
	live.Swap(x)
	handler, err := web.New(live, web.Options{})
	if err != nil {
		return nil, err
	}
	return httptest.NewServer(handler), nil
})

// options start Chromium with a profile of its own, which is thrown away.
func options() []chromedp.ExecAllocatorOption {
	return append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium()),
		chromedp.NoSandbox, // the tests run as root in a container, on their own pages alone
		chromedp.DisableGPU,
		chromedp.Flag("disable-background-networking", true),
		chromedp.WindowSize(1280, 900),
	)
}

// chromium finds the browser's program; "" if there is none.
func chromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// tab is a page of the browser. Its methods fail the test rather than return
// errors.
type tab struct {
	t    testing.TB
	ctx  context.Context
	site string

	mu       sync.Mutex
	troubles []string
	requests []string
}

// open starts a browser and watches its console and its network.
func open(t testing.TB) *tab {
	t.Helper()
	if chromium() == "" {
		unavailable(t, "no chromium: install it with apt-get install chromium")
	}
	s, err := site()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancelTime := context.WithTimeout(context.Background(), patience)
	t.Cleanup(cancelTime)
	ctx, cancelBrowser := chromedp.NewExecAllocator(ctx, options()...)
	t.Cleanup(cancelBrowser)
	ctx, cancel := chromedp.NewContext(ctx, chromedp.WithErrorf(func(string, ...any) {})) // it complains of events that it doesn't know
	t.Cleanup(cancel)
	if err := chromedp.Run(ctx); err != nil {
		unavailable(t, "chromium does not start: "+err.Error())
	}
	b := &tab{t: t, ctx: ctx, site: s.URL}
	chromedp.ListenTarget(ctx, b.watch)
	b.run(network.Enable(), log.Enable(), runtime.Enable())
	b.size(1280, 900)
	return b
}

// watch notes what a page must not do.
func (b *tab) watch(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.troubles = append(b.troubles, "exception: "+e.ExceptionDetails.Error())
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.APITypeError || e.Type == runtime.APITypeWarning {
			b.troubles = append(b.troubles, "console: "+string(e.Type))
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.LevelError {
			b.troubles = append(b.troubles, "log: "+e.Entry.Text+" "+e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	case *network.EventLoadingFailed:
		if !e.Canceled {
			b.troubles = append(b.troubles, "request failed: "+e.ErrorText)
		}
	}
}

// quiet fails the test if a page complained, failed a request, or asked
// anybody but the site.
func (b *tab) quiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, trouble := range b.troubles {
		b.t.Error(trouble)
	}
	for _, url := range b.requests {
		if !strings.HasPrefix(url, b.site+"/") && !strings.HasPrefix(url, "data:") && !strings.HasPrefix(url, "blob:") {
			b.t.Errorf("a request to %s", url)
		}
	}
}

func (b *tab) run(actions ...chromedp.Action) {
	b.t.Helper()
	if err := chromedp.Run(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// visit loads a page of the site.
func (b *tab) visit(path string) {
	b.t.Helper()
	b.run(chromedp.Navigate(b.site+path), chromedp.WaitReady("main"))
}

// size sets the window; widths below 600 are a phone's.
func (b *tab) size(width, height int64) {
	b.t.Helper()
	b.run(emulation.SetDeviceMetricsOverride(width, height, 1, width < 600))
}

// scheme sets the colour scheme that the reader prefers.
func (b *tab) scheme(name string) {
	b.t.Helper()
	b.run(emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}}))
}

// script evaluates an expression, awaiting it if it is a promise.
func (b *tab) script(expression string, into any) {
	b.t.Helper()
	wait := func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }
	b.run(chromedp.Evaluate(expression, into, wait))
}

// until waits for an expression to hold on a page whose scripts have run (longer than any page takes on a busy machine);
// while a page is being left there is nothing to ask, and it asks again.
func (b *tab) until(expression string) {
	b.t.Helper()
	const limit, pause = 30 * time.Second, 20 * time.Millisecond
	holds := false
	for started := time.Now(); !holds; time.Sleep(pause) {
		err := chromedp.Run(b.ctx, chromedp.Evaluate("document.readyState === 'complete' && !!("+expression+")", &holds))
		if time.Since(started) > limit {
			b.t.Fatalf("never true: %s: %v", expression, err)
		}
	}
}

// media sets what the page is shown on: "screen" or "print".
func (b *tab) media(name string) {
	b.t.Helper()
	b.run(emulation.SetEmulatedMedia().WithMedia(name))
}
