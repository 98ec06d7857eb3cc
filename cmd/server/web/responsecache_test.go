package web

import (
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func get(t *testing.T, method, path string, header map[string]string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(method, path, nil)
	for name, value := range header {
		r.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	site(t).ServeHTTP(w, r)
	return w
}

// TestETags checks that an ETag is strong, another for each encoding, address
// and format, and that it spares the body.
func TestETags(t *testing.T) {
	const path = "/api/v1/search?q=fraud"
	plain := get(t, "GET", path, nil)
	etag := plain.Header().Get("ETag")
	if !strings.HasPrefix(etag, `"`) || plain.Header().Get("Content-Encoding") != "" {
		t.Fatalf("ETag %s, encoding %q", etag, plain.Header().Get("Content-Encoding"))
	}
	zipped := get(t, "GET", path, map[string]string{"Accept-Encoding": "gzip"})
	if zipped.Header().Get("ETag") == etag || zipped.Header().Get("Content-Encoding") != "gzip" {
		t.Errorf("gzip has the ETag %s and the encoding %q", zipped.Header().Get("ETag"), zipped.Header().Get("Content-Encoding"))
	}
	if vary := strings.Join(zipped.Header().Values("Vary"), ", "); !strings.Contains(vary, "Accept-Encoding") {
		t.Errorf("Vary is %q", vary)
	}
	z, err := gzip.NewReader(zipped.Body)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(z)
	if err != nil || string(body) != plain.Body.String() {
		t.Errorf("the compressed body differs from the plain one: %v", err)
	}
	for _, known := range []string{etag, zipped.Header().Get("ETag"), "W/" + etag, `"x", ` + etag} {
		if w := get(t, "GET", path, map[string]string{"If-None-Match": known}); w.Code != http.StatusNotModified || w.Body.Len() > 0 {
			t.Errorf("If-None-Match %s: status %d, %d bytes", known, w.Code, w.Body.Len())
		}
	}
	for _, other := range []string{path + "&page=2", path + "&format=ndjson", "/?q=fraud"} {
		if get(t, "GET", other, nil).Header().Get("ETag") == etag {
			t.Errorf("%s has the ETag of %s", other, path)
		}
	}
	if same := get(t, "GET", path, nil); same.Header().Get("ETag") != etag || same.Body.String() != plain.Body.String() {
		t.Error("the same address gives another answer")
	}
	byAccept := get(t, "GET", path, map[string]string{"Accept": "text/csv"})
	if got := byAccept.Header().Get("Content-Type"); got != "text/csv; charset=utf-8" {
		t.Errorf("Accept: text/csv gives %s", got)
	}
}

func TestHeadHasNoBody(t *testing.T) {
	for _, path := range []string{"/", "/strategy/79", "/api/v1/search", "/static/site.css", "/robots.txt"} {
		get, head := get(t, "GET", path, nil), get(t, "HEAD", path, nil)
		if head.Code != get.Code || head.Body.Len() > 0 || head.Header().Get("Content-Length") != get.Header().Get("Content-Length") {
			t.Errorf("HEAD %s: status %d, %d bytes, length %s; GET has %d and %s", path, head.Code, head.Body.Len(),
				head.Header().Get("Content-Length"), get.Code, get.Header().Get("Content-Length"))
		}
	}
}

// TestKeptAnswersAreBounded keeps short answers to long addresses: what is kept
// stays within its bound, addresses included.
func TestKeptAnswersAreBounded(t *testing.T) {
	a := newAnswers()
	long := strings.Repeat("x", 16<<10)
	for i := range 5_000 {
		a.Put(request{query: fmt.Sprint(long, i)}, &answer{plain: []byte("{}")})
	}
	if most := maxKept / len(long); a.Len() > most || a.Bytes() > maxKept || a.Bytes() < maxKept/2 {
		t.Errorf("%d answers are kept in %d bytes, want %d at most in %d", a.Len(), a.Bytes(), most, maxKept)
	}
}

// TestIfNoneMatchStar: only where there is an answer has the client got it.
func TestIfNoneMatchStar(t *testing.T) {
	for path, want := range map[string]int{
		"/strategy/79": http.StatusNotModified, "/api/v1/passages/strategy/79": http.StatusNotModified, "/static/site.js": http.StatusNotModified,
		"/strategy/300": http.StatusNotFound, "/api/v1/search?objective=9": http.StatusBadRequest,
	} {
		for range 2 { // made, and kept
			r := httptest.NewRequest(http.MethodGet, path, nil)
			r.Header.Set("If-None-Match", "*")
			w := httptest.NewRecorder()
			site(t).ServeHTTP(w, r)
			if w.Code != want {
				t.Errorf("GET %s with If-None-Match: *: status %d, want %d", path, w.Code, want)
			}
			if want == http.StatusNotModified && (w.Body.Len() > 0 || w.Header().Get("ETag") == "") {
				t.Errorf("GET %s: %d bytes and ETag %q, want none and one", path, w.Body.Len(), w.Header().Get("ETag"))
			}
		}
	}
}
