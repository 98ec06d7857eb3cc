package pdf

import (
	"context"
	"os"
	"sync"
	"time"
)

// watch ends a process that makes no progress, or takes too long in all, or whose
// context ends.
type watch struct {
	process *os.Process
	every   time.Duration
	timer   *time.Timer
	detach  func() bool

	mu    sync.Mutex
	slow  bool
	until time.Time // zero: no end is known yet
}

func startWatch(ctx context.Context, p *os.Process, l Limits) *watch {
	w := &watch{process: p, every: l.Stall}
	w.timer = time.AfterFunc(w.every, w.end)
	w.detach = context.AfterFunc(ctx, func() { p.Kill() })
	return w
}

// end ends the process for being slow.
func (w *watch) end() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.slow = true
	w.process.Kill()
}

// allow says how long the process may go on in all.
func (w *watch) allow(d time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.until.IsZero() {
		w.until = time.Now().Add(d)
	}
}

// progress gives the process its time anew.
func (w *watch) progress() {
	w.mu.Lock()
	defer w.mu.Unlock()
	d := w.every
	if !w.until.IsZero() {
		d = min(d, time.Until(w.until))
	}
	w.timer.Reset(max(d, 0))
}

// fired tells whether the process was ended for being slow.
func (w *watch) fired() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.slow
}

func (w *watch) stop() {
	w.timer.Stop()
	w.detach()
}
