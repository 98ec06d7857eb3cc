package main

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"socsearch/index/local"
	"socsearch/sources"
)

// rebuild puts another generation in place, as the indexer does.
func rebuild(t *testing.T, dir string) {
	t.Helper()
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	if err := local.Build(context.Background(), dir, corpus, local.OriginEmbedded); err != nil {
		t.Fatal(err)
	}
}

// waitFor waits until the log says something.
func waitFor(t *testing.T, log *logBuffer, want string) {
	t.Helper()
	for range waits {
		if strings.Contains(log.String(), want) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("the log never says %q:\n%.2000s", want, log)
}

// TestReload puts new indexes in place while requests are under way: none fails.
func TestReload(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	address, log := startServer(t, "-index", dir, "-reload-every", "20ms")
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	var failed, served atomic.Int64
	for i := range 4 {
		go func() {
			for n := i; ctx.Err() == nil; n++ {
				r, err := http.Get(address + "/api/v1/search?q=county+lines&per_page=" + string(rune('1'+n%9)))
				if err != nil || r.StatusCode != http.StatusOK {
					failed.Add(1)
				}
				if err == nil {
					r.Body.Close()
				}
				served.Add(1)
			}
		}()
	}
	for range 3 {
		rebuild(t, dir)
		waitFor(t, log, local.Current(dir))
	}
	if failed.Load() > 0 || served.Load() == 0 {
		t.Errorf("%d of %d requests failed", failed.Load(), served.Load())
	}
}

func TestReloadRefusesDamage(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	address, log := startServer(t, "-index", dir, "-reload-every", "20ms")
	current := filepath.Join(dir, "current")
	before, err := os.ReadFile(current)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(current, []byte("gen-none\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	waitFor(t, log, "refused")
	if body := get(t, address+"/readyz"); !strings.Contains(body, `"ok"`) {
		t.Errorf("readyz says %s", body)
	}
	if err := os.WriteFile(current, before, 0o644); err != nil {
		t.Fatal(err)
	}
	rebuild(t, dir)
	waitFor(t, log, "a new index is in service")
}

func TestHangup(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	_, log := startServer(t, "-index", dir, "-reload-every", "0")
	rebuild(t, dir)
	if err := syscall.Kill(os.Getpid(), syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	waitFor(t, log, local.Current(dir))
}

func TestWrongFlags(t *testing.T) {
	tests := []struct{ args, want string }{
		{"-debug-addr 0.0.0.0:6060", "loopback"},
		{"-trusted-proxies 10.0.0.0/8,nonsense", "nonsense"},
		{"-memory-limit lots", "512MB"},
		{"-request-timeout 5", "5"},
	}
	for _, test := range tests {
		_, err := parse(strings.Fields(test.args), new(logBuffer))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("parse(%q) = %v, want %s in it", test.args, err, test.want)
		}
	}
}
