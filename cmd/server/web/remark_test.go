package web

import (
	"html"
	"io"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"socsearch/cmd/server/ask"
	"socsearch/sources/docx"
)

// TestRemarkEverywhere: that the roles page prints the heading “HMRC” over the text
// about HMPPS stands wherever that text, or a record of it, is given out.
func TestRemarkEverywhere(t *testing.T) {
	const remark = "The web page prints the heading “HMRC” over this text by mistake; the text is about Her Majesty’s Prison and Probation Service (HMPPS) and is filed there."
	h := site(t)
	addresses := []string{"/roles/hmpps", "/roles/moj-2,hmpps", "/roles", "/organisations/hmpps", "/briefing?ids=roles/hmpps"}
	for _, name := range ask.SearchFormats {
		addresses = append(addresses, "/api/v1/search?document=roles&organisation=hmpps&format="+name)
	}
	for _, name := range passageFormats {
		addresses = append(addresses, "/api/v1/passages/roles/hmpps?format="+name, "/api/v1/passages/roles/moj-2,hmpps?format="+name)
	}
	for _, name := range unAPIFormats {
		addresses = append(addresses, "/unapi?id=roles/hmpps&format="+name)
	}
	for _, address := range addresses {
		answer := httptest.NewRecorder()
		h.ServeHTTP(answer, httptest.NewRequest("GET", address, nil))
		body, err := io.ReadAll(answer.Result().Body)
		if err != nil || answer.Code != 200 {
			t.Errorf("GET %s: %d, %v", address, answer.Code, err)
			continue
		}
		if d, err := docx.Read(body); err == nil { // a Word file
			body = []byte(d.Text)
		}
		if !strings.Contains(html.UnescapeString(html.UnescapeString(string(body))), remark) {
			t.Errorf("GET %s doesn't say that the heading is mistaken:\n%.2000s", address, body)
		}
	}
}

// TestRemarkInPrint: no style hides it on paper.
func TestRemarkInPrint(t *testing.T) {
	sheets, err := filepath.Glob("../../../static/css/*.css")
	if err != nil || len(sheets) == 0 {
		t.Fatalf("no style sheets: %v", err)
	}
	hidden := regexp.MustCompile(`[^{}]*\.remark\b[^{}]*\{[^}]*(display:\s*none|visibility:\s*hidden)`)
	for _, name := range sheets {
		sheet, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if rule := hidden.Find(sheet); rule != nil {
			t.Errorf("%s hides remarks: %s", name, rule)
		}
	}
}
