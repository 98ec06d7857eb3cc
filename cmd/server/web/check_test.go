package web

import (
	"bytes"
	"encoding/json"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"socsearch/index/draft"
)

func postDraft(t *testing.T, path, mediaType, body string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(body))
	r.Header.Set("Content-Type", mediaType)
	w := httptest.NewRecorder()
	site(t).ServeHTTP(w, r)
	return w
}

// TestCheckAPI asks for checks, good and bad ones.
func TestCheckAPI(t *testing.T) {
	const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	tests := []struct {
		name, path, mediaType, body string
		status                      int
		want                        string // in the answer
	}{
		{"right", "/api/v1/check", "text/plain; charset=utf-8", "“It costs the UK at least £37 billion annually” (para 1).", 200, `"words":"exact"`},
		{"number", "/api/v1/check", "text/plain", "“It costs the UK at least £38 billion annually” (para 1).", 200, "the number differs"},
		{"type", "/api/v1/check", "application/pdf", "%PDF-", 415, "text/plain"},
		{"no type", "/api/v1/check", "", "x", 415, "text/plain"},
		{"broken", "/api/v1/check", docx, "PK\x03\x04", 400, "damaged"},
		{"long", "/api/v1/check", "text/plain", strings.Repeat("x", draft.MaxSize+5<<10), 413, "longer"},
		{"4 MB", "/api/v1/check", "text/plain", strings.Repeat("word ", 4<<20/5), 200, `"quotations":0`},
		{"style", "/api/v1/check?style=mla", "text/plain", "x", 400, "style"},
		{"document", "/api/v1/check?document=other", "text/plain", "x", 400, "document"},
		{"unknown", "/api/v1/check?stile=apa", "text/plain", "x", 400, "stile"},
		{"only the roles page", "/api/v1/check?document=roles", "text/plain", "“It costs the UK at least £37 billion annually” is said.", 200, `"absent":1`},
		{"page", "/check", "text/plain", "“It costs the UK at least £38 billion annually” (para 1).", 200, "found-bad"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := postDraft(t, test.path, test.mediaType, test.body)
			if w.Code != test.status || !strings.Contains(w.Body.String(), test.want) {
				t.Errorf("POST %s = %d %.300s, want %d with %q", test.path, w.Code, w.Body, test.status, test.want)
			}
		})
	}
}

// TestCheckForm sends a file as a browser does.
func TestCheckForm(t *testing.T) {
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, _ := form.CreateFormFile("file", "draft.md")
	part.Write([]byte("> A large amount of serious and organised crime remains hidden or underreported\n\n(para 2)\n"))
	form.WriteField("style", "apa")
	form.Close()
	w := postDraft(t, "/api/v1/check", form.FormDataContentType(), body.String())
	var report draft.Report
	if err := json.Unmarshal(w.Body.Bytes(), &report); err != nil {
		t.Fatalf("%v: %s", err, w.Body)
	}
	if s := report.Summary; s.Exact != 1 || s.Right != 1 || report.Input.Format != "markdown" || report.Input.Name != "draft.md" || report.Style != "apa" {
		t.Errorf("report = %+v %+v", s, report.Input)
	}
}

// TestCheckFormStyle checks that a form's style is one that there is, like an
// address's.
func TestCheckFormStyle(t *testing.T) {
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	form.WriteField("text", "It costs the UK at least £37 billion annually.")
	form.WriteField("style", "mla")
	form.Close()
	w := postDraft(t, "/api/v1/check", form.FormDataContentType(), body.String())
	if w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), `"parameter":"style"`) {
		t.Errorf("a form with the style mla: %d %.300s", w.Code, w.Body)
	}
}
