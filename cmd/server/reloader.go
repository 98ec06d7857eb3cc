package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"

	"socsearch/index"
	"socsearch/index/local"
	"socsearch/index/meaning"
	"socsearch/sources"
)

// reloader keeps an index in service: it opens or builds the first, and puts
// another in its place when the indexer has made one.
type reloader struct {
	home     index.Home
	live     *index.Live
	log      *slog.Logger
	onSearch func(time.Duration)
	encoder  *meaning.Encoder // nil: questions are searched for by their words alone

	hash    string // of the embedded documents
	inUse   string // the generation in service; "" for none
	refused string // the last generation that was refused: it is said once
	damaged chan *index.Index
	built   chan struct{} // the watcher of a folder has put an index in place
}

func newReloader(home index.Home, live *index.Live, log *slog.Logger, onSearch func(time.Duration), encoder *meaning.Encoder) (*reloader, error) {
	hash, err := sources.Hash(sources.Embedded())
	return &reloader{home: home, live: live, log: log, onSearch: onSearch, encoder: encoder, hash: hash, damaged: make(chan *index.Index), built: make(chan struct{}, 1)}, err
}

// encoder reads questions for what they mean, where that is on; else nil.
func (on onOff) encoder() *meaning.Encoder {
	if !on {
		return nil
	}
	e := meaning.NewEncoder()
	go e.Warm()
	return e
}

// start opens the index, or builds it first where there is none that can be
// trusted.
func (r *reloader) start(ctx context.Context) error {
	told := false
	for {
		x, err := r.home.Open(ctx, r.hash)
		if err == nil {
			r.use(ctx, x)
			return nil
		}
		if r.home.Replaceable(err) {
			return r.build(ctx, err)
		}
		if !errors.Is(err, index.ErrUnavailable) {
			return err
		}
		if !told {
			r.log.Warn("waiting for the index", "index", r.home, "reason", err)
			told = true
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(waitForCluster):
		}
	}
}

// waitForCluster is how often is looked whether a cluster that doesn't answer does.
const waitForCluster = time.Second

// waitForIndexer is how often is looked whether another indexer has ended.
const waitForIndexer = 300 * time.Millisecond

// build builds the index from the embedded documents and opens it. Where another
// process is building already, its index is taken.
func (r *reloader) build(ctx context.Context, reason error) error {
	r.log.Warn("building the index from the embedded documents", "index", r.home, "reason", reason)
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		return err
	}
	err = r.home.Build(ctx, corpus, local.OriginEmbedded)
	for errors.Is(err, local.ErrLocked) {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(waitForIndexer):
		}
		if x, openErr := r.home.Open(ctx, r.hash); openErr == nil {
			r.use(ctx, x)
			return nil
		}
		err = r.home.Build(ctx, corpus, local.OriginEmbedded)
	}
	if err != nil {
		return err
	}
	x, err := r.home.Open(ctx, r.hash)
	if err != nil {
		return fmt.Errorf("open index %s: %w", r.home, err)
	}
	r.use(ctx, x)
	return nil
}

// use puts an index into service.
func (r *reloader) use(ctx context.Context, x *index.Index) {
	x.OnSearch, x.Encoder = r.onSearch, r.encoder
	r.inUse, r.refused = x.Generation(), ""
	r.live.Swap(x)
	if !x.Verified() {
		go r.verify(ctx, x)
	}
}

// verify checks the hashes of an index that is too big to be checked before it
// is used, and reports it if they are wrong.
func (r *reloader) verify(ctx context.Context, x *index.Index) {
	err := x.Verify(ctx)
	switch {
	case err == nil:
		r.log.Info("the index is whole", "index", r.home, "generation", x.Generation())
		return
	case ctx.Err() != nil, r.home.Current(ctx) != x.Generation() && errors.Is(err, os.ErrNotExist): // the end; replaced
		return
	}
	r.log.Error("the index is damaged and is taken out of service", "index", r.home, "reason", err)
	r.live.Drop(x)
	select {
	case r.damaged <- x:
	case <-ctx.Done():
	}
}

// watch looks for a new index at every tick and at each signal, until the
// context ends.
func (r *reloader) watch(ctx context.Context, every time.Duration, hangup <-chan os.Signal) {
	var tick <-chan time.Time
	if every > 0 {
		ticker := time.NewTicker(every)
		defer ticker.Stop()
		tick = ticker.C
	}
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick:
			if name := r.home.Current(ctx); name != r.inUse && name != r.refused && name != "" {
				r.reload(ctx, name)
			}
		case <-r.built:
			if name := r.home.Current(ctx); name != r.inUse && name != "" {
				r.reload(ctx, name)
			}
		case <-hangup:
			r.reload(ctx, r.home.Current(ctx))
		case x := <-r.damaged:
			r.replace(ctx, x)
		}
	}
}

// reload puts the index that is in the folder now into service, or says why it
// keeps the one that is.
func (r *reloader) reload(ctx context.Context, name string) {
	x, err := r.home.Open(ctx, r.hash)
	if errors.Is(err, index.ErrUnavailable) {
		return // it is tried again at the next tick
	}
	if err != nil {
		r.refused = name
		r.log.Error("the new index is refused, the old one stays in service", "index", r.home, "generation", name, "reason", err)
		return
	}
	r.use(ctx, x)
	r.log.Info("a new index is in service", "index", r.home, "generation", x.Generation(), "passages", x.Manifest.Passages, "fingerprint", x.Manifest.Fingerprint())
}

// replace builds a new index in place of a damaged one that came from the
// embedded documents; others only their owner can build.
func (r *reloader) replace(ctx context.Context, damaged *index.Index) {
	if r.inUse != damaged.Generation() {
		return
	}
	r.inUse, r.refused = "", damaged.Generation()
	if damaged.Manifest.Origin != local.OriginEmbedded {
		r.log.Error("no index is in service until the indexer has built another", "index", r.home)
		return
	}
	if err := r.build(ctx, errors.New("the one that is there is damaged")); err != nil {
		r.log.Error("the index can't be built", "index", r.home, "reason", err)
	}
}
