package web

import (
	"net/http"

	"socsearch/cmd/server/ask"
)

// helpExample is a query that shows a piece of the language. Each must find
// something in the documents: a test runs them all.
type helpExample struct {
	Query, Does string
	Start       bool // shown on the start page too
}

// helpExamples are in the order of the help page.
var helpExamples = []helpExample{
	{"county lines", "Passages with these words, those with all of them first.", true},
	{`"county lines"`, "The exact words in this order. Curly quotation marks do as well.", false},
	{"SARs", "An abbreviation finds its long form too, and the other way round.", true},
	{"how are victims of modern slavery supported", "A question in your own words.", true},
	{`"money drugs"~8`, "Both words within eight words of each other, in either order.", false},
	{"fraud OR scam", "Either word. AND and OR are written in capitals.", false},
	{"drugs AND firearms", "Both words.", false},
	{"cyber -fraud", "Without a word. NOT fraud means the same.", false},
	{"(prison OR probation) release", "Brackets group.", false},
	{"traffick*", "Words that begin so.", false},
	{"footnote:assessment", "Only in footnotes.", false},
	{"heading:witnesses", "Only in headings.", false},
	{"para:79", "The paragraph with this number.", false},
	{"para:79-82", "These paragraphs.", false},
}

// shortcut is a key with what it does.
type shortcut struct{ Key, Does string }

// shortcuts lists the keys that the script answers to.
var shortcuts = []shortcut{
	{"/", "Go to the search box"},
	{"j", "Next result"},
	{"k", "Previous result"},
	{"b", "Add the result or passage to the briefing, or remove it"},
	{"c", "Copy the citation of the result or passage"},
	{"q", "Copy it as a quotation"},
	{"Esc", "Take the marks off the words of the search"},
	{"?", "Show these keys"},
}

type helpView struct {
	view
	Queries   []queryView
	Example   exampleView
	Shortcuts []shortcut
}

// queryView is a query with what it finds.
type queryView struct{ Query, Link, Does string }

// helpPage answers GET /help.
func (s *server) helpPage(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	v := helpView{view: s.view("Help", r), Shortcuts: shortcuts}
	var err error
	if v.Example, err = x.newExample(); err != nil {
		return err
	}
	for _, e := range helpExamples {
		v.Queries = append(v.Queries, queryView{e.Query, "/" + ask.QueryAddress(e.Query), e.Does})
	}
	return s.render(w, r, http.StatusOK, "help", v)
}
