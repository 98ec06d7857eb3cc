package watch

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"socsearch/index"
	"socsearch/index/local"
	"socsearch/sources"
)

// TestLook looks at a folder again and again: a file is whole when it has been as it is
// for long enough, and not before.
func TestLook(t *testing.T) {
	start := time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)
	at := func(seconds int) time.Time { return start.Add(time.Duration(seconds) * time.Second) }
	folder := fstest.MapFS{
		"old.pdf":   {Data: []byte("old"), ModTime: at(-60)},
		"new.pdf":   {Data: []byte("new"), ModTime: at(-1)},
		"empty.pdf": {ModTime: at(-60)},
		"folder/a":  {Data: []byte("a")},
	}
	s := settler{folder: folder, after: 2 * time.Second}
	look := func(seconds int, wantWhole, wantMoving []string) {
		t.Helper()
		whole, moving, err := s.look(at(seconds))
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for name := range whole {
			names = append(names, name)
		}
		slices.Sort(names)
		if diff := cmp.Diff(wantWhole, names); diff != "" {
			t.Errorf("whole after %d s (-want +got):\n%s", seconds, diff)
		}
		if diff := cmp.Diff(wantMoving, moving); diff != "" {
			t.Errorf("not whole after %d s (-want +got):\n%s", seconds, diff)
		}
	}
	look(0, []string{"old.pdf"}, []string{"empty.pdf", "new.pdf"})
	look(1, []string{"old.pdf"}, []string{"empty.pdf", "new.pdf"})
	look(2, []string{"new.pdf", "old.pdf"}, []string{"empty.pdf"})

	folder["old.pdf"] = &fstest.MapFile{Data: []byte("older"), ModTime: at(-60)} // another size, the same time
	look(3, []string{"new.pdf"}, []string{"empty.pdf", "old.pdf"})
	folder["late.pdf"] = &fstest.MapFile{Data: []byte("late"), ModTime: at(-60)} // copied with its time
	delete(folder, "new.pdf")
	look(4, nil, []string{"empty.pdf", "late.pdf", "old.pdf"})
	look(5, []string{"old.pdf"}, []string{"empty.pdf", "late.pdf"})
	look(6, []string{"late.pdf", "old.pdf"}, []string{"empty.pdf"})

	whole, _, _ := s.look(at(7))
	if !s.same(whole) {
		t.Error("files that are as they were are told to have changed")
	}
	delete(folder, "late.pdf")
	if s.same(whole) {
		t.Error("a file that vanished isn't noticed")
	}
}

// TestOnly shows nothing of a folder but the files that are whole.
func TestOnly(t *testing.T) {
	folder := fstest.MapFS{"a.pdf": {Data: []byte("a")}, "b.pdf": {Data: []byte("b")}, "c.pdf": {Data: []byte("c")}}
	o := only{folder, map[string]stamp{"a.pdf": {}, "c.pdf": {}}}
	if err := fstest.TestFS(o, "a.pdf", "c.pdf"); err != nil {
		t.Error(err)
	}
	for _, err := range []error{second(o.Open("b.pdf")), second(o.Stat("b.pdf"))} {
		if !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("a file that isn't whole: %v, want that there is none", err)
		}
	}
}

func second[T any](_ T, err error) error { return err }

// fakeHome counts the builds of an index.
type fakeHome struct {
	index.Home
	builds  []int // passages
	hash    string
	err     error
	onBuild func()
}

func (h *fakeHome) Build(_ context.Context, c *sources.Corpus, _ local.Origin, _ ...local.Option) error {
	if h.onBuild != nil {
		h.onBuild()
	}
	if h.err != nil {
		return h.err
	}
	h.builds, h.hash = append(h.builds, len(c.Passages)), c.Hash
	return nil
}

// watching is a watcher of a folder of its own, with whatever stands in a fakeHome.
func watching(t *testing.T) (w *Watcher, home *fakeHome, put func(name, content string)) {
	t.Helper()
	dir := t.TempDir()
	home = &fakeHome{}
	w, err := New(dir, home, Options{
		Every: time.Hour, Settle: time.Nanosecond, Log: slog.New(slog.DiscardHandler), Built: func() {},
		InService: func() string { return home.hash },
	})
	if err != nil {
		t.Fatal(err)
	}
	clock := time.Now().Add(-time.Hour)
	return w, home, func(name, content string) {
		t.Helper()
		path := filepath.Join(dir, name)
		clock = clock.Add(time.Second)
		if err := errors.Join(os.WriteFile(path, []byte(content), 0o644), os.Chtimes(path, clock, clock)); err != nil {
			t.Fatal(err)
		}
	}
}

const paper = `<meta charset="utf-8"><title>A paper</title><h1>A paper</h1><p>1. The first paragraph is here.</p><p>2. The second paragraph is here.</p>`

// settled looks until what was put into the folder is whole, a nanosecond later.
func settled(t *testing.T, w *Watcher) {
	t.Helper()
	w.step(t.Context())
	time.Sleep(time.Millisecond)
	w.step(t.Context())
}

// TestStep builds an index when the folder changed, and only then.
func TestStep(t *testing.T) {
	w, home, put := watching(t)
	put("paper.html", paper)
	settled(t, w)
	settled(t, w)
	if len(home.builds) != 1 {
		t.Fatalf("%d indexes were built of one folder", len(home.builds))
	}
	before := home.builds[0]
	put("paper.html", strings.Replace(paper, "<p>2.", "<p>2. The one between is here.</p><p>3.", 1))
	put("notes.doc", "x")
	put("~lock.docx", "x")
	put("broken.docx", "no archive")
	settled(t, w)
	if last := home.builds[len(home.builds)-1]; last != before+1 {
		t.Errorf("indexes of %v passages, want the last with %d", home.builds, before+1)
	}
	state := map[string]string{}
	for _, f := range w.State().Files {
		state[f.Name] = f.State + " " + f.Document
	}
	want := map[string]string{"paper.html": "searched paper", "notes.doc": "ignored ", "broken.docx": "failed "}
	if diff := cmp.Diff(want, state); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	built := len(home.builds)
	home.hash = "" // the index was lost
	settled(t, w)
	if len(home.builds) != built+1 {
		t.Errorf("an index that was lost was built %d times again, want once", len(home.builds)-built)
	}
}

// TestStepRewritten builds one index of a paper that changes, once it is whole, and none
// without it; but doesn't wait for ever for one that is always written.
func TestStepRewritten(t *testing.T) {
	w, home, put := watching(t)
	put("paper.html", paper)
	put("other.html", strings.ReplaceAll(paper, "A paper", "Another"))
	settled(t, w)
	before := home.builds[0]
	put("paper.html", paper+"<p>3. The third paragraph is here.</p>")
	settled(t, w)
	if diff := cmp.Diff([]int{before, before + 1}, home.builds); diff != "" {
		t.Errorf("passages of the indexes built (-want +got):\n%s", diff)
	}
	put("paper.html", paper)
	w.step(t.Context())
	w.rewritten = time.Now().Add(-patience)
	put("paper.html", paper+" ")
	w.step(t.Context())
	if len(home.builds) != 3 || home.builds[2] != before-2 {
		t.Errorf("while a paper is written on and on, indexes of %v passages, want a third without its two", home.builds)
	}
	time.Sleep(time.Millisecond)
	w.step(t.Context())
	if last := home.builds[len(home.builds)-1]; last != before {
		t.Errorf("once it is whole, the last index has %d passages, want %d", last, before)
	}
}

// TestStepFails keeps what was there where no index can be built, tells why, and tries
// again when something changes, not at every look.
func TestStepFails(t *testing.T) {
	w, home, put := watching(t)
	put("paper.html", paper)
	tried := 0
	home.err, home.onBuild = errors.New("the disk is full"), func() { tried++ }
	for range 3 {
		settled(t, w)
	}
	if s := w.State(); tried != 1 || !strings.Contains(s.Error, "the disk is full") {
		t.Errorf("tried %d times and told %q, want once with the reason", tried, s.Error)
	}
	home.err = nil
	put("other.html", strings.ReplaceAll(paper, "A paper", "Another"))
	settled(t, w)
	if s := w.State(); tried != 2 || s.Error != "" {
		t.Errorf("after a change: tried %d times and told %q, want twice and nothing", tried, s.Error)
	}
}

// TestFolderVanishes says what is wrong with the folder, and the remedy.
func TestFolderVanishes(t *testing.T) {
	w, _, _ := watching(t)
	w.files.folder = os.DirFS(filepath.Join(t.TempDir(), "gone"))
	w.step(t.Context())
	if s := w.State(); !strings.Contains(s.Error, s.Folder) || !strings.Contains(s.Error, "Make it again") {
		t.Errorf("told %q, want the folder and the remedy", s.Error)
	}
}

// TestIgnored names the remedy for files that aren't read.
func TestIgnored(t *testing.T) {
	for name, want := range map[string]string{"a.DOC": "save it as .docx", "a.txt": "manifest", "a.jpg": "PDF, .docx, .odt, HTML"} {
		if got := ignored(name); !strings.Contains(got, want) {
			t.Errorf("ignored(%s) = %q, want %q in it", name, got, want)
		}
	}
}
