package web

import (
	"net/http"
	"strings"
	"testing"
)

// TestAccept checks the format that a header asks for (RFC 9110, 12.5.1).
func TestAccept(t *testing.T) {
	const json, csv, markdown = "application/json", "text/csv; charset=utf-8", "text/markdown; charset=utf-8"
	const search, passage, register = "/api/v1/search?q=fraud", "/api/v1/passages/strategy/79", "/api/v1/commitments"
	tests := []struct {
		path, accept, want string
	}{
		{search, "", json},
		{search, "*/*", json},
		{search, "text/csv", csv},
		{search, "TEXT/CSV", csv},
		{search, "text/*", csv},
		{search, "application/*", json},
		{search, "text/*;q=0.5, application/json;q=0.4", csv},
		{search, "text/csv, */*", csv},
		{search, "text/csv;q=0.9, text/markdown", markdown},
		{search, "text/*, text/csv;q=0", markdown},
		{search, "application/json;q=0, */*;q=0.1", "application/x-ndjson"},
		{search, "image/png", json},
		{search, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", json},
		{search, "nonsense", json},
		{search + "&format=markdown", "text/csv", markdown},
		{passage, "text/*", markdown},
		{passage, "text/csv, text/markdown;q=0.5", markdown},
		{passage, "text/csv", json},
		{register, "text/markdown", markdown},
		{register, "application/atom+xml", json},
		{"/api/v1/suggest?q=lau", "application/x-suggestions+json", "application/x-suggestions+json"},
		{"/api/v1/organisations", "text/csv", json},
	}
	for _, test := range tests {
		w := get(t, http.MethodGet, test.path, map[string]string{"Accept": test.accept})
		if got := w.Header().Get("Content-Type"); got != test.want || w.Code != http.StatusOK {
			t.Errorf("%s, Accept: %s: status %d, %s, want %s", test.path, test.accept, w.Code, got, test.want)
		}
	}
}

// TestAcceptETags checks that what is sent otherwise has another ETag, whatever
// formats an address has.
func TestAcceptETags(t *testing.T) {
	const path = "/api/v1/passages/strategy/79"
	etags := map[string]string{}
	for _, accept := range []string{"text/csv", "text/csv, text/markdown;q=0.5"} { // a search would be sent as CSV to both
		etag := get(t, http.MethodGet, path, map[string]string{"Accept": accept}).Header().Get("ETag")
		if other := etags[etag]; other != "" {
			t.Errorf("Accept %s has the ETag of %s", accept, other)
		}
		etags[etag] = accept
	}
}

// TestIfNoneMatchAny checks that * spares every answer that there is (RFC 9110,
// 13.1.2), and no error.
func TestIfNoneMatchAny(t *testing.T) {
	for path, want := range map[string]int{
		"/api/v1/search?q=fraud": http.StatusNotModified, "/api/v1/passages/strategy/79": http.StatusNotModified, "/strategy/79": http.StatusNotModified, "/api/v1/documents": http.StatusNotModified,
		"/static/site.css": http.StatusNotModified, "/api/v1/passages/strategy/300": http.StatusNotFound, "/api/v1/search?page=0": http.StatusBadRequest,
	} {
		w := get(t, http.MethodGet, path, map[string]string{"If-None-Match": "*"})
		if w.Code != want || want == http.StatusNotModified && (w.Body.Len() > 0 || w.Header().Get("ETag") == "") {
			t.Errorf("%s: status %d, %d bytes, ETag %s; want %d", path, w.Code, w.Body.Len(), w.Header().Get("ETag"), want)
		}
	}
}

// TestCSVBytes checks the ends of lines, and the mark that is asked for.
func TestCSVBytes(t *testing.T) {
	for path, bullets := range map[string]bool{"/api/v1/search?kind=paragraph&format=csv": true, "/api/v1/commitments?format=csv": false} {
		plain := get(t, http.MethodGet, path, nil).Body.String()
		if !strings.HasSuffix(plain, "\r\n") || strings.Contains(plain, "\n• ") != bullets || strings.Contains(plain, "\r\n• ") || strings.HasPrefix(plain, "\uFEFF") {
			t.Errorf("%s: lines within cells end in CRLF, or a mark stands there that nobody asked for: %.300q", path, plain)
		}
		if marked := get(t, http.MethodGet, path+"&bom=1", nil).Body.String(); marked != "\uFEFF"+plain {
			t.Errorf("%s with bom=1 begins %.20q, and the rest isn't the same", path, marked)
		}
	}
}
