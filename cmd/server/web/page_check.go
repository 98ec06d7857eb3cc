package web

import (
	"encoding/base64"
	"fmt"
	"html/template"
	"net/http"
	"strings"

	"socsearch/cmd/internal/draftreport"
	"socsearch/index/draft"
	"socsearch/index/quotation"
	"socsearch/sources/cite"
)

type checkView struct {
	view
	Styles    []styleOption
	Text      string // in the form
	Report    *draft.Report
	Summary   string
	Pieces    []pieceView
	Findings  []findingView
	Downloads []downloadView
	Corrected string
}

type styleOption struct {
	Value, Label string
	Selected     bool
}

// pieceView is a stretch of the draft: plain, or one that a finding is of.
type pieceView struct {
	Text    string
	Finding int // counted from 1; 0 for none
	Class   string
	Verdict string
}

// findingView is a finding beside the draft.
type findingView struct {
	draft.Finding
	Number    int
	Class     string // "good", "bad", "absent", "term", "other"
	Verdict   string
	Links     []linkView
	Line      int
	Faulty    bool
	Printed   string
	MessageUp string
}

// downloadView is a report to save, whole in its address: nothing of a draft is
// kept on the server.
type downloadView struct {
	Label, Name string
	Address     template.URL
}

// checkPage answers GET /check.
func (s *server) checkPage(w http.ResponseWriter, r *http.Request, _ *snapshot) error {
	return s.render(w, r, http.StatusOK, "check", checkView{view: s.view("Check my draft", r), Styles: styleOptions("")})
}

func styleOptions(selected cite.Style) []styleOption {
	var list []styleOption
	for _, s := range cite.PlaceStyles() {
		list = append(list, styleOption{string(s), s.Label(), s == selected})
	}
	return list
}

// checkReport answers POST /check.
func (s *server) checkReport(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	d, report, err := x.checkRequest(r)
	if err != nil {
		return err
	}
	v := checkView{view: s.view("Check my draft", r), Styles: styleOptions(cite.Style(report.Style)), Report: report, Summary: draftreport.Summary(report.Summary)}
	if d.format == draft.FormatText {
		v.Text = report.Input.Text
	}
	v.addFindings()
	if v.Corrected = draftreport.Corrected(report); v.Corrected == report.Input.Text {
		v.Corrected = ""
	}
	if v.Downloads, err = downloads(report); err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "no-store")
	return s.render(w, r, http.StatusOK, "check", v)
}

func (v *checkView) addFindings() {
	runes := []rune(v.Report.Input.Text)
	at, line, counted := 0, 1, 0
	for i := range v.Report.Findings {
		f := findingView{Finding: v.Report.Findings[i], Number: i + 1}
		for ; counted < f.Start; counted++ {
			if runes[counted] == '\n' {
				line++
			}
		}
		f.Line = line
		f.Verdict, f.Class, f.Faulty = draftreport.Verdict(&f.Finding), classOf(&f.Finding), draftreport.Faulty(&f.Finding)
		for _, id := range f.Passages[:min(len(f.Passages), maxLinks)] {
			f.Links = append(f.Links, linkView{Label: id, Link: "/" + id})
		}
		if f.Correction != nil {
			f.Printed = strings.Join(strings.Fields(f.Correction.Quotation), " ")
		}
		v.Findings = append(v.Findings, f)
		if f.Start >= at && f.End <= len(runes) {
			v.Pieces = append(v.Pieces, pieceView{Text: string(runes[at:f.Start])}, pieceView{string(runes[f.Start:f.End]), f.Number, f.Class, f.Verdict})
			at = f.End
		}
	}
	v.Pieces = append(v.Pieces, pieceView{Text: string(runes[at:])})
}

// maxLinks is how many passages of a finding are linked to.
const maxLinks = 5

func classOf(f *draft.Finding) string {
	switch {
	case f.Type == draft.TypeTerm:
		return "term"
	case draftreport.Faulty(f):
		return "bad"
	case f.Words == quotation.Absent:
		return "absent"
	case f.Verdict == draft.Other:
		return "other"
	case len(f.Warnings) > 0:
		return "warned"
	}
	return "good"
}

func downloads(report *draft.Report) ([]downloadView, error) {
	var list []downloadView
	for _, d := range []struct{ label, format, mediaType, ending string }{
		{"HTML", "html", "text/html", "html"}, {"Markdown", "markdown", "text/markdown", "md"},
		{"CSV", "csv", "text/csv", "csv"}, {"JSON", "json", "application/json", "json"},
	} {
		var b strings.Builder
		if err := draftreport.Write(&b, d.format, []*draft.Report{report}, today()); err != nil {
			return nil, err
		}
		const longest = 1 << 20 // bytes: browsers refuse longer addresses
		if b.Len() > longest {
			continue
		}
		address := fmt.Sprintf("data:%s;charset=utf-8;base64,%s", d.mediaType, base64.StdEncoding.EncodeToString([]byte(b.String())))
		list = append(list, downloadView{d.label, "check." + d.ending, template.URL(address)})
	}
	return list, nil
}
