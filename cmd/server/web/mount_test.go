package web

import (
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"socsearch/index"
)

// TestBehindProxyThatStripsPath walks over the site as a browser does behind a
// proxy that strips the path of -base-url.
func TestBehindProxyThatStripsPath(t *testing.T) {
	x, err := testIndex()
	if err != nil {
		t.Fatal(err)
	}
	live := new(index.Live)
	live.Swap(x)
	h, err := New(live, Options{BaseURL: "https://example.org/soc"})
	if err != nil {
		t.Fatal(err)
	}
	proxy := http.StripPrefix("/soc", h)
	get := func(path string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		proxy.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		return w
	}
	links := regexp.MustCompile(`(?:href|src|action|data-root)="([^"]*)`)
	checked := map[string]bool{}
	for _, path := range []string{"/soc/", "/soc/?q=fraud", "/soc/strategy/79", "/soc/strategy/79-82", "/soc/strategy/page/31", "/soc/organisations",
		"/soc/organisations/nca", "/soc/help", "/soc/about", "/soc/api", "/soc/briefing?ids=strategy/79", "/soc/none"} {
		for _, m := range links.FindAllStringSubmatch(get(path).Body.String(), -1) {
			link, _, _ := strings.Cut(html.UnescapeString(m[1]), "#")
			if !strings.HasPrefix(link, "/") || checked[link] {
				continue
			}
			checked[link] = true
			if !strings.HasPrefix(link, "/soc") {
				t.Errorf("%s links to %s, which isn't of this site", path, link)
			} else if status := get(link).Code; status >= 400 && link != "/soc" {
				t.Errorf("%s links to %s, which answers %d", path, link, status)
			}
		}
	}
	if len(checked) < 100 {
		t.Errorf("%d links seen, want many", len(checked))
	}
	for path, want := range map[string]string{
		"/soc/?q=para+79":        "/soc/strategy/79",
		"/soc/strategy/79/":      "/soc/strategy/79",
		"/soc/strategy/79.":      "/soc/strategy/79",
		"/soc/STRATEGY/79":       "/soc/strategy/79",
		"/soc/organisations/NCA": "/soc/organisations/nca",
	} {
		if got := get(path).Header().Get("Location"); got != want {
			t.Errorf("GET %s leads to %q, want %q", path, got, want)
		}
	}
	for _, path := range []string{"/soc/api/v1/search?q=fraud", "/soc/api/v1/search?q=fraud&format=ndjson", "/soc/api/v1/passages/strategy/79", "/soc/api/v1/suggest?q=laun", "/soc/api/v1/resolve?ref=para+79"} {
		body, _ := io.ReadAll(get(path).Body)
		if urls := regexp.MustCompile(`"url":"([^"]*)"`).FindAllStringSubmatch(string(body), -1); len(urls) == 0 {
			t.Errorf("GET %s has no url", path)
		} else {
			for _, u := range urls {
				if !strings.HasPrefix(u[1], "/soc/") {
					t.Errorf("GET %s has the url %s", path, u[1])
				}
			}
		}
	}
}
