// Command client asks a server, whose address is its argument, through the client
// that oapi-codegen generated.
package main

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"mime/multipart"
	"os"

	"socsearch-client/client"
)

func main() {
	c, err := client.NewClientWithResponses(os.Args[1])
	must(err)
	a := asker{c, context.Background()}
	a.search()
	a.passages()
	a.members()
	a.organisations()
	a.documents()
	a.register()
	a.names()
	a.check()
}

// asker asks with the generated client.
type asker struct {
	*client.ClientWithResponses
	ctx context.Context
}

func (a asker) search() {
	q := "county lines"
	all, err := a.SearchWithResponse(a.ctx, &client.SearchParams{Q: &q})
	must(err)
	first, err := a.SearchWithResponse(a.ctx, &client.SearchParams{Q: &q, Objective: &[]client.SearchParamsObjective{"1"}})
	must(err)
	fmt.Printf("county lines: %d passages, %d of them under Objective 1\n", all.JSON200.Total, first.JSON200.Total)
}

func (a asker) passages() {
	one, err := a.PassageWithResponse(a.ctx, "strategy", "79", nil)
	must(err)
	p, err := one.JSON200.AsPassageAnswer()
	must(err)
	fmt.Printf("%s: %s on page %d, %s\n", p.Id, p.Label, *p.Page, p.Citations["oscola"].Text)
	several, err := a.PassageWithResponse(a.ctx, "strategy", "79-82", nil)
	must(err)
	list, err := several.JSON200.AsPassagesAnswer()
	must(err)
	fmt.Printf("strategy/79-82: %d passages\n", len(list.Passages))
	none, err := a.PassageWithResponse(a.ctx, "strategy", "300", nil)
	must(err)
	fmt.Printf("strategy/300: %d, nearest %s\n", none.ApplicationproblemJSON404.Status, *none.ApplicationproblemJSON404.Nearest)
}

func (a asker) members() {
	q := "county lines"
	found, err := a.SearchWithResponse(a.ctx, &client.SearchParams{Q: &q, Fields: &[]client.SearchParamsFields{"id", "label"}})
	must(err)
	r := found.JSON200.Results[0]
	text := "with text"
	if r.Text == nil {
		text = "without text"
	}
	fmt.Printf("chosen members: %s, %s, %s\n", *r.Id, *r.Label, text)
}

func (a asker) organisations() {
	all, err := a.OrganisationsWithResponse(a.ctx)
	must(err)
	for _, o := range all.JSON200.Organisations {
		if o.Slug == "nca" {
			fmt.Printf("organisations: %s is %s\n", o.Slug, o.Name)
		}
	}
	one, err := a.OrganisationWithResponse(a.ctx, "home-office")
	must(err)
	entries := one.JSON200.Entries
	fmt.Printf("organisation home-office: %s and %d entries of the roles page\n", entries[0].Id, len(entries)-1)
}

func (a asker) documents() {
	all, err := a.DocumentsWithResponse(a.ctx)
	must(err)
	d := all.JSON200.Documents
	fmt.Printf("documents: %s superseded by %s, %s\n", d[0].Slug, d[0].SupersededBy.Series, d[1].Slug)
	one, err := a.DocumentWithResponse(a.ctx, "strategy")
	must(err)
	fmt.Println("contents of strategy begin with", one.JSON200.Contents[0].Heading)
}

func (a asker) register() {
	found, err := a.CommitmentsWithResponse(a.ctx, &client.CommitmentsParams{CommitmentKind: &[]client.CommitmentsParamsCommitmentKind{"legislate"}})
	must(err)
	for _, r := range found.JSON200.Results {
		line, err := r.AsCommitmentLine()
		must(err)
		if line.Passage == "strategy/77" {
			fmt.Println("legislate: strategy/77 is among the passages")
			break
		}
	}
	list := client.CommitmentsParamsList("expectations")
	expected, err := a.CommitmentsWithResponse(a.ctx, &client.CommitmentsParams{List: &list})
	must(err)
	line, err := expected.JSON200.Results[0].AsExpectationLine()
	must(err)
	if line.Of != "" {
		fmt.Println("expected of others: somebody")
	}
}

func (a asker) names() {
	typed := "prison and prob"
	completed, err := a.SuggestWithResponse(a.ctx, &client.SuggestParams{Q: &typed})
	must(err)
	for _, s := range completed.JSON200.Suggestions {
		if s.Kind == "organisation" {
			fmt.Printf("%s: %s %s\n", typed, s.Kind, s.Text)
		}
	}
	note, err := a.ResolveWithResponse(a.ctx, &client.ResolveParams{Ref: "fn 39"})
	must(err)
	fmt.Println("fn 39:", note.JSON200.Passages[0])
}

func (a asker) check() {
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	file, err := form.CreateFormFile("file", "draft.md")
	must(err)
	draft, err := os.ReadFile(os.Args[2])
	must(err)
	file.Write(draft)
	must(form.Close())
	report, err := a.CheckWithBodyWithResponse(a.ctx, nil, form.FormDataContentType(), &body)
	must(err)
	s := report.JSON200.Summary
	fmt.Printf("draft: %d exact of %d quotations, reference %s\n", s.Exact, s.Quotations, report.JSON200.Findings[0].Reference.Verdict)
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
