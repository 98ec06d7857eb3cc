package browsertest

import (
	"context"
	"fmt"
	"net/http/httptest"
	"testing"
	"testing/fstest"

	"github.com/chromedp/chromedp"

	"socsearch/cmd/server/watch"
	"socsearch/cmd/server/web"
	"socsearch/index"
	"socsearch/index/local"
	"socsearch/sources"
)

// watchedSite serves a paper of which much is doubtful, out of a folder whose other
// files wait, can't be read, or are of no kind that is.
func watchedSite(t *testing.T) string {
	t.Helper()
	const paper = `<!doctype html><meta charset="utf-8"><title>A ` + "\u202e" + `doubtful paper</title><link rel="canonical" href="javascript:alert(1)"><meta name="dcterms.issued" content="2023-02-30">
<main><h1>A doubtful paper</h1><h2>Part</h2><p>1. The first paragraph is here.</p><p>2. The second paragraph is here.</p><p>4. The fourth paragraph is here.</p><p>5. The fifth paragraph is here.</p><h2>Nothing below</h2></main>`
	corpus, err := sources.Load(fstest.MapFS{"doubtful.html": {Data: []byte(paper)}})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(corpus.Documents[0].Doubts); n < 3 {
		t.Fatalf("%d doubts of the paper, want several: %q", n, corpus.Documents[0].Doubts)
	}
	dir := t.TempDir()
	if err := local.Build(context.Background(), dir, corpus, local.OriginFolder); err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(dir, corpus.Hash)
	if err != nil {
		t.Fatal(err)
	}
	live := new(index.Live)
	live.Swap(x)
	folder := watch.State{Folder: "papers", Doing: watch.Reading, Done: 1, Of: 4, Error: "The index can’t be built: the disk is full. Make room, and it is tried again.", Files: []watch.File{
		{Name: "a-paper-with-a-very-long-name-of-one-word-that-no-browser-would-break-anywhere.docx", State: watch.Failed, Detail: "the file is no .docx, or it is damaged: it isn’t a whole zip archive"},
		{Name: "doubtful.html", State: watch.Searched, Document: "doubtful"},
		{Name: "letter.doc", State: watch.Ignored, Detail: "an old .doc isn’t read: save it as .docx"},
		{Name: "slow.pdf", State: watch.Waiting, Detail: "it changed a moment ago"},
		{Name: "next.odt", State: watch.Queued},
	}}
	handler, err := web.New(live, web.Options{Folder: func() watch.State { return folder }})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server.URL
}

// TestWatchedDocuments shows errors, doubts and their remedies on the page of the
// documents: it breaks no rule of axe-core, and is no wider than a phone.
func TestWatchedDocuments(t *testing.T) {
	source := axe(t)
	address := watchedSite(t)
	b := open(t)
	b.site = address
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{1280, 320} {
			b.scheme(scheme)
			b.size(width, 900)
			b.visit("/documents")
			b.run(chromedp.Evaluate(`document.querySelectorAll('details').forEach(d => d.open = true)`, nil), chromedp.Evaluate(source, nil))
			var found []violation
			b.script(findViolations, &found)
			for _, v := range found {
				t.Errorf("%s at %d: %s: %s: %v", scheme, width, v.ID, v.Help, v.Nodes)
			}
			wide := 0
			b.script(`document.documentElement.scrollWidth`, &wide)
			if wide > int(width) {
				t.Errorf("%s: %d wide at %d", scheme, wide, width)
			}
		}
	}
	for _, want := range []string{"the disk is full", "isn’t a whole zip archive", "save it as .docx", "2 is followed by 4", "which no calendar has", "none of the web", "control characters", "no paragraph stands below"} {
		shown := false
		b.script(fmt.Sprintf(`document.querySelector('main').innerText.includes(%q)`, want), &shown)
		if !shown {
			t.Errorf("the page doesn’t show %q", want)
		}
	}
	b.quiet()
}
