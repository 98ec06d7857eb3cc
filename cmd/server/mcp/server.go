package mcp

import (
	"context"
	"fmt"
	"net/http"

	"github.com/google/jsonschema-go/jsonschema"
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

	schemas map[string]*jsonschema.Schema // of the arguments, by tool
}

func newTools(live *index.Live, base string) *tools {
	return &tools{live: live, base: base, schemas: map[string]*jsonschema.Schema{}}
}

// newServer makes the server of the tools, and describes each.
func newServer(t *tools) *sdk.Server {
	s := sdk.NewServer(&sdk.Implementation{Name: "socsearch", Title: "Document search", Version: version.String()}, &sdk.ServerOptions{Instructions: instructions})
	add(s, t, "search", "Find passages by keyword, phrase in quotation marks, acronym or question, with filters. Begin here. Answers have a snippet; get_passages has the words to quote.", t.search)
	add(s, t, "get_passages", "Read passages verbatim, with footnotes, printed pages and citations: by id, as search gives them (a list, or a range of paragraphs), by printed page (DOCUMENT/page/31), or by a reference such as “paras 79–82”. Quote only from here.", t.passages)
	add(s, t, "resolve_reference", "Find out what a reference means (“para 79”, “p 31”, “fn 39”, “Annex A”, a whole citation) and whether the place exists.", t.resolve)
	add(s, t, "check_quotations", "Check a text that you or somebody wrote: do the quoted words stand in these documents, unaltered, at the place cited? Use it before you answer.", t.check)
	add(s, t, "list_organisations", "List the organisations that the documents name, with the slugs that search filters by.", t.organisations)
	add(s, t, "list_commitments", "List who undertook what, by when, with how much money: found by rules, each with its words and citation. No official list.", t.commitments)
	add(s, t, "get_contents", "Read what documents there are, or the headings of one with their pages and first passages.", t.contents)
	addResources(s, t)
	s.AddReceivingMiddleware(withRemedy(t.schemas))
	return s
}

// add describes a tool that only reads, with schemas made of its structs. Its errors
// are answers of the tool, so that the model can mend its call.
func add[In, Out any](s *sdk.Server, t *tools, name, description string, do func(context.Context, ask.Snapshot, In) (Out, error)) {
	schema, err := inputSchema[In]()
	if err != nil {
		panic("mcp: arguments of " + name + ": " + err.Error()) // of the struct, as the SDK does
	}
	t.schemas[name] = schema
	openWorld := false
	tool := &sdk.Tool{Name: name, Description: description, InputSchema: schema, Annotations: &sdk.ToolAnnotations{ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: &openWorld}}
	sdk.AddTool(s, tool, func(ctx context.Context, _ *sdk.CallToolRequest, in In) (*sdk.CallToolResult, Out, error) {
		var out Out
		x, release, err := t.live.Acquire()
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
	s := newServer(newTools(live, base))
	h := sdk.NewStreamableHTTPHandler(func(*http.Request) *sdk.Server { return s }, &sdk.StreamableHTTPOptions{Stateless: true, JSONResponse: true, MaxRequestBodyBytes: maxBody})
	return http.NewCrossOriginProtection().Handler(h) // no other site's pages call tools
}

// Serve answers over standard input and output until the other side hangs up or the
// context ends.
func Serve(ctx context.Context, live *index.Live, base string) error {
	if err := newServer(newTools(live, base)).Run(ctx, &sdk.StdioTransport{}); err != nil && ctx.Err() == nil {
		return fmt.Errorf("mcp: %w", err)
	}
	return nil
}
