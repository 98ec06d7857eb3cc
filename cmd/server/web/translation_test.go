package web

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// translationServer names the address of Zotero's translation server.
const translationServer = "SOCSEARCH_TRANSLATION_SERVER"

// zoteroItem is what Zotero makes of a page: an item's fields by their names, and its notes.
type zoteroItem struct {
	Fields  map[string]string
	Authors []string
	Notes   []string
}

// TestZotero has Zotero's translation server import a page of each kind, as Zotero's
// button in a browser does, and names every field that comes out. The server is a
// program of its own (github.com/zotero/translation-server):
//
//	SOCSEARCH_TRANSLATION_SERVER=http://127.0.0.1:1969 go test ./cmd/server/web -run Zotero -v
func TestZotero(t *testing.T) {
	importer := os.Getenv(translationServer)
	if importer == "" {
		t.Skip("set " + translationServer + " to the address of Zotero’s translation server")
	}
	s := httptest.NewServer(site(t))
	defer s.Close()
	const superseded = "Serious and Organised Crime Strategy (Cm 9718) has been superseded by No place to hide: serious and organised crime strategy 2023 to 2028 (CP 992, December 2023): https://www.gov.uk/government/publications/serious-and-organised-crime-strategy-2023-to-2028"
	strategy := func(pinpoint ...string) zoteroItem {
		return zoteroItem{
			Fields: map[string]string{"itemType": "report", "title": "Serious and Organised Crime Strategy", "date": "2018-11-01", "institution": "Home Office",
				"reportType": "Command Paper", "reportNumber": "Cm 9718", "language": "en-GB",
				"url": "https://www.gov.uk/government/publications/serious-and-organised-crime-strategy-2018", "accessDate": "today"},
			Authors: []string{"HM Government"},
			Notes:   append(pinpoint, "ISBN 978-1-5286-0784-1", superseded),
		}
	}
	roles := func(notes ...string) zoteroItem {
		return zoteroItem{
			Fields: map[string]string{"itemType": "webpage", "title": "The UK’s Serious and Organised Crime Strategy: Roles & Responsibilities", "date": "2020",
				"shortTitle": "The UK’s Serious and Organised Crime Strategy", "language": "en-GB"}, // its address isn't known
			Authors: []string{"Lockcode Limited"},
			Notes:   notes,
		}
	}
	tests := []struct {
		address string
		want    zoteroItem
	}{
		{"/strategy/79", strategy("para 79, p 31")},
		{"/strategy/79-82", strategy("paras 79–82, pp 31–32")},
		{"/strategy/79,85", strategy("paras 79, 85, pp 31, 33")},
		{"/strategy/70#fn-39", strategy("para 70, p 29")}, // a browser keeps the fragment to itself
		{"/strategy/foreword-3", strategy("Foreword, para 3, p 3")},
		{"/strategy/box-firearms-and-drugs", strategy("box “Firearms and Drugs”, para 1, p 34")},
		{"/strategy/figure-7", strategy("Figure 7, pp 55–56")},
		{"/strategy/annex-nca", strategy("Annex A, National Crime Agency, p 69")},
		{"/strategy", strategy()},
		{"/roles", roles()},
		{"/roles/home-office", roles("Home Office, para 1")},
		{"/roles/hmpps", roles("Her Majesty’s Prison and Probation Service",
			"The web page prints the heading “HMRC” over this text by mistake; the text is about Her Majesty’s Prison and Probation Service (HMPPS) and is filed there.")},
		// A page of ours alone, which cites nothing.
		{"/organisations/nca", zoteroItem{Fields: map[string]string{"itemType": "webpage", "title": "National Crime Agency – Serious and Organised Crime Strategy search",
			"url": s.URL + "/organisations/nca", "accessDate": "today"}}},
	}
	for _, test := range tests {
		got := imported(t, importer, s.URL+test.address)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.address, diff)
		}
	}
}

// imported is what a translation server makes of a page.
func imported(t *testing.T, importer, address string) zoteroItem {
	t.Helper()
	answer, err := http.Post(strings.TrimSuffix(importer, "/")+"/web", "text/plain", strings.NewReader(address))
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s, %v: %s", address, answer.Status, err, body)
	}
	var list []map[string]any
	if err := json.NewDecoder(bytes.NewReader(body)).Decode(&list); err != nil || len(list) == 0 {
		t.Fatalf("%s: %v: %s", address, err, body)
	}
	i := zoteroItem{Fields: map[string]string{}}
	for name, value := range list[0] {
		text, isText := value.(string)
		switch {
		case name == "key" || name == "version" || name == "libraryCatalog": // Zotero's own
		case name == "accessDate":
			i.Fields[name] = strings.Replace(text[:10], today().Format("2006-01-02"), "today", 1)
		case name == "creators":
			for _, c := range value.([]any) {
				i.Authors = append(i.Authors, c.(map[string]any)["name"].(string))
			}
		case isText:
			i.Fields[name] = text
		}
	}
	for _, note := range list[1:] {
		i.Notes = append(i.Notes, strings.TrimSuffix(strings.TrimPrefix(note["note"].(string), "<p>"), "</p>"))
	}
	return i
}
