package web

import (
	"html"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestEveryAddress walks every address that the site lists (its site map, llms.txt) or
// links from a page: each answers 200, by way of a redirect at most, and has the
// place in it to which a link leads.
func TestEveryAddress(t *testing.T) {
	w := &walk{site: site(t), places: map[string][]string{}, wanted: map[string]string{}, shapes: map[string]int{}}
	for _, list := range []string{"/sitemap.xml", "/llms.txt", "/robots.txt"} {
		body := w.get(t, list, "the list of what every site has")
		for _, found := range listedAddress.FindAllStringSubmatch(body, -1) {
			w.add(html.UnescapeString(found[1]), list)
		}
	}
	w.add("/", "the start")
	for len(w.queue) > 0 {
		address := w.queue[0]
		w.queue = w.queue[1:]
		w.visit(t, address)
	}
	for place, from := range w.wanted {
		address, fragment, _ := strings.Cut(place, "#")
		if ids, read := w.places[address]; read && !slices.Contains(ids, fragment) {
			t.Errorf("%s links %s, which has no such place", from, place)
		}
	}
	if len(w.places) < 500 {
		t.Errorf("%d addresses were walked: there must be more", len(w.places))
	}
	t.Logf("%d addresses", len(w.places))
}

var (
	listedAddress = regexp.MustCompile(`https?://example\.com(/[^\s<>)\]]*)`)
	linkedAddress = regexp.MustCompile(`(?:href|src|action)="([^"]*)"`)
	placeID       = regexp.MustCompile(`\sid="([^"]*)"`)
)

// sameShape is how many addresses are walked that differ in the values of their
// parameters alone: filters can be put together without end.
const sameShape = 30

// walk is what was seen of the site.
type walk struct {
	site   http.Handler
	queue  []string
	from   map[string]string // where an address in the queue stands
	places map[string][]string
	wanted map[string]string // places that are linked, by where
	shapes map[string]int
}

// add queues an address that stands on a page.
func (w *walk) add(address, from string) {
	u, err := url.Parse(address)
	if err != nil || u.Host != "" || u.Scheme != "" {
		return
	}
	if u.Path == "" { // a filter or a place of the page itself
		u.Path, _, _ = strings.Cut(from, "?")
		if u.RawQuery == "" {
			_, u.RawQuery, _ = strings.Cut(from, "?")
		}
	}
	if fragment := u.Fragment; fragment != "" {
		u.Fragment = ""
		w.wanted[u.String()+"#"+fragment] = from
	}
	address = u.String()
	if _, seen := w.from[address]; seen {
		return
	}
	if u.RawQuery != "" {
		shape := u.Path
		if strings.Contains(u.Path, "/passages/") { // a record of a passage, as there is of each
			shape = "passages"
		}
		shape += " " + strings.Join(slices.Sorted(maps.Keys(u.Query())), " ")
		if w.shapes[shape]++; w.shapes[shape] > sameShape {
			return
		}
	}
	if w.from == nil {
		w.from = map[string]string{}
	}
	w.from[address] = from
	w.queue = append(w.queue, address)
}

// visit reads an address, and the links of a page that is no search.
func (w *walk) visit(t *testing.T, address string) {
	body := w.get(t, address, w.from[address])
	w.places[address] = nil
	if !strings.HasPrefix(body, "<!") {
		return
	}
	w.places[address] = []string{""}
	for _, id := range placeID.FindAllStringSubmatch(body, -1) {
		w.places[address] = append(w.places[address], html.UnescapeString(id[1]))
	}
	if strings.Contains(address, "?") {
		return
	}
	for _, link := range linkedAddress.FindAllStringSubmatch(body, -1) {
		w.add(html.UnescapeString(link[1]), address)
	}
}

// get answers what stands at an address, and follows its redirects.
func (w *walk) get(t *testing.T, address, from string) string {
	const redirects = 2
	path := address
	for range redirects + 1 {
		answer := httptest.NewRecorder()
		w.site.ServeHTTP(answer, httptest.NewRequest("GET", path, nil))
		switch to := answer.Header().Get("Location"); {
		case answer.Code == http.StatusOK:
			return answer.Body.String()
		case answer.Code/100 == 3 && to != "":
			path = to
		default:
			t.Errorf("%s has %s, which answers %d", from, address, answer.Code)
			return ""
		}
	}
	t.Errorf("%s has %s, which redirects again and again", from, address)
	return ""
}
