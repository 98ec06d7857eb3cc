package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"unicode"
)

// tidyPath returns the path that was meant: without characters that nobody sees,
// without what a sentence or a mail program put behind it, in small letters, and
// with numbers as they are printed. No address of the site has any of these.
func tidyPath(path string) string {
	path = strings.Map(func(c rune) rune {
		if unicode.Is(unicode.Cf, c) { // zero-width spaces, soft hyphens, marks of direction
			return -1
		}
		return c
	}, path)
	path = strings.TrimRightFunc(path, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsNumber(c) })
	return zerosBefore.ReplaceAllString(strings.ToLower(path), "$1$2")
}

// zerosBefore finds the zeros before a number: 079, 079-082.
var zerosBefore = regexp.MustCompile(`([/,–-])0+([1-9])`)

// tidied answers a request for an address that doesn't exist: where its tidy form
// does, with the way there. It reports whether it did.
func (s *server) tidied(w http.ResponseWriter, r *http.Request) bool {
	path := tidyPath(r.URL.Path)
	if path == r.URL.Path || path == "" || strings.HasPrefix(path, "//") {
		return false
	}
	tidy := r.Clone(asOurOwn(r.Context()))
	tidy.Method = http.MethodGet
	tidy.URL.Path, tidy.URL.RawPath = path, ""
	tidy.Header.Del("If-None-Match")
	answer := httptest.NewRecorder()
	s.router.ServeHTTP(answer, tidy)
	if answer.Code >= http.StatusBadRequest {
		return false
	}
	to := url.URL{Path: path, RawQuery: r.URL.RawQuery}
	s.mount.redirect(w, to.String(), http.StatusMovedPermanently)
	return true
}
