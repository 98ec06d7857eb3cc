package web

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
)

// mount is the path below which a proxy shows the site: "/soc" for
// -base-url https://example.org/soc; "" where the site has a host to itself. The
// proxy strips it from requests; what answers say of addresses must have it.
// Handlers and templates write addresses without it, and it is put before them as
// an answer is made.
type mount string

func newMount(baseURL string) (mount, error) {
	u, err := url.Parse(baseURL)
	if err != nil {
		return "", err
	}
	return mount(strings.TrimRight(u.EscapedPath(), "/")), nil
}

// linkAttribute is an attribute of HTML that holds a path of this site. Templates
// escape the quotation marks of all text, so nothing else looks like it.
var linkAttribute = regexp.MustCompile(`(\s(?:href|src|action)=")(/(?:[^/]|$))`)

// html puts the mount before the paths in a page.
func (m mount) html(page []byte) []byte {
	if m == "" {
		return page
	}
	return linkAttribute.ReplaceAll(page, []byte("${1}"+string(m)+"${2}"))
}

// urlMember is a member "url" of JSON that holds a path. Quotation marks inside of
// strings are escaped, so no string holds it.
var urlMember = regexp.MustCompile(`"url":"/`)

// json puts the mount before the paths in a JSON answer, or lines of JSON.
func (m mount) json(body []byte) []byte {
	if m == "" {
		return body
	}
	return urlMember.ReplaceAllLiteral(body, []byte(`"url":"`+string(m)+`/`))
}

// redirect sends a client to a path of this site.
func (m mount) redirect(w http.ResponseWriter, path string, status int) {
	w.Header().Set("Location", string(m)+path)
	w.WriteHeader(status)
}
