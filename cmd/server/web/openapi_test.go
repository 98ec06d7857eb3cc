package web

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers/gorillamux"
)

// described are addresses of every route, good and bad ones, with the status
// that each answers.
var described = []struct {
	path   string
	status int
}{
	{"/api/v1/search", 200},
	{"/api/v1/search?q=county+lines&objective=1&organisation=nca&organisation=npcc&per_page=5", 200},
	{"/api/v1/search?q=human+traficking&all_threat=fraud&reject_kind=box&include=implied&sort=document&page=2&per_page=1", 200},
	{"/api/v1/search?q=xylophone", 200},
	{"/api/v1/search?per_page=0&match=exact&synonyms=off", 200},
	{"/api/v1/search?objective=9", 400},
	{"/api/v1/passages/strategy/134", 200},
	{"/api/v1/passages/strategy/79-82", 200},
	{"/api/v1/passages/strategy/figure-7", 200},
	{"/api/v1/passages/roles/hmpps", 200},
	{"/api/v1/passages/strategy/300", 404},
	{"/api/v1/documents", 200},
	{"/api/v1/documents/strategy", 200},
	{"/api/v1/documents/roles", 200},
	{"/api/v1/documents/other", 404},
	{"/api/v1/organisations", 200},
	{"/api/v1/organisations/home-office", 200},
	{"/api/v1/organisations/spectre", 404},
	{"/api/v1/commitments", 200},
	{"/api/v1/commitments?q=fraud&actor=home-office&commitment_kind=fund&strength=firm&with=money&by=2019&objective=2&sort=amount&per_page=5", 200},
	{"/api/v1/commitments?list=expectations&page=2&per_page=3", 200},
	{"/api/v1/commitments?strength=hard", 400},
	{"/api/v1/suggest?q=laun", 200},
	{"/api/v1/resolve?ref=para+79", 200},
	{"/api/v1/resolve?ref=para+300", 404},
	{"/api/v1/resolve", 400},
	{"/api/v1/openapi.json", 200},
}

// description reads the description that the API serves.
func description(t *testing.T) *openapi3.T {
	t.Helper()
	data := get(t, http.MethodGet, "/api/v1/openapi.json", nil).Body.Bytes()
	doc, err := openapi3.NewLoader().LoadFromData(data)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestOpenAPI holds the answers of every route against the description that the
// API itself serves: what is described is there, and nothing else.
func TestOpenAPI(t *testing.T) {
	doc := description(t)
	if err := doc.Validate(context.Background()); err != nil {
		t.Fatalf("the description itself: %v", err)
	}
	closeSchemas(doc)
	router, err := gorillamux.NewRouter(doc)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, d := range described {
		r := httptest.NewRequest(http.MethodGet, d.path, nil)
		route, variables, err := router.FindRoute(r)
		if err != nil {
			t.Errorf("GET %s is not described: %v", d.path, err)
			continue
		}
		seen[route.Path] = true
		checkDescribed(t, d.status, &openapi3filter.RequestValidationInput{Request: r, PathParams: variables, Route: route})
	}
	for _, d := range []struct {
		path, mediaType, body string
		status                int
	}{
		{"/api/v1/check", "text/plain", "“A large amount of serious and organized crime remains hidden” (para 3). Para 300.", 200},
		{"/api/v1/check?style=apa&document=strategy", "text/plain", "> It costs the UK at least £37 billion annually.\n\n(para 1)", 200},
		{"/api/v1/check?style=mla", "text/plain", "x", 400},
	} {
		r := httptest.NewRequest(http.MethodPost, d.path, strings.NewReader(d.body))
		r.Header.Set("Content-Type", d.mediaType)
		r.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(d.body)), nil }
		route, variables, err := router.FindRoute(r)
		if err != nil {
			t.Errorf("POST %s is not described: %v", d.path, err)
			continue
		}
		seen[route.Path] = true
		checkDescribed(t, d.status, &openapi3filter.RequestValidationInput{Request: r, PathParams: variables, Route: route})
	}
	for path := range doc.Paths.Map() {
		if !seen[path] {
			t.Errorf("no address of %s is checked", path)
		}
	}
}

// checkDescribed asks, and checks request and answer against the description.
func checkDescribed(t *testing.T, status int, in *openapi3filter.RequestValidationInput) {
	t.Helper()
	path := in.Request.URL.String()
	w := httptest.NewRecorder()
	site(t).ServeHTTP(w, in.Request)
	if in.Request.GetBody != nil { // it has been read
		in.Request.Body, _ = in.Request.GetBody()
	}
	if w.Code != status {
		t.Errorf("GET %s: status %d, want %d", path, w.Code, status)
	}
	if err := openapi3filter.ValidateRequest(context.Background(), in); (err != nil) != (status == http.StatusBadRequest) {
		t.Errorf("GET %s has status %d, but by the description: %v", path, status, err)
	}
	out := &openapi3filter.ResponseValidationInput{RequestValidationInput: in, Status: w.Code, Header: w.Result().Header}
	out.SetBodyBytes(w.Body.Bytes())
	if err := openapi3filter.ValidateResponse(context.Background(), out); err != nil {
		t.Errorf("GET %s: %v", path, err)
	}
}
