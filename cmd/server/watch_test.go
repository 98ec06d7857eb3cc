package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"socsearch/cmd/server/watch"
)

// watched is a server over a folder that papers are dropped into.
type watched struct {
	t       *testing.T
	folder  string
	address string
}

func startWatched(t *testing.T) *watched {
	t.Helper()
	folder := t.TempDir()
	address, _ := startServer(t, "-index", filepath.Join(t.TempDir(), "index"), "-watch", folder, "-meaning", "off", "-watch-every", "50ms", "-watch-settle", "150ms")
	return &watched{t, folder, address}
}

// page is a paper of two numbered paragraphs with a word of its own.
func page(title, word string) string {
	return fmt.Sprintf(`<!doctype html><meta charset="utf-8"><title>%s</title><main><h1>%s</h1><h2>Part</h2><p>1. The first paragraph speaks of %s and of nothing else.</p><p>2. The second paragraph goes on with %s at some length.</p></main>`, title, title, word, word)
}

func (w *watched) put(name, content string) {
	w.t.Helper()
	if err := os.WriteFile(filepath.Join(w.folder, name), []byte(content), 0o644); err != nil {
		w.t.Fatal(err)
	}
}

// state asks the API what became of the folder.
func (w *watched) state() (s watch.State, documents map[string]int) {
	w.t.Helper()
	var answer struct {
		Documents []struct {
			Slug     string
			Passages int
		}
		Folder watch.State
	}
	r, err := http.Get(w.address + "/api/v1/documents")
	if err != nil {
		w.t.Fatal(err)
	}
	defer r.Body.Close()
	if err := json.NewDecoder(r.Body).Decode(&answer); err != nil {
		w.t.Fatal(err)
	}
	documents = map[string]int{}
	for _, d := range answer.Documents {
		documents[d.Slug] = d.Passages
	}
	return answer.Folder, documents
}

// until waits until the folder's state is as wanted.
func (w *watched) until(what string, is func(watch.State, map[string]int) bool) {
	w.t.Helper()
	var s watch.State
	var documents map[string]int
	for range 600 {
		if s, documents = w.state(); is(s, documents) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	w.t.Fatalf("never %s: %+v, documents %v", what, s, documents)
}

func fileOf(s watch.State, name string) watch.File {
	for _, f := range s.Files {
		if f.Name == name {
			return f
		}
	}
	return watch.File{}
}

// total asks how many passages have a word.
func (w *watched) total(word string) int {
	w.t.Helper()
	var answer struct{ Total int }
	if err := json.Unmarshal([]byte(get(w.t, w.address+"/api/v1/search?synonyms=off&q="+word)), &answer); err != nil {
		w.t.Fatal(err)
	}
	return answer.Total
}

// TestWatch drops papers, changes and removes them: the search follows, and what can't
// be read is told with its remedy.
func TestWatch(t *testing.T) {
	w := startWatched(t)
	w.put("first.html", page("First paper", "xylophones"))
	w.put("broken.docx", "PK\x03\x04 this is no archive")
	w.put("old.doc", "x")
	w.put("empty.html", "")
	w.put("~$first.docx", "lock")
	w.until("searched", func(s watch.State, d map[string]int) bool {
		return d["first"] == 2 && d["strategy"] > 200 && fileOf(s, "first.html").State == watch.Searched
	})
	if n := w.total("xylophones"); n != 2 {
		t.Errorf("xylophones are in %d passages, want 2", n)
	}
	s, _ := w.state()
	for name, want := range map[string]struct{ state, detail string }{
		"broken.docx": {watch.Failed, "damaged"}, "old.doc": {watch.Ignored, "save it as .docx"}, "empty.html": {watch.Waiting, "empty"},
	} {
		if f := fileOf(s, name); f.State != want.state || !strings.Contains(f.Detail, want.detail) {
			t.Errorf("%s is %+v, want %s with %q", name, f, want.state, want.detail)
		}
	}
	if f := fileOf(s, "~$first.docx"); f.Name != "" {
		t.Errorf("a lock file is told of: %+v", f)
	}
	for _, want := range []string{"first.html", "failed", "save it as .docx", "First paper", "Nothing in it is doubtful"} {
		if body := get(t, w.address+"/documents"); !strings.Contains(body, want) {
			t.Errorf("/documents lacks %q", want)
		}
	}
	w.put("first.html", page("First paper", "zithers"))
	w.until("read again", func(watch.State, map[string]int) bool { return w.total("zithers") == 2 && w.total("xylophones") == 0 })
	if err := os.Remove(filepath.Join(w.folder, "first.html")); err != nil {
		t.Fatal(err)
	}
	w.until("gone", func(s watch.State, d map[string]int) bool { return d["first"] == 0 && w.total("zithers") == 0 })
}

// TestWatchHalfCopied doesn't read a file before it is whole.
func TestWatchHalfCopied(t *testing.T) {
	w := startWatched(t)
	f, err := os.Create(filepath.Join(w.folder, "slow.html"))
	if err != nil {
		t.Fatal(err)
	}
	whole := page("Slow paper", "accordions")
	for part := range 10 {
		io.WriteString(f, whole[part*len(whole)/10:(part+1)*len(whole)/10])
		if _, documents := w.state(); documents["slow"] != 0 {
			t.Fatal("a file was read while it was copied")
		}
		time.Sleep(70 * time.Millisecond)
	}
	f.Close()
	w.until("searched", func(_ watch.State, d map[string]int) bool { return d["slow"] == 2 })
}

// TestWatchLoad has 50 files arrive, change and vanish while others search: no request
// fails, and none gets an answer that is of two indexes: each paper's two passages
// have its word, or neither has.
func TestWatchLoad(t *testing.T) {
	const files, rounds = 50, 3
	w := startWatched(t)
	stop := make(chan struct{})
	faults := make(chan string, 100)
	for range 4 {
		go func() {
			for n := 0; ; n++ {
				select {
				case <-stop:
					return
				default:
				}
				if fault := w.probe(n % files); fault != "" {
					select {
					case faults <- fault:
					default:
					}
				}
			}
		}()
	}
	for round := range rounds {
		for n := range files {
			w.put(fmt.Sprintf("paper-%d.html", n), page(fmt.Sprintf("Paper %d", n), fmt.Sprintf("quibble%dround%d", n, round)))
			if n%10 == 9 {
				time.Sleep(60 * time.Millisecond)
			}
		}
		for n := 0; n < files; n += 5 {
			os.Remove(filepath.Join(w.folder, fmt.Sprintf("paper-%d.html", n)))
		}
		w.until("round done", func(s watch.State, d map[string]int) bool {
			for n := range files {
				want := 2
				if n%5 == 0 {
					want = 0
				}
				if d[fmt.Sprintf("paper-%d", n)] != want {
					return false
				}
			}
			return w.total(fmt.Sprintf("quibble49round%d", round)) == 2
		})
	}
	close(stop)
	select {
	case fault := <-faults:
		t.Error(fault)
	default:
	}
	if n := w.total("quibble49round0"); n != 0 {
		t.Errorf("words of a file that changed are still found %d times", n)
	}
}

// probe reads a paper's two passages in one request, and says what is wrong.
func (w *watched) probe(n int) string {
	r, err := http.Get(fmt.Sprintf("%s/api/v1/passages/paper-%d/1-2", w.address, n))
	if err != nil {
		return err.Error()
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	switch {
	case err != nil:
		return err.Error()
	case r.StatusCode == http.StatusNotFound:
		return ""
	case r.StatusCode != http.StatusOK:
		return fmt.Sprintf("status %d: %.300s", r.StatusCode, body)
	}
	var answer struct{ Passages []struct{ Text string } }
	if err := json.Unmarshal(body, &answer); err != nil || len(answer.Passages) != 2 {
		return fmt.Sprintf("%v: %.300s", err, body)
	}
	first, second := "", ""
	for _, word := range strings.Fields(answer.Passages[0].Text) {
		if strings.HasPrefix(word, "quibble") {
			first = word
		}
	}
	for _, word := range strings.Fields(answer.Passages[1].Text) {
		if strings.HasPrefix(word, "quibble") {
			second = word
		}
	}
	if first != second || first == "" {
		return fmt.Sprintf("one answer has %q and %q", first, second)
	}
	return ""
}
