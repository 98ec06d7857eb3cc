package local

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gofrs/flock"
)

// steps are the steps of a build in their order.
var steps = []string{"folder", "store", "sidecars", "catalogue", "manifest", "sync", "current"}

type stopped struct{ step string }

// buildUntil builds and stops after a step, as if the process had been killed
// there, but for the lock.
func buildUntil(t *testing.T, dir, step string) {
	t.Helper()
	c, err := corpus()
	must(t, err)
	defer func(before func(string)) { afterStep = before }(afterStep)
	afterStep = func(s string) {
		if s == step {
			panic(stopped{s})
		}
	}
	defer func() {
		if p := recover(); p != (stopped{step}) {
			t.Errorf("the build has no step %q: %v", step, p)
		}
	}()
	must(t, Build(context.Background(), dir, c, OriginEmbedded))
}

// TestStoppedBuild checks that wherever a build stops the index answers as
// before, and that the next build removes what was left.
func TestStoppedBuild(t *testing.T) {
	for _, step := range steps {
		t.Run(step, func(t *testing.T) {
			dir, hash := buildTestIndex(t)
			buildUntil(t, dir, step)
			checkAnswers(t, dir, hash)
			c, _ := corpus()
			must(t, Build(context.Background(), dir, c, OriginEmbedded))
			checkAnswers(t, dir, hash)
			if left := generations(t, dir); len(left) != 1 {
				t.Errorf("generations %v, want one", left)
			}
		})
	}
}

func TestStepsAreAll(t *testing.T) {
	defer func(before func(string)) { afterStep = before }(afterStep)
	var seen []string
	afterStep = func(s string) { seen = append(seen, s) }
	buildTestIndex(t)
	if !slices.Equal(seen, steps) {
		t.Errorf("a build has the steps %q, the test stops at %q", seen, steps)
	}
}

func generations(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, generationPrefix+"*"))
	must(t, err)
	return names
}

func TestTwoIndexers(t *testing.T) {
	dir, hash := buildTestIndex(t)
	other := flock.New(filepath.Join(dir, lockName))
	locked, err := other.TryLock()
	must(t, err)
	if !locked {
		t.Fatal("the lock of a build that has ended is held")
	}
	c, _ := corpus()
	err = Build(context.Background(), dir, c, OriginEmbedded)
	if !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), dir) {
		t.Errorf("Build beside another = %v, want ErrLocked", err)
	}
	must(t, other.Unlock())
	checkAnswers(t, dir, hash)
}

// TestForeignFolder checks that a folder that holds other things is left alone.
func TestForeignFolder(t *testing.T) {
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "letters.txt"), []byte("dear"), 0o644))
	c, _ := corpus()
	err := Build(context.Background(), dir, c, OriginEmbedded)
	if err == nil || !strings.Contains(err.Error(), "letters.txt") {
		t.Errorf("Build in a folder with letters.txt = %v", err)
	}
	entries, _ := os.ReadDir(dir)
	if len(entries) != 1 {
		t.Errorf("it holds %v now", entries)
	}
	if err := Build(context.Background(), filepath.Join(dir, "letters.txt"), c, OriginEmbedded); err == nil || !strings.Contains(err.Error(), "letters.txt") {
		t.Errorf("Build in a file = %v", err)
	}
}

func TestCancelledBuild(t *testing.T) {
	dir, hash := buildTestIndex(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	c, _ := corpus()
	if err := Build(ctx, dir, c, OriginEmbedded); !errors.Is(err, context.Canceled) {
		t.Errorf("Build = %v, want context.Canceled", err)
	}
	if left := generations(t, dir); len(left) != 1 {
		t.Errorf("generations %v, want one", left)
	}
	checkAnswers(t, dir, hash)
}

// TestVerify checks that damage that the sizes don't show is found by hashes.
func TestVerify(t *testing.T) {
	dir, hash := buildTestIndex(t)
	x, err := Open(dir, hash)
	must(t, err)
	defer x.Close()
	must(t, x.Verify(context.Background()))
	changeByte(t, filepath.Join(x.path, lengthsName))
	if err := x.Verify(context.Background()); err == nil || !strings.Contains(err.Error(), lengthsName) {
		t.Errorf("Verify = %v, want damage in %s", err, lengthsName)
	}
}
