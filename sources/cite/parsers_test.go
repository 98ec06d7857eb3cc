package cite

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What other people's programs make of our records. testdata/README.md says how
// they are installed.

// parsed is what a reference manager must find again, as CSL-JSON names it.
type parsed struct {
	Type   string              `json:"type"`
	Title  string              `json:"title"`
	Author []map[string]string `json:"author"`
	Issued cslDate             `json:"issued"`
	Number string              `json:"number"`
	URL    string              `json:"URL"`
	Genre  string              `json:"genre"`
}

// TestCitationJS reads BibTeX and RIS by citation-js. In BibTeX it gives a body
// in double braces as a family name that it doesn't take apart.
func TestCitationJS(t *testing.T) {
	list := append(works(t, "strategy/79", "roles/home-office-2"), awkward)
	for format, record := range map[string]string{"bibtex": BibTeX(list, accessed), "ris": RIS(list, accessed)} {
		got := parse(t, record, "node", filepath.Join("testdata", "citation-js", "parse.js"), format)
		nameField := map[string]string{"bibtex": "family", "ris": "literal"}[format]
		want := wanted(list, nameField)
		if format == "bibtex" {
			want[0].Issued.Parts[0] = []int{2018, 11} // BibTeX has no days
			want[1].Type = "document"                 // nor BibTeX proper @online
			want[2].Genre = "Report"
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("citation-js reads %s otherwise (-want +got)\n%s\n%s", format, diff, record)
		}
	}
}

// TestPandoc reads BibTeX, old and new, and CSL-JSON by pandoc. It writes the titles
// of BibTeX's entries in sentence case, as BibTeX's styles do.
func TestPandoc(t *testing.T) {
	list := append(works(t, "strategy/79", "roles/home-office-2"), awkward)
	records := map[string]string{"bibtex": BibTeX(list, accessed), "biblatex": BibTeX(list, accessed), "csljson": CSLJSON(list, accessed)}
	for format, record := range records {
		got := parse(t, record, "pandoc", "-f", format, "-t", "csljson")
		want := wanted(list, "literal")
		for i := range want {
			if format != "csljson" {
				want[i].Title, got[i].Title = strings.ToLower(want[i].Title), strings.ToLower(got[i].Title)
			}
		}
		switch format {
		case "csljson":
			want[0].Genre = ""
		default:
			want[0].Issued.Parts[0] = []int{2018, 11}
			want[2].Genre = "Report"
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("pandoc reads %s otherwise (-want +got)\n%s\n%s", format, diff, record)
		}
	}
}

// wanted is what a parser should find; nameField is how it gives a body's name.
func wanted(list []Work, nameField string) []parsed {
	var want []parsed
	for _, w := range list {
		m := w.Manifest
		p := parsed{Type: "report", Title: m.Title, Author: []map[string]string{{nameField: m.Author}},
			Issued: *newCSLDate(w.published()), Number: m.Series, URL: m.LandingPage, Genre: m.SeriesType}
		if w.onWeb() {
			p.Type = "webpage"
		}
		want = append(want, p)
	}
	return want
}

func parse(t *testing.T, record, program string, arguments ...string) []parsed {
	t.Helper()
	need(t, program)
	if program == "node" {
		need(t, filepath.Join("testdata", "citation-js", "node_modules"))
	}
	cmd := exec.Command(program, arguments...)
	cmd.Stdin = strings.NewReader(record)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", cmd, err)
	}
	var list []parsed
	if err := json.Unmarshal(out, &list); err != nil {
		t.Fatalf("%s printed %s: %v", cmd, out, err)
	}
	for i := range list {
		list[i].Number = strings.ReplaceAll(list[i].Number, "\u00a0", " ") // the ~ of Cm~9718
	}
	return list
}

// need skips the test where a program or folder isn't there, and fails where CI
// is set.
func need(t *testing.T, name string) {
	t.Helper()
	if _, err := exec.LookPath(name); err == nil {
		return
	}
	if _, err := os.Stat(name); err == nil {
		return
	}
	message := name + " isn't there; testdata/README.md says how to install it"
	if os.Getenv("CI") != "" {
		t.Fatal(message)
	}
	t.Skip(message)
}
