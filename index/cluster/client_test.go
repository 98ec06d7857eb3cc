package cluster

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"socsearch/index/analysis"
	"socsearch/index/engine"
)

// node answers as a node would, and counts what it is asked.
func testNode(t *testing.T, answer http.HandlerFunc) (url string, asked *atomic.Int64) {
	t.Helper()
	asked = new(atomic.Int64)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		answer(w, r)
	}))
	t.Cleanup(s.Close)
	return s.URL, asked
}

func testClient(t *testing.T, urls ...string) *client {
	t.Helper()
	c, err := newClient(Config{URLs: urls, Attempt: 100 * time.Millisecond, User: "reader", Password: "secret"})
	must(t, err)
	c.pause = 10 * time.Millisecond
	return c
}

func ok(w http.ResponseWriter, r *http.Request) {
	user, password, _ := r.BasicAuth()
	json.NewEncoder(w).Encode(object{"user": user + " " + password})
}

// broken closes the connection.
func broken(w http.ResponseWriter, _ *http.Request) {
	if c, _, err := w.(http.Hijacker).Hijack(); err == nil {
		c.Close()
	}
}

// overloaded answers that it can't.
func overloaded(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) }

// hangs answers when the test is over.
func hangs(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

// TestReadsGoElsewhere asks nodes of which some don't answer: every read is answered,
// and a bad node is left in peace.
func TestReadsGoElsewhere(t *testing.T) {
	for name, bad := range map[string]http.HandlerFunc{"broken": broken, "overloaded": overloaded, "frozen": hangs} {
		t.Run(name, func(t *testing.T) {
			first, asked := testNode(t, bad)
			second, _ := testNode(t, ok)
			c := testClient(t, first, second)
			for range 10 {
				var answer struct{ User string }
				if err := c.get(t.Context(), "/", &answer); err != nil || answer.User != "reader secret" {
					t.Fatalf("%+v, %v", answer, err)
				}
			}
			if n := asked.Load(); n != 1 {
				t.Errorf("the bad node was asked %d times, want once", n)
			}
		})
	}
}

// TestReadsComeAgain asks nodes that all say that they can't, as they do while a copy
// takes the place of one whose node has just died: a read is asked again, for a while.
func TestReadsComeAgain(t *testing.T) {
	var refused atomic.Int64
	busy := func(w http.ResponseWriter, r *http.Request) {
		if refused.Add(1) <= 4 { // two rounds
			overloaded(w, r)
			return
		}
		ok(w, r)
	}
	first, _ := testNode(t, busy)
	second, _ := testNode(t, busy)
	gone, _ := testNode(t, broken)
	var got object
	if err := testClient(t, first, gone, second).get(t.Context(), "/", &got); err != nil || got["user"] != "reader secret" {
		t.Errorf("answered %v, %v", got, err)
	}
	never, asked := testNode(t, overloaded)
	started := time.Now()
	if err := testClient(t, never).get(t.Context(), "/", &got); !errors.Is(err, engine.ErrUnavailable) || time.Since(started) > 4*time.Second || asked.Load() != 1+rounds {
		t.Errorf("a node that always refuses: %v after %v and %d questions", err, time.Since(started), asked.Load())
	}
}

// TestWritesAreNotRepeated changes something through a node that fails: no other is
// asked.
func TestWritesAreNotRepeated(t *testing.T) {
	first, a := testNode(t, broken)
	second, b := testNode(t, broken)
	err := testClient(t, first, second).put(t.Context(), "/", object{})
	if !errors.Is(err, engine.ErrUnavailable) || a.Load()+b.Load() != 1 {
		t.Errorf("%v after %d calls", err, a.Load()+b.Load())
	}
}

// TestBreaker asks a node that is down again and again: it is tried now and then
// alone, and answers again without anybody's help.
func TestBreaker(t *testing.T) {
	var up atomic.Bool
	url, asked := testNode(t, func(w http.ResponseWriter, r *http.Request) {
		if up.Load() {
			ok(w, r)
		} else {
			broken(w, r)
		}
	})
	c := testClient(t, url)
	for range 50 {
		if err := c.get(t.Context(), "/", nil); !errors.Is(err, engine.ErrUnavailable) {
			t.Fatal(err)
		}
	}
	if n := asked.Load(); n > 2 {
		t.Errorf("it was asked %d times", n)
	}
	if nodes, resting := c.state(); nodes != 1 || resting != 1 {
		t.Errorf("%d of %d nodes rest", resting, nodes)
	}
	up.Store(true)
	time.Sleep(probeEvery + 50*time.Millisecond)
	if err := c.get(t.Context(), "/", nil); err != nil {
		t.Errorf("it is up again: %v", err)
	}
}

// TestPartialAnswers are errors: never a smaller answer.
func TestPartialAnswers(t *testing.T) {
	for body, want := range map[string]bool{
		`{"_shards":{"total":3,"successful":3,"failed":0},"hits":{}}`:                  true,
		`{"_shards":{"total":3,"successful":2,"failed":1},"hits":{}}`:                  false,
		`{"_shards":{"total":3,"successful":2,"failed":0},"hits":{}}`:                  false,
		`{"timed_out":true,"_shards":{"total":3,"successful":3,"failed":0},"hits":{}}`: false,
		`{}`: false,
	} {
		url, _ := testNode(t, func(w http.ResponseWriter, r *http.Request) {
			if !strings.Contains(r.URL.RawQuery, "allow_partial_search_results=false") {
				t.Errorf("asked %s", r.URL)
			}
			w.Write([]byte(body))
		})
		x := &Index{client: testClient(t, url), name: "test"}
		_, err := x.search(t.Context(), object{})
		if (err == nil) != want || err != nil && !errors.Is(err, engine.ErrUnavailable) {
			t.Errorf("%s: %v", body, err)
		}
	}
}

// TestGivenUp asks in a context that ends: the node isn't blamed.
func TestGivenUp(t *testing.T) {
	url, _ := testNode(t, hangs)
	c := testClient(t, url)
	ctx, stop := context.WithTimeout(t.Context(), 50*time.Millisecond)
	time.AfterFunc(20*time.Millisecond, stop)
	if err := c.get(ctx, "/", nil); err == nil {
		t.Error("no error")
	}
	if _, resting := c.state(); resting != 0 {
		t.Error("the node rests")
	}
}

func TestAddresses(t *testing.T) {
	for address, want := range map[string]bool{
		"http://127.0.0.1:9200": true, "https://search.example.org/cluster/": true,
		"127.0.0.1:9200": false, "ftp://127.0.0.1": false, "http://user:hunter2@127.0.0.1:9200": false, "": false,
	} {
		err := Config{URLs: []string{address}}.Check()
		if (err == nil) != want {
			t.Errorf("%q: %v", address, err)
		}
		if err != nil && strings.Contains(err.Error(), "hunter2") {
			t.Errorf("the error tells the password: %v", err)
		}
	}
}

// TestPositions writes terms so that none is parted, and every position is kept.
func TestPositions(t *testing.T) {
	tokens := []analysis.Token{{Term: "meeting", Position: 1}, {Term: "meet", Position: 1}, {Term: "a b|c%", Position: 3}}
	if got, want := positions(tokens), "meeting|meet % a%0020b%007Cc%0025"; got != want {
		t.Errorf("positions = %q, want %q", got, want)
	}
	if got, want := encodeFeature("£3.6", true), "e£3%002E6"; got != want {
		t.Errorf("encodeFeature = %q, want %q", got, want)
	}
	for _, text := range []string{"drugs\u00a0and\u037aother", "e\u0301 \u0301 x", "50% a|b"} {
		for _, tokens := range [][]analysis.Token{analysis.Prose(text), analysis.Exact(text)} {
			last := 0
			for _, token := range tokens {
				last = max(last, token.Position)
			}
			if n := len(strings.Fields(positions(tokens))); n != last {
				t.Errorf("%q: %d positions, want %d", text, n, last)
			}
		}
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
