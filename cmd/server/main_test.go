package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// waits is how often a test looks, ten milliseconds apart, for a server that starts
// or takes another index: a minute, since the race detector makes building slow.
const waits = 6_000

// logBuffer is a buffer that many may write to.
type logBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

// Write keeps requests up to the first MiB: a soak logs millions of them, and what the
// test itself keeps would be counted as the server's memory. What else is logged is
// little, and tests wait for it.
func (l *logBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.b.Len() < 1<<20 || !bytes.Contains(p, []byte("msg=request ")) {
		l.b.Write(p)
	}
	return len(p), nil
}

func (l *logBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

var listening = regexp.MustCompile(`listening on (http://[0-9.:]+)`)

// startServer runs the command on a free port and returns its address and log;
// it ends with the test.
func startServer(t *testing.T, args ...string) (address string, log *logBuffer) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	log = new(logBuffer)
	ended := make(chan error, 1)
	go func() { ended <- run(ctx, append(args, "-addr", "127.0.0.1:0"), io.Discard, log) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil && err != http.ErrServerClosed {
			t.Errorf("run: %v", err)
		}
	})
	for range waits {
		if m := listening.FindStringSubmatch(log.String()); m != nil {
			return m[1], log
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("the server doesn't say that it listens:\n%s", log)
	return "", nil
}

func get(t *testing.T, url string) string {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func TestBuildsMissingIndexAndServes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	address, log := startServer(t, "-index", dir)
	if !strings.Contains(log.String(), "there is no index") {
		t.Errorf("the log doesn't say why it builds:\n%s", log)
	}
	if body := get(t, address+"/strategy/79"); !strings.Contains(body, "para 79") {
		t.Errorf("no paragraph 79 in %s", body)
	}
	again, log := startServer(t, "-index", dir)
	if strings.Contains(log.String(), "building") {
		t.Errorf("it builds again:\n%s", log)
	}
	get(t, again+"/")
}

func TestRebuildsDamagedIndex(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	startServer(t, "-index", dir)
	files, err := filepath.Glob(filepath.Join(dir, "gen-*/store/store/*.zap"))
	if err != nil || len(files) == 0 {
		t.Fatal("no segment:", err)
	}
	if err := os.Truncate(files[0], 1000); err != nil {
		t.Fatal(err)
	}
	address, log := startServer(t, "-index", dir)
	if !strings.Contains(log.String(), "has 1000 bytes") {
		t.Errorf("the log doesn't say what is wrong:\n%s", log)
	}
	get(t, address+"/strategy/79")
}

func TestMistakes(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	tests := []struct {
		name string
		args []string
		want string
	}{
		{"unknown flag", []string{"-nonsense"}, "-nonsense"},
		{"argument", []string{"serve"}, `"serve"`},
		{"port in use", []string{"-addr", taken.Addr().String()}, "in use"},
	}
	for _, test := range tests {
		err := run(context.Background(), append(test.args, "-index", t.TempDir()), io.Discard, io.Discard)
		if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: run = %v, want one line with %s", test.name, err, test.want)
		}
	}
}
