package pdf

import (
	"context"
	"os"
	"sync"
	"time"
)

// patience is how many times as long as it may compute a process may take by the
// clock, where what it computes is known: on a busy machine it mostly waits.
const patience = 12

// watch ends a process that makes no progress, or takes too long in all, or whose
// context ends. Its time is what it computes, where the system tells, else what
// passes: a busy machine makes no paper unreadable.
type watch struct {
	process *os.Process
	stall   time.Duration
	timer   *time.Timer
	detach  func() bool

	mu   sync.Mutex
	slow bool
	step wait // since the last progress
	all  wait // since the number of pages is known
}

// wait is a stretch of a process's time.
type wait struct {
	since    time.Time
	computed time.Duration // before it began
	allowed  time.Duration // zero: no end is known yet
}

func startWatch(ctx context.Context, p *os.Process, l Limits) *watch {
	w := &watch{process: p, stall: l.Stall}
	w.step = w.wait(l.Stall)
	w.timer = time.AfterFunc(l.Stall, w.expire)
	w.detach = context.AfterFunc(ctx, func() { p.Kill() })
	return w
}

func (w *watch) wait(d time.Duration) wait {
	computed, _ := computedTime(w.process.Pid)
	return wait{time.Now(), computed, d}
}

// expire ends the process for being slow, unless it has only been waiting.
func (w *watch) expire() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if left := min(w.left(w.step), w.left(w.all)); left > 0 {
		w.timer.Reset(left)
		return
	}
	w.slow = true
	w.process.Kill()
}

// left returns how long a stretch may go on at the least.
func (w *watch) left(s wait) time.Duration {
	if s.allowed == 0 {
		return w.stall
	}
	passed := time.Since(s.since)
	computed, known := computedTime(w.process.Pid)
	if !known {
		return s.allowed - passed
	}
	return min(s.allowed-(computed-s.computed), patience*s.allowed-passed)
}

// allow says how long the process may go on in all.
func (w *watch) allow(d time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.all.allowed == 0 {
		w.all = w.wait(d)
	}
}

// progress gives the process its time anew.
func (w *watch) progress() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.step = w.wait(w.stall)
	w.timer.Reset(max(min(w.stall, w.left(w.all)), 0))
}

// fired reports whether the process was ended for being slow.
func (w *watch) fired() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.slow
}

func (w *watch) stop() {
	w.timer.Stop()
	w.detach()
}
