package web

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"socsearch/index"
	"socsearch/index/local"
	"socsearch/index/meaning"
	"socsearch/sources"
	"socsearch/sources/document"
)

// testIndex is the index of the documents; built once.
var testIndex = sync.OnceValues(func() (*index.Index, error) {
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		return nil, err
	}
	return indexOf(corpus, slices.Values(corpus.Passages))
})

// testSite is the site over it.
var testSite = sync.OnceValues(func() (http.Handler, error) {
	x, err := testIndex()
	if err != nil {
		return nil, err
	}
	live := new(index.Live)
	live.Swap(x)
	return New(live, Options{})
})

// siteOf builds the index of passages and returns the site over it.
func siteOf(corpus *sources.Corpus, passages iter.Seq[document.Passage]) (http.Handler, error) {
	x, err := indexOf(corpus, passages)
	if err != nil {
		return nil, err
	}
	live := new(index.Live)
	live.Swap(x)
	return New(live, Options{})
}

// indexOf builds the index of passages and opens it.
func indexOf(corpus *sources.Corpus, passages iter.Seq[document.Passage]) (*index.Index, error) {
	dir, err := os.MkdirTemp("", "socsearch-web-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir) // the files stay readable while they are open
	pointers := func(yield func(*document.Passage) bool) {
		for p := range passages {
			if !yield(&p) {
				return
			}
		}
	}
	if err := local.BuildFrom(context.Background(), dir, corpus, pointers, local.OriginEmbedded); err != nil {
		return nil, err
	}
	x, err := index.Open(dir, corpus.Hash)
	if err == nil {
		x.Encoder = meaning.NewEncoder()
	}
	return x, err
}

func site(t testing.TB) http.Handler {
	t.Helper()
	h, err := testSite()
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// TestScripts runs the scripts in testdata. A script is requests, each followed
// by what its answer must be:
//
//	GET /api/v1/search?q=x
//	status 200
//	header Content-Type application/json
//	body contains some words
//	body lacks some words
//	json total 2
//	json results.0.id "strategy/79"
//
// A path in JSON counts lists from 0 and ends in # for a length. Lines that
// begin with # are comments.
func TestScripts(t *testing.T) {
	scripts, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, script := range scripts {
		t.Run(strings.TrimSuffix(filepath.Base(script), ".txt"), func(t *testing.T) { runScript(t, script) })
	}
}

func runScript(t *testing.T, path string) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var answer *httptest.ResponseRecorder
	request := ""
	for lines, n := bufio.NewScanner(f), 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		verb, rest, _ := strings.Cut(line, " ")
		if verb == strings.ToUpper(verb) {
			request = line
			r := httptest.NewRequest(verb, rest, nil)
			answer = httptest.NewRecorder()
			site(t).ServeHTTP(answer, r)
			continue
		}
		if err := check(answer, verb, rest); err != nil {
			t.Errorf("%s:%d: %s: %v", path, n, request, err)
		}
	}
}

func check(answer *httptest.ResponseRecorder, verb, rest string) error {
	name, want, _ := strings.Cut(rest, " ")
	body := answer.Body.String()
	switch verb {
	case "status":
		if got := strconv.Itoa(answer.Code); got != rest {
			return fmt.Errorf("status %s, want %s: %.300s", got, rest, body)
		}
	case "header":
		if got := answer.Header().Get(name); got != want {
			return fmt.Errorf("header %s is %q, want %q", name, got, want)
		}
	case "body":
		if strings.Contains(body, want) != (name == "contains") {
			return fmt.Errorf("the body must not be without, or with: %s %q", name, want)
		}
	case "json":
		return checkJSON(body, name, want)
	default:
		return fmt.Errorf("%q is no check", verb)
	}
	return nil
}

func checkJSON(body, path, want string) error {
	var v any
	if err := json.Unmarshal([]byte(body), &v); err != nil {
		return err
	}
	for _, step := range strings.Split(path, ".") {
		switch at := v.(type) {
		case map[string]any:
			next, ok := at[step]
			if !ok {
				return fmt.Errorf("no %q in %s", step, path)
			}
			v = next
		case []any:
			if step == "#" {
				v = float64(len(at))
				continue
			}
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(at) {
				return fmt.Errorf("no %q in %s: the list has %d", step, path, len(at))
			}
			v = at[i]
		default:
			return fmt.Errorf("nothing at %q in %s", step, path)
		}
	}
	var got strings.Builder
	if err := encodeJSON(&got, v); err != nil {
		return err
	}
	if got := strings.TrimSpace(got.String()); got != want {
		return fmt.Errorf("%s is %s, want %s", path, got, want)
	}
	return nil
}
