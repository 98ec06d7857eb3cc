package web

import (
	"fmt"
	"net/http"
	"strings"

	"socsearch/cmd/server/ask"
	"socsearch/sources/document"
)

// linksJSON leads to the pages beside one; null where there is none.
type linksJSON struct {
	Self     string                  `json:"self"`
	First    document.OptionalString `json:"first"`
	Previous document.OptionalString `json:"previous"`
	Next     document.OptionalString `json:"next"`
	Last     document.OptionalString `json:"last"`
}

// newLinks links a page of an answer to those beside it. at is what stands before the
// query of their addresses. An answer without results by request has no pages.
func newLinks(at string, address ask.Address, page, perPage, total int) linksJSON {
	links := linksJSON{Self: at + address.String()}
	if perPage == 0 {
		return links
	}
	to := func(n int) document.OptionalString {
		return document.OptionalString(at + address.ToPage(n).String())
	}
	last := max(1, (total+perPage-1)/perPage)
	links.First, links.Last = to(1), to(last)
	if page < last {
		links.Next = to(page + 1)
	}
	if page > 1 {
		links.Previous = to(min(page-1, last)) // one from behind the last leads back to it
	}
	return links
}

// setLinks sets the Link header (RFC 8288).
func setLinks(h http.Header, links linksJSON) {
	var parts []string
	for _, l := range []struct{ rel, href string }{
		{"self", links.Self}, {"first", string(links.First)}, {"prev", string(links.Previous)},
		{"next", string(links.Next)}, {"last", string(links.Last)},
	} {
		if l.href != "" {
			parts = append(parts, fmt.Sprintf("<%s>; rel=%q", l.href, l.rel))
		}
	}
	h.Set("Link", strings.Join(parts, ", "))
}
