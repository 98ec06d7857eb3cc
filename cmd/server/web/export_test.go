package web

import (
	"net/http/httptest"
	"strings"
	"testing"
)

// TestSupersededTravels takes the strategy's words away in every form that there is:
// each says what has superseded it, since when, and where that is.
func TestSupersededTravels(t *testing.T) {
	addresses := []string{
		"/api/v1/search?q=county+lines&format=atom",
		"/api/v1/search?q=county+lines&format=csv",
		"/api/v1/search?q=county+lines&format=ris",
		"/api/v1/search?q=county+lines&format=bibtex",
		"/api/v1/search?q=county+lines&format=csl-json",
		"/api/v1/search?q=county+lines&format=markdown",
		"/api/v1/passages/strategy/79?format=markdown",
		"/api/v1/passages/strategy/79?format=ris",
		"/api/v1/commitments?format=csv",
		"/api/v1/commitments?format=markdown",
		"/commitments",
		"/unapi?id=strategy/79&format=ris",
		"/briefing?ids=strategy/79",
		"/strategy/79",
	}
	for _, format := range []string{"markdown", "csv", "ris", "bibtex", "csl-json"} {
		addresses = append(addresses, "/briefing?ids=strategy/79&format="+format)
	}
	for _, address := range addresses {
		got := getBody(t, address)
		for _, want := range []string{"CP 992", "December 2023", "has been superseded by No place to hide", "gov.uk/government/publications/serious-and-organised-crime-strategy-2023-to-2028"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s doesn’t say %q", address, want)
			}
		}
	}
	if got := getBody(t, "/briefing?ids=roles/gchq&format=markdown"); strings.Contains(got, "superseded") {
		t.Errorf("the roles page has not been superseded: %s", got)
	}
}

// getBody returns what an address answers with 200.
func getBody(t *testing.T, address string) string {
	t.Helper()
	answer := httptest.NewRecorder()
	site(t).ServeHTTP(answer, httptest.NewRequest("GET", address, nil))
	if answer.Code != 200 {
		t.Fatalf("%s: status %d: %.300s", address, answer.Code, answer.Body)
	}
	return answer.Body.String()
}
