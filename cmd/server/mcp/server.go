package mcp

import (
	"context"
	"fmt"
	"net/http"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"socsearch/cmd/internal/version"
	"socsearch/cmd/server/ask"
	"socsearch/index"
)

// instructions tell a model how the tools are meant to be used.
const instructions = `These tools search and quote official documents by numbered paragraph.
Search first. Quote only words that a tool returned, exactly as they stand, each with its citation.
Before you answer, give what you wrote to check_quotations and mend what it finds.
Where an answer says that a document is superseded, say so too.`

// tools answers calls of tools from the index in use.
type tools struct {
	live *index.Live
	base string // before the paths of addresses; "" leaves them paths
}

// newServer makes the server of the tools, and describes each.
func newServer(t *tools) *sdk.Server {
	s := sdk.NewServer(&sdk.Implementation{Name: "socsearch", Title: "Document search", Version: version.String()}, &sdk.ServerOptions{Instructions: instructions})
	add(s, t.live, "search", "Find passages by keyword, phrase in quotation marks, acronym or question, with filters. Begin here. Answers have a snippet; get_passages has the words to quote.", t.search)
	add(s, t.live, "get_passages", "Read passages verbatim, with footnotes, printed pages and citations: by id, as search gives them (a list, or a range of paragraphs), by printed page (DOCUMENT/page/31), or by a reference such as “paras 79–82”. Quote only from here.", t.passages)
	add(s, t.live, "resolve_reference", "Find out what a reference means (“para 79”, “p 31”, “fn 39”, “Annex A”, a whole citation) and whether the place exists.", t.resolve)
	add(s, t.live, "check_quotations", "Check a text that you or somebody wrote: do the quoted words stand in these documents, unaltered, at the place cited? Use it before you answer.", t.check)
	add(s, t.live, "list_organisations", "List the organisations that the documents name, with the slugs that search filters by.", t.organisations)
	add(s, t.live, "list_commitments", "List who undertook what, by when, with how much money: found by rules, each with its words and citation. No official list.", t.commitments)
	add(s, t.live, "get_contents", "Read what documents there are, or the headings of one with their pages and first passages.", t.contents)
	return s
}

// add describes a tool that only reads, with schemas made of its structs. Its errors
// are answers of the tool, so that the model can mend its call.
func add[In, Out any](s *sdk.Server, live *index.Live, name, description string, do func(context.Context, ask.Snapshot, In) (Out, error)) {
	closed := false
	tool := &sdk.Tool{Name: name, Description: description, Annotations: &sdk.ToolAnnotations{ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: &closed}}
	sdk.AddTool(s, tool, func(ctx context.Context, _ *sdk.CallToolRequest, in In) (*sdk.CallToolResult, Out, error) {
		var out Out
		x, release, err := live.Acquire()
		if err != nil {
			return nil, out, err
		}
		defer release()
		out, err = do(ctx, ask.Snapshot{Index: x}, in)
		return nil, out, err
	})
}

// maxBody is how long a request may be: a text to check and what is around it.
const maxBody = 1 << 20 // bytes

// Handler answers POST /mcp: streamable HTTP, each request on its own. base stands
// before the paths of addresses.
func Handler(live *index.Live, base string) http.Handler {
	s := newServer(&tools{live: live, base: base})
	h := sdk.NewStreamableHTTPHandler(func(*http.Request) *sdk.Server { return s }, &sdk.StreamableHTTPOptions{Stateless: true, JSONResponse: true, MaxRequestBodyBytes: maxBody})
	return http.NewCrossOriginProtection().Handler(h) // no other site's pages call tools
}

// Serve answers over standard input and output until the other side hangs up or the
// context ends.
func Serve(ctx context.Context, live *index.Live, base string) error {
	if err := newServer(&tools{live: live, base: base}).Run(ctx, &sdk.StdioTransport{}); err != nil && ctx.Err() == nil {
		return fmt.Errorf("mcp: %w", err)
	}
	return nil
}
