package pdf

import (
	"context"
	"os/exec"
	"testing"
	"time"
)

// TestWaitingIsNotSlow checks that a process which waits for its turn is left
// alone, and that one which waits for ever isn't.
func TestWaitingIsNotSlow(t *testing.T) {
	cmd := exec.Command("sleep", "60")
	if err := cmd.Start(); err != nil {
		t.Skip("no sleep:", err)
	}
	const stall = 100 * time.Millisecond
	start := time.Now()
	w := startWatch(context.Background(), cmd.Process, Limits{Stall: stall})
	defer w.stop()
	cmd.Wait()
	if took := time.Since(start); !w.fired() || took < 2*stall {
		t.Errorf("a process that only waits was ended after %v (for being slow: %v), want well after %v", took, w.fired(), stall)
	}
}

func TestComputingIsSlow(t *testing.T) {
	cmd := exec.Command("sh", "-c", "while :; do :; done")
	if err := cmd.Start(); err != nil {
		t.Skip("no sh:", err)
	}
	w := startWatch(context.Background(), cmd.Process, Limits{Stall: 200 * time.Millisecond})
	defer w.stop()
	cmd.Wait()
	if computed := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(); !w.fired() || computed > 2*time.Second {
		t.Errorf("a process that only computes computed %v (ended for being slow: %v), want some 200 ms", computed, w.fired())
	}
}
