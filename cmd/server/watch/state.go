package watch

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"socsearch/sources"
)

// State is what is told of a watched folder at one moment.
type State struct {
	Folder string `json:"folder"` // its name, without those above it
	// Doing is "watching", "reading", "indexing" or "meaning": reading passages for
	// what they mean, so that questions find them.
	Doing string `json:"doing"`
	Done  int    `json:"done"` // of what is being done
	Of    int    `json:"of"`   // 0 where that isn't known
	// Error says why the folder can't be read or its index not be built, and the
	// remedy; the index that was there stays in service.
	Error string `json:"error"`
	Files []File `json:"files"` // by name
}

// File is a file of the folder.
type File struct {
	Name     string `json:"name"`
	State    string `json:"state"`    // see the constants
	Document string `json:"document"` // the slug of what it holds, where that is searched
	Detail   string `json:"detail"`   // why it isn't searched, and the remedy
}

// The states of files.
const (
	Waiting  = "waiting"  // it changed a moment ago: it may still be copied
	Queued   = "queued"   // it is whole, and its turn comes
	Searched = "searched" // it is in the index in service
	Manifest = "manifest" // it describes another
	Failed   = "failed"   // it can't be read
	Ignored  = "ignored"  // it is of no kind that is read
)

// Watching and the others are what a watcher does.
const (
	Watching = "watching"
	Reading  = "reading"
	Indexing = "indexing"
	Meaning  = "meaning"
)

// State returns what is to be told now.
func (w *Watcher) State() State {
	w.mu.Lock()
	defer w.mu.Unlock()
	s := w.state
	s.Files = slices.Clone(s.Files)
	return s
}

func (w *Watcher) set(change func(*State)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	change(&w.state)
}

func (w *Watcher) doing(what string, done, of int) {
	w.set(func(s *State) { s.Doing, s.Done, s.Of = what, done, of })
}

// outcome is what became of the files of an index.
type outcome struct {
	documents map[string]string // slugs, by file
	manifests map[string]bool
	failures  map[string]string
}

func newOutcome(c *sources.Corpus, failures []*sources.FileError) *outcome {
	o := &outcome{map[string]string{}, map[string]bool{}, map[string]string{}}
	for _, d := range c.Documents {
		o.documents[path.Clean(d.File)] = d.Slug
		if d.Name != "" {
			o.manifests[d.Name] = true
		}
	}
	for _, f := range failures {
		o.failures[path.Clean(f.File)] = f.Error()
	}
	return o
}

// tell tells what became of each file.
func (w *Watcher) tell(whole map[string]stamp, moving []string) {
	var files []File
	for _, name := range moving {
		files = append(files, File{Name: name, State: Waiting, Detail: "It changed a moment ago, or is empty: it is read when it has been the same for a while."})
	}
	for _, name := range slices.Sorted(maps.Keys(whole)) {
		files = append(files, w.file(name, whole[name]))
	}
	files = slices.DeleteFunc(files, func(f File) bool { return strings.HasPrefix(f.Name, ".") || strings.HasPrefix(f.Name, "~") })
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	w.set(func(s *State) { s.Files = files })
}

func (w *Watcher) file(name string, now stamp) File {
	f := File{Name: name, State: Queued}
	if before, known := w.built[name]; w.outcome == nil || !known || before != now {
		if !sources.DescribesItself(name) && !sources.IsManifest(name) && (w.outcome == nil || w.outcome.documents[name] == "") {
			f.State, f.Detail = Ignored, ignored(name)
		}
		return f
	}
	switch {
	case w.outcome.failures[name] != "":
		f.State, f.Detail = Failed, w.outcome.failures[name]
	case w.outcome.documents[name] != "":
		f.State, f.Document = Searched, w.outcome.documents[name]
	case sources.IsManifest(name):
		f.State = Manifest
	default:
		f.State, f.Detail = Ignored, ignored(name)
	}
	return f
}

// ignored says why a file isn't read, and the remedy.
func ignored(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".doc", ".rtf", ".pages", ".wpd":
		return "Files of this kind aren’t read: save it as .docx or PDF."
	case ".txt", ".md":
		return "A text needs a manifest that says how it is laid out: put one beside it, or save it as .docx or HTML."
	}
	return "Files of this kind aren’t read: PDF, .docx, .odt, HTML and Akoma Ntoso are."
}

// remedy says what is wrong with the folder itself.
func remedy(dir string, err error) string {
	var path *pathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return fmt.Sprintf("The folder %s can’t be read: %v. Make it again, or let the server read it; what was indexed stays in service.", dir, err)
}
