package web

import (
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// FuzzAddresses asks for any address with any parameters: no answer may be a
// fault of ours, show the inside of the program, or lack the security headers.
func FuzzAddresses(f *testing.F) {
	for _, seed := range [][2]string{
		{"/api/v1/search", "q=county+lines&organisation=nca&objective=1&page=2&per_page=10&sort=document"},
		{"/api/v1/search", "q=%22a~b%22+OR+(-c*+AND+para:1-9999&reject_kind=box&include=implied&match=exact"},
		{"/api/v1/search", "per_page=-1&page=99999999999999999999&objective=5&format=ris&nonsense=%00"},
		{"/", "q=%3Cscript%3E&part=part-one&synonyms=off"},
		{"/strategy/79-82", ""},
		{"/strategy/99999-1", "q=%E2%80%9Cx"},
		{"/api/v1/passages/strategy/-", "format=bibtex"},
		{"/api/v1/suggest", "q=%ff%fe"},
		{"/api/v1/resolve", "ref=fn+39"},
		{"/organisations/nca", "by=threat"},
		{"/static/../../etc/passwd", ""},
		{"/%2e%2e/%00", "%zz=;"},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, path, query string) {
		u := url.URL{Path: "/" + strings.TrimPrefix(path, "/"), RawQuery: query}
		if strings.ContainsAny(query, " \t\r\n\x00#") || !validTarget(u.RequestURI()) {
			t.Skip("no HTTP server would hand this on")
		}
		w := httptest.NewRecorder()
		site(t).ServeHTTP(w, httptest.NewRequest("GET", u.RequestURI(), nil))
		body := w.Body.String()
		switch {
		case w.Code >= 500:
			t.Errorf("GET %s answers %d: %.300s", u.RequestURI(), w.Code, body)
		case strings.Contains(body, "goroutine ") || strings.Contains(body, ".go:"):
			t.Errorf("GET %s shows the inside: %.300s", u.RequestURI(), body)
		case w.Header().Get("X-Content-Type-Options") != "nosniff":
			t.Errorf("GET %s has no security headers", u.RequestURI())
		}
	})
}

// validTarget reports whether a request can ask for an address.
func validTarget(target string) bool {
	u, err := url.ParseRequestURI(target)
	if err != nil {
		return false
	}
	for i := 0; i < len(target); i++ {
		if target[i] <= ' ' || target[i] == 0x7f {
			return false
		}
	}
	return u.Host == ""
}
