package watch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"socsearch/index"
	"socsearch/index/local"
	"socsearch/sources"
)

type pathError = fs.PathError

// How often the folder is looked at, how long a file must be the same to be whole,
// after how long a failed build is tried again, and how long papers that are searched
// may be written anew before the others are indexed without them.
const (
	Every    = time.Second
	Settle   = 2 * time.Second
	tryAgain = 30 * time.Second
	patience = 30 * time.Second
)

// Options are what a watcher may be told.
type Options struct {
	Every, Settle time.Duration // 0: as above
	Meaning       bool          // passages are read for what they mean, too
	Log           *slog.Logger
	// InService returns the hash of the documents of the index in service; "" for none.
	InService func() string
	// Built is called when a new index is in the folder of the index.
	Built func()
}

// Watcher looks after a folder.
type Watcher struct {
	Options
	home   index.Home // where its index lives
	folder fs.FS
	files  settler
	reader sources.Reader

	built     map[string]stamp // the files of the last index
	outcome   *outcome
	corpus    *sources.Corpus // of the last index, if its meaning is still to be read
	failedAt  time.Time
	failedFor map[string]stamp
	rewritten time.Time // since when papers that are searched are written anew

	mu    sync.Mutex
	state State
}

// New returns a watcher of a folder. It builds the index in a home.
func New(dir string, home index.Home, o Options) (*Watcher, error) {
	folder, err := sources.Folder(dir)
	if err != nil {
		return nil, fmt.Errorf("-watch: %w: name a folder that is there", err)
	}
	if _, err := fs.ReadDir(folder, "."); err != nil {
		return nil, fmt.Errorf("-watch: %w: name a folder that can be read", err)
	}
	if o.Every == 0 {
		o.Every = Every
	}
	if o.Settle == 0 {
		o.Settle = Settle
	}
	w := &Watcher{Options: o, home: home, folder: folder, files: settler{folder: folder, after: o.Settle}}
	w.state = State{Folder: filepath.Base(filepath.Clean(dir)), Doing: Watching, Files: []File{}}
	w.reader.Progress = func(p sources.Progress) { w.doing(Reading, p.Done, p.Of) }
	return w, nil
}

// Run looks after the folder until the context ends.
func (w *Watcher) Run(ctx context.Context) {
	ticker := time.NewTicker(w.Every)
	defer ticker.Stop()
	for {
		w.step(ctx)
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// step looks at the folder once, and builds an index if it changed.
func (w *Watcher) step(ctx context.Context) {
	whole, moving, err := w.files.look(time.Now())
	if err != nil {
		w.set(func(s *State) { s.Doing, s.Error = Watching, remedy(s.Folder, err) })
		return
	}
	w.tell(whole, moving)
	lost := w.built != nil && w.InService() == ""
	switch {
	case equal(whole, w.failedFor) && time.Since(w.failedAt) < tryAgain, !lost && w.waits(moving):
		return
	case !equal(whole, w.built) || lost:
		err = w.build(ctx, whole)
	case w.corpus != nil && len(moving) == 0:
		err = w.readMeaning(ctx, whole)
	default:
		return
	}
	if ctx.Err() != nil {
		return
	}
	w.doing(Watching, 0, 0)
	if err != nil && !errors.Is(err, errMoved) && !errors.Is(err, local.ErrLocked) {
		w.failedAt, w.failedFor = time.Now(), whole
		w.Log.Error("the watched folder can’t be indexed, the index in service stays", "reason", err)
		w.set(func(s *State) { s.Error = "The index can’t be built: " + err.Error() })
	}
	w.tell(whole, moving)
}

// waits reports whether a paper that is searched is being written anew: an index
// without it would have to be built, and then another with it.
func (w *Watcher) waits(moving []string) bool {
	if !slices.ContainsFunc(moving, func(name string) bool { _, built := w.built[name]; return built }) {
		w.rewritten = time.Time{}
		return false
	}
	if w.rewritten.IsZero() {
		w.rewritten = time.Now()
	}
	return time.Since(w.rewritten) < patience
}

// errMoved says that a file changed while it was read.
var errMoved = errors.New("a file changed while it was read")

// build builds an index of the files that are whole, and of the embedded documents.
func (w *Watcher) build(ctx context.Context, whole map[string]stamp) error {
	started := time.Now()
	corpus, failures, err := w.reader.Load(sources.WithEmbedded(only{w.folder, whole}))
	if err != nil {
		return err
	}
	if !w.files.same(whole) {
		return errMoved
	}
	if corpus.Hash != w.InService() {
		if err := w.put(ctx, corpus, local.MeaningKnown, Indexing); err != nil {
			return err
		}
		w.Log.Info("the watched folder is indexed", "documents", len(corpus.Documents), "passages", len(corpus.Passages), "failed", len(failures), "took", time.Since(started).Round(time.Millisecond))
	}
	for _, f := range failures {
		w.Log.Warn("a file of the watched folder can’t be read", "file", f.File, "reason", f.Err)
	}
	w.built, w.outcome, w.corpus = whole, newOutcome(corpus, failures), nil
	if w.Meaning && len(corpus.Passages) <= local.AutoMeaning {
		w.corpus = corpus
	}
	w.failedFor = nil
	w.set(func(s *State) { s.Error = "" })
	return nil
}

// put puts an index into the folder of the index.
func (w *Watcher) put(ctx context.Context, corpus *sources.Corpus, meaning local.Meaning, doing string) error {
	w.doing(doing, 0, 0)
	err := w.home.Build(ctx, corpus, local.OriginFolder, local.WithMeaning(meaning), local.WithProgress(func(done, of int) { w.doing(doing, done, of) }))
	if err == nil {
		w.Built()
	}
	return err
}

// readMeaning builds the last index again, with what its passages mean. It is
// given up when the folder changes: what was read is kept for the next time.
func (w *Watcher) readMeaning(ctx context.Context, whole map[string]stamp) error {
	quiet, stop := context.WithCancel(ctx)
	defer stop()
	go func() {
		look := settler{folder: w.folder, after: w.Settle, seen: w.files.seen}
		for quiet.Err() == nil {
			select {
			case <-quiet.Done():
				return
			case <-time.After(w.Every):
			}
			if now, moving, err := look.look(time.Now()); err != nil || len(moving) > 0 || !equal(now, whole) {
				stop()
			}
		}
	}()
	corpus := w.corpus
	err := w.put(quiet, corpus, local.MeaningAuto, Meaning)
	if err != nil && ctx.Err() == nil && errors.Is(err, context.Canceled) {
		return nil // the folder changed
	}
	w.corpus = nil
	return err
}
