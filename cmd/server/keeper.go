package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"

	"socsearch/index"
	"socsearch/index/meaning"
	"socsearch/sources"
)

// keeper keeps an index in service: it opens or builds the first, and puts
// another in its place when the indexer has made one.
type keeper struct {
	dir      string
	live     *index.Live
	log      *slog.Logger
	onSearch func(time.Duration)
	encoder  *meaning.Encoder // nil: questions are searched for by their words alone

	hash    string // of the embedded documents
	inUse   string // the generation in service; "" for none
	refused string // the last generation that was refused: it is said once
	damaged chan *index.Index
}

func newKeeper(dir string, live *index.Live, log *slog.Logger, onSearch func(time.Duration), encoder *meaning.Encoder) (*keeper, error) {
	hash, err := sources.Hash(sources.Embedded())
	return &keeper{dir: dir, live: live, log: log, onSearch: onSearch, encoder: encoder, hash: hash, damaged: make(chan *index.Index)}, err
}

// start opens the index, or builds it first where there is none that can be
// trusted.
func (k *keeper) start(ctx context.Context) error {
	x, err := index.Open(k.dir, k.hash)
	if err == nil {
		k.use(ctx, x)
		return nil
	}
	return k.build(ctx, err)
}

// waitForIndexer is how often is looked whether another indexer has ended.
const waitForIndexer = 300 * time.Millisecond

// build builds the index from the embedded documents and opens it. Where another
// process is building already, its index is taken.
func (k *keeper) build(ctx context.Context, reason error) error {
	k.log.Warn("building the index from the embedded documents", "index", k.dir, "reason", reason)
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		return err
	}
	err = index.Build(ctx, k.dir, corpus, index.OriginEmbedded)
	for errors.Is(err, index.ErrLocked) {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(waitForIndexer):
		}
		if x, openErr := index.Open(k.dir, k.hash); openErr == nil {
			k.use(ctx, x)
			return nil
		}
		err = index.Build(ctx, k.dir, corpus, index.OriginEmbedded)
	}
	if err != nil {
		return err
	}
	x, err := index.Open(k.dir, k.hash)
	if err != nil {
		return fmt.Errorf("open index %s: %w", k.dir, err)
	}
	k.use(ctx, x)
	return nil
}

// use puts an index into service.
func (k *keeper) use(ctx context.Context, x *index.Index) {
	x.OnSearch, x.Encoder = k.onSearch, k.encoder
	k.inUse, k.refused = x.Generation(), ""
	k.live.Swap(x)
	if !x.Verified() {
		go k.verify(ctx, x)
	}
}

// verify checks the hashes of an index that is too big to be checked before it
// is used, and reports it if they are wrong.
func (k *keeper) verify(ctx context.Context, x *index.Index) {
	err := x.Verify(ctx)
	switch {
	case err == nil:
		k.log.Info("the index is whole", "index", k.dir, "generation", x.Generation())
		return
	case ctx.Err() != nil, index.Current(k.dir) != x.Generation() && errors.Is(err, os.ErrNotExist): // the end; replaced
		return
	}
	k.log.Error("the index is damaged and is taken out of service", "index", k.dir, "reason", err)
	k.live.Drop(x)
	select {
	case k.damaged <- x:
	case <-ctx.Done():
	}
}

// watch looks for a new index at every tick and at each signal, until the
// context ends.
func (k *keeper) watch(ctx context.Context, every time.Duration, hangup <-chan os.Signal) {
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
			if name := index.Current(k.dir); name != k.inUse && name != k.refused && name != "" {
				k.reload(ctx, name)
			}
		case <-hangup:
			k.reload(ctx, index.Current(k.dir))
		case x := <-k.damaged:
			k.replace(ctx, x)
		}
	}
}

// reload puts the index that is in the folder now into service, or says why it
// keeps the one that is.
func (k *keeper) reload(ctx context.Context, name string) {
	x, err := index.Open(k.dir, k.hash)
	if err != nil {
		k.refused = name
		k.log.Error("the new index is refused, the old one stays in service", "index", k.dir, "generation", name, "reason", err)
		return
	}
	k.use(ctx, x)
	k.log.Info("a new index is in service", "index", k.dir, "generation", x.Generation(), "passages", x.Manifest.Passages, "fingerprint", x.Manifest.Fingerprint())
}

// replace builds a new index in place of a damaged one that came from the
// embedded documents; others only their owner can build.
func (k *keeper) replace(ctx context.Context, damaged *index.Index) {
	if k.inUse != damaged.Generation() {
		return
	}
	k.inUse, k.refused = "", damaged.Generation()
	if damaged.Manifest.Origin != index.OriginEmbedded {
		k.log.Error("no index is in service until the indexer has built another", "index", k.dir)
		return
	}
	if err := k.build(ctx, errors.New("the one that is there is damaged")); err != nil {
		k.log.Error("the index can't be built", "index", k.dir, "reason", err)
	}
}
