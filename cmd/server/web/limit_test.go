package web

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"socsearch/index"
)

// limited returns a site without an index, held to limits.
func limited(t *testing.T, limits Limits) http.Handler {
	t.Helper()
	h, err := New(new(index.Live), Options{Limits: limits})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func askFrom(h http.Handler, path, from, forwarded string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("GET", path, nil)
	r.RemoteAddr = from
	if forwarded != "" {
		r.Header.Set("X-Forwarded-For", forwarded)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestRate(t *testing.T) {
	h := limited(t, Limits{PerSecond: 0.5, Burst: 2, TrustedProxies: []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}})
	tests := []struct {
		name, from, forwarded string
		limited               bool // the third request is sent away
	}{
		{"a client", "192.0.2.1:1000", "", true},
		{"another", "192.0.2.2:1000", "", true},
		{"who lies about being forwarded", "192.0.2.3:1000", "198.51.100.1", true},
		{"behind a proxy", "10.1.1.1:1000", "198.51.100.2", true},
		{"loopback", "127.0.0.1:1000", "", false},
		{"IPv6", "[2001:db8::1]:1000", "", true},
	}
	for _, test := range tests {
		var last *httptest.ResponseRecorder
		for range 3 {
			last = askFrom(h, "/api/v1/nothing", test.from, test.forwarded)
		}
		if got := last.Code == http.StatusTooManyRequests; got != test.limited {
			t.Errorf("%s: the third request answers %d", test.name, last.Code)
		}
		if test.limited && last.Header().Get("Retry-After") != "2" {
			t.Errorf("%s: Retry-After is %q, want 2", test.name, last.Header().Get("Retry-After"))
		}
	}
	if w := askFrom(h, "/api/v1/nothing", "10.1.1.1:1000", "198.51.100.3, 198.51.100.2"); w.Code != http.StatusTooManyRequests {
		t.Errorf("a client that makes up a forwarder before itself answers %d", w.Code)
	}
	if w := askFrom(h, "/api/v1/nothing", "[2001:db8::2]:1000", ""); w.Code != http.StatusTooManyRequests {
		t.Errorf("a neighbour in the same IPv6 network answers %d", w.Code)
	}
	if w := askFrom(h, "/readyz", "192.0.2.1:1000", ""); w.Code != http.StatusServiceUnavailable {
		t.Errorf("/readyz is limited: %d", w.Code)
	}
}

// TestRefusals checks that a client that is sent away is told so in the way of the
// address, and that other sites' scripts can read it of the API.
func TestRefusals(t *testing.T) {
	h := limited(t, Limits{PerSecond: 0.5, Burst: 1})
	tests := []struct{ path, contentType, origins string }{
		{"/api/v1/search", "application/problem+json", "*"},
		{"/api/nothing", "application/problem+json", "*"},
		{"/about", "text/plain; charset=utf-8", ""},
		{"/a/b/c/d", "text/plain; charset=utf-8", ""},
		{"/static/nothing.css", "text/plain; charset=utf-8", ""},
	}
	askFrom(h, "/about", "192.0.2.1:1000", "")
	for _, test := range tests {
		w := askFrom(h, test.path, "192.0.2.1:1000", "")
		got := []any{w.Code, w.Header().Get("Content-Type"), w.Header().Get("Access-Control-Allow-Origin")}
		if diff := cmp.Diff([]any{http.StatusTooManyRequests, test.contentType, test.origins}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.path, diff)
		}
	}
}

// TestOnePlace checks that a server that works on one request at a time still looks
// for the tidy form of an address.
func TestOnePlace(t *testing.T) {
	x, err := testIndex()
	if err != nil {
		t.Fatal(err)
	}
	live := new(index.Live)
	live.Swap(x)
	h, err := New(live, Options{Limits: Limits{Concurrent: 1}})
	if err != nil {
		t.Fatal(err)
	}
	if w := askFrom(h, "/ABOUT", "192.0.2.1:1000", ""); w.Code != http.StatusMovedPermanently || w.Header().Get("Location") != "/about" {
		t.Errorf("/ABOUT answers %d and leads to %q", w.Code, w.Header().Get("Location"))
	}
}

// TestSurvive checks that a panic is answered in the way of the address, once.
func TestSurvive(t *testing.T) {
	s := &server{Options: Options{Log: slog.New(slog.DiscardHandler)}}
	h := s.survive(s.writeProblem)(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("secret") }))
	w := httptest.NewRecorder()
	h.ServeHTTP(&statusWriter{ResponseWriter: w}, httptest.NewRequest("GET", "/api/v1/search", nil))
	if w.Code != http.StatusInternalServerError || w.Header().Get("Content-Type") != "application/problem+json" || strings.Contains(w.Body.String(), "secret") {
		t.Errorf("a panic answers %d %s", w.Code, w.Body)
	}
}

// TestShed fills every place and checks that the next is sent away, and that it
// is not when the places are free again.
func TestShed(t *testing.T) {
	l, err := newLimiter(Limits{Concurrent: 1})
	if err != nil {
		t.Fatal(err)
	}
	leave, ok := l.enter(context.Background())
	if !ok {
		t.Fatal("the first gets no place")
	}
	waiting, cancel := context.WithCancel(context.Background())
	left := make(chan bool)
	for range queuedPerPlace {
		go func() {
			_, ok := l.enter(waiting)
			left <- ok
		}()
	}
	for len(l.queue) < cap(l.queue) {
		time.Sleep(time.Millisecond)
	}
	if _, ok := l.enter(context.Background()); ok {
		t.Error("a request gets a place when all are taken and the queue is full")
	}
	cancel()
	for range queuedPerPlace {
		if <-left {
			t.Error("who went away got a place")
		}
	}
	leave()
	if leave, ok := l.enter(context.Background()); !ok {
		t.Error("no place after the load has gone")
	} else {
		leave()
	}
	if len(l.places)+len(l.queue) > 0 {
		t.Errorf("%d places and %d in the queue are never freed", len(l.places), len(l.queue))
	}
}

func TestBodyLimit(t *testing.T) {
	h := limited(t, Limits{MaxBody: 10})
	r := httptest.NewRequest("GET", "/api/v1/search", strings.NewReader("more than ten bytes"))
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("a long body answers %d", w.Code)
	}
}

func TestTimeout(t *testing.T) {
	x := site(t)
	ctx, cancel := context.WithDeadline(context.Background(), time.Now().Add(-time.Second))
	defer cancel()
	w := httptest.NewRecorder()
	x.ServeHTTP(w, httptest.NewRequestWithContext(ctx, "GET", "/api/v1/search?q=trafficking+of+people", nil))
	if w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "too long") {
		t.Errorf("a request whose time is over answers %d %s", w.Code, w.Body)
	}
}

func TestRequestID(t *testing.T) {
	for _, test := range []struct {
		sent string
		kept bool
	}{{"abc-123", true}, {"a\"b", false}, {strings.Repeat("a", 65), false}, {"", false}} {
		r := httptest.NewRequest("GET", "/readyz", nil)
		r.Header.Set(headerRequestID, test.sent)
		w := httptest.NewRecorder()
		site(t).ServeHTTP(w, r)
		got := w.Header().Get(headerRequestID)
		if got == "" || (got == test.sent) != test.kept {
			t.Errorf("X-Request-Id %q gives %q", test.sent, got)
		}
	}
}
