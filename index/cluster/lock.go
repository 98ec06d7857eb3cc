package cluster

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	"socsearch/index/library"
)

// The lock is a document that its owner renews; one that wasn't for lockStale belongs
// to a builder that is gone.
const (
	lockRenewed = 10 * time.Second
	lockStale   = time.Minute
	lockID      = "builder"
)

// lockDocument says who is building.
type lockDocument struct {
	Owner   string    `json:"owner"`
	Renewed time.Time `json:"renewed"`
}

// lock takes the lock, or returns [library.ErrLocked].
func (g *generation) lock(ctx context.Context) error {
	host, _ := os.Hostname()
	random := make([]byte, 8)
	if _, err := rand.Read(random); err != nil {
		return err
	}
	g.owner = fmt.Sprintf("%s %d %s", host, os.Getpid(), hex.EncodeToString(random))
	path := "/" + g.config.Alias + lockSuffix
	settings := object{"settings": object{"number_of_shards": 1, "number_of_replicas": g.config.Replicas}, "mappings": object{"dynamic": false}}
	if err := g.client.put(ctx, path, settings); err != nil && !isStatus(err, http.StatusBadRequest) { // it is there
		return err
	}
	doc := lockDocument{g.owner, time.Now().UTC()}
	err := g.client.put(ctx, path+"/_create/"+lockID, doc)
	if !isStatus(err, http.StatusConflict) {
		return err
	}
	held, version, err := g.readLock(ctx)
	if err != nil {
		return err
	}
	if time.Since(held.Renewed) < lockStale {
		return library.ErrLocked
	}
	err = g.client.put(ctx, path+"/_doc/"+lockID+version, doc)
	if isStatus(err, http.StatusConflict) { // another was faster
		return library.ErrLocked
	}
	return err
}

// readLock returns the lock, and the parameters of a write that fails if anybody
// changed it since.
func (g *generation) readLock(ctx context.Context) (lockDocument, string, error) {
	var answer struct {
		Source lockDocument `json:"_source"`
		SeqNo  int          `json:"_seq_no"`
		Term   int          `json:"_primary_term"`
	}
	err := g.client.get(ctx, "/"+g.config.Alias+lockSuffix+"/_doc/"+lockID, &answer)
	return answer.Source, fmt.Sprintf("?if_seq_no=%d&if_primary_term=%d", answer.SeqNo, answer.Term), err
}

// errLockLost says that another has taken the lock.
var errLockLost = errors.New("the lock was lost: this build stood still for too long, and another may have begun")

// owned makes sure that the lock is still ours.
func (g *generation) owned(ctx context.Context) error {
	held, version, err := g.readLock(ctx)
	if err != nil {
		return err
	}
	if held.Owner != g.owner {
		return errLockLost
	}
	err = g.client.put(ctx, "/"+g.config.Alias+lockSuffix+"/_doc/"+lockID+version, lockDocument{g.owner, time.Now().UTC()})
	if isStatus(err, http.StatusConflict) {
		return errLockLost
	}
	return err
}

// holdLock renews the lock until stop is called. The context that it returns ends when
// the lock is lost.
func (g *generation) holdLock(parent context.Context) (ctx context.Context, stop func()) {
	ctx, cancel := context.WithCancelCause(parent)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			if sleep(ctx, lockRenewed); ctx.Err() != nil {
				return
			}
			if err := g.owned(ctx); errors.Is(err, errLockLost) {
				cancel(err)
			}
		}
	}()
	return ctx, func() {
		cancel(nil)
		<-done
	}
}

// unlock gives the lock back. It goes stale by itself where that fails.
func (g *generation) unlock() {
	const patience = 5 * time.Second
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if held, version, err := g.readLock(ctx); err == nil && held.Owner == g.owner {
		_ = g.client.remove(ctx, "/"+g.config.Alias+lockSuffix+"/_doc/"+lockID+version)
	}
}
