package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// The soak test and the load test are short in an ordinary run:
//
//	go test ./cmd/server -run Soak -v -soak 10m
var (
	soakTime = flag.Duration("soak", 4*time.Second, "how long the soak test runs")
	swapTime = flag.Duration("swap", 5*time.Second, "how often the soak test puts a new index in place; a fifth of the time at most")
)

// clients is how many ask at once.
const clients = 8

// soak counts what the clients see.
type soak struct {
	address                    string
	good, hostile, shed, wrong atomic.Int64
	mu                         sync.Mutex
	firstWrong                 string
	asking                     sync.RWMutex // held by who asks or builds: figures are taken while nobody does
}

// TestSoak asks good and hostile questions while new indexes are put in place:
// no good one fails, nothing answers 5xx but the 503 of shedding, and memory and
// goroutines stay what they were once what is kept has filled its room.
func TestSoak(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	s := &soak{}
	s.address, _ = startServer(t, "-index", dir, "-reload-every", "200ms")
	ctx, stop := context.WithTimeout(context.Background(), *soakTime)
	defer stop()
	var running sync.WaitGroup
	for i := range clients {
		running.Go(func() { s.client(ctx, uint64(i)) })
	}
	swaps := 0
	running.Go(func() {
		for every := min(*swapTime, *soakTime/5); sleep(ctx, every); swaps++ {
			s.asking.RLock()
			rebuild(t, dir)
			s.asking.RUnlock()
		}
	})
	minute := min(time.Minute, *soakTime/2)
	var each []figures
	for sleep(ctx, minute) {
		each = append(each, s.figures(t))
	}
	running.Wait()
	each = append(each, s.figures(t))
	first, last := each[0], each[len(each)-1]
	if len(each) > 2 {
		first = each[1] // after the first minute what is kept isn't full yet
	}
	t.Logf("%d good requests, %d hostile, %d shed, %d index swaps", s.good.Load(), s.hostile.Load(), s.shed.Load(), swaps)
	for _, f := range each {
		t.Logf("memory in use %.1f MB, %.0f goroutines", f.heap/(1<<20), f.goroutines)
	}
	if s.wrong.Load() > 0 {
		t.Errorf("%d wrong answers, the first: %s", s.wrong.Load(), s.firstWrong)
	}
	const slack = 1.10 // a tenth more is noise
	if *soakTime >= 3*time.Minute && (last.heap > slack*first.heap || last.goroutines > slack*first.goroutines) {
		t.Errorf("memory or goroutines grow: %+v, then %+v", first, last)
	}
}

// sleep reports whether the context is still alive after a time.
func sleep(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}

// client asks until the context ends, every fifth time for something hostile.
func (s *soak) client(ctx context.Context, seed uint64) {
	random := rand.New(rand.NewPCG(seed, 8))
	for ctx.Err() == nil {
		if random.IntN(5) == 0 {
			s.ask(hostile[random.IntN(len(hostile))], false)
			continue
		}
		words := url.QueryEscape(topics[random.IntN(len(topics))] + " " + topics[random.IntN(len(topics))])
		s.ask(fmt.Sprintf(goodPaths[random.IntN(len(goodPaths))], words), true)
	}
}

var topics = []string{"fraud", "NCA", "county lines", "victims", `"organised crime"`, "traffick*", "firearms -drugs", "prisons", "what is being done"}

var goodPaths = []string{"/api/v1/search?q=%s", "/?q=%s", "/api/v1/search?per_page=100&objective=1&q=%s", "/strategy/79?q=%s", "/organisations/nca?q=%s", "/api/v1/suggest?q=%s"}

var hostile = []string{
	"/api/v1/search?q=" + strings.Repeat("a*+", 300),
	"/api/v1/search?q=" + strings.Repeat("(", 2000),
	"/api/v1/search?q=" + strings.Repeat("%22a+b%22~9+", 100),
	"/api/v1/search?q=crime&page=100000&per_page=500",
	"/api/v1/search?q=%00%ff&organisation=%27+OR+1%3D1",
	"/?q=%3Cscript%3Ealert(1)%3C/script%3E&per_page=-5",
	"/../../../../etc/passwd", "/wp-login.php", "/static/%2e%2e/main.go", "/strategy/0-99999999",
}

// ask asks for an address and notes what is wrong with the answer.
func (s *soak) ask(path string, good bool) {
	s.asking.RLock()
	defer s.asking.RUnlock()
	r, err := http.Get(s.address + path)
	status := 0
	if err == nil {
		_, err = io.Copy(io.Discard, r.Body)
		r.Body.Close()
		status = r.StatusCode
	}
	switch {
	case status == http.StatusServiceUnavailable && r.Header.Get("Retry-After") != "":
		s.shed.Add(1)
		return
	case err != nil || status >= 500 || good && status != http.StatusOK:
		s.wrong.Add(1)
		s.mu.Lock()
		if s.firstWrong == "" {
			s.firstWrong = fmt.Sprintf("GET %.200s: status %d, %v", path, status, err)
		}
		s.mu.Unlock()
	}
	if good {
		s.good.Add(1)
	} else {
		s.hostile.Add(1)
	}
}

type figures struct{ heap, goroutines float64 }

var figure = regexp.MustCompile(`(?m)^(go_goroutines|go_memstats_heap_alloc_bytes) (\S+)$`)

// figures asks the server for what it uses while nobody asks for anything else or
// builds, and after collections that also empty the pools: the server of the test
// runs in this process.
func (s *soak) figures(t *testing.T) (f figures) {
	t.Helper()
	s.asking.Lock()
	defer s.asking.Unlock()
	http.DefaultClient.CloseIdleConnections()
	time.Sleep(time.Second) // connections are closed at the other end, too; the last index is in service
	runtime.GC()
	runtime.GC()
	for _, m := range figure.FindAllStringSubmatch(get(t, s.address+"/metrics"), -1) {
		value, err := strconv.ParseFloat(m[2], 64)
		if err != nil {
			t.Fatal(err)
		}
		if m[1] == "go_goroutines" {
			f.goroutines = value
		} else {
			f.heap = value
		}
	}
	return f
}
