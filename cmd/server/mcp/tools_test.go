package mcp

import (
	"encoding/json"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"socsearch/cmd/server/ask"
	"socsearch/cmd/server/mcp/mcptest"
	"socsearch/index"
	"socsearch/index/local"
	"socsearch/index/meaning"
	"socsearch/sources"
)

// serving puts an index of the documents into service, with search by meaning.
func serving(t *testing.T) *index.Live {
	t.Helper()
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "index")
	if err := local.Build(t.Context(), dir, corpus, local.OriginEmbedded); err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(dir, corpus.Hash)
	if err != nil {
		t.Fatal(err)
	}
	x.Encoder = meaning.NewEncoder()
	live := new(index.Live)
	live.Swap(x)
	t.Cleanup(func() { live.Swap(nil) })
	return live
}

// connect connects the SDK's client by a transport.
func connect(t *testing.T, transport sdk.Transport) *sdk.ClientSession {
	t.Helper()
	client := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(t.Context(), transport, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { session.Close() })
	return session
}

// transports are the two ways to the tools: over HTTP, and as over standard input and
// output, where lines of JSON come and go.
func transports(t *testing.T) map[string]sdk.Transport {
	live := serving(t)
	site := httptest.NewServer(Handler(live, "https://soc.example.org"))
	t.Cleanup(site.Close)
	theirs, ours := sdk.NewInMemoryTransports()
	var ended sync.WaitGroup
	ended.Go(func() { newServer(newTools(live, "https://soc.example.org")).Run(t.Context(), ours) })
	t.Cleanup(ended.Wait)
	return map[string]sdk.Transport{"HTTP": &sdk.StreamableClientTransport{Endpoint: site.URL}, "lines": theirs}
}

// TestTools calls every tool as a model would, with right arguments and wrong ones.
func TestTools(t *testing.T) {
	calls, err := mcptest.Calls()
	if err != nil || len(calls) < 60 {
		t.Fatalf("%d calls, %v", len(calls), err)
	}
	for name, transport := range transports(t) {
		t.Run(name, func(t *testing.T) {
			session := connect(t, transport)
			for _, call := range calls {
				got, err := session.CallTool(t.Context(), &sdk.CallToolParams{Name: call.Tool, Arguments: json.RawMessage(call.Arguments)})
				if err != nil {
					t.Errorf("calls.txt:%d: %v", call.Line, err)
					continue
				}
				for _, problem := range call.Check(mcptest.Answer{Text: textOf(got), Failed: got.IsError}) {
					t.Error(problem)
				}
			}
		})
	}
}

func textOf(r *sdk.CallToolResult) string {
	text := ""
	for _, c := range r.Content {
		if c, ok := c.(*sdk.TextContent); ok {
			text += c.Text
		}
	}
	return text
}

// TestToolsAreDescribed: each only reads, and says so.
func TestToolsAreDescribed(t *testing.T) {
	session := connect(t, transports(t)["HTTP"])
	list, err := session.ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tool := range list.Tools {
		if tool.Annotations == nil || !tool.Annotations.ReadOnlyHint || tool.Description == "" || tool.InputSchema == nil || tool.OutputSchema == nil {
			t.Errorf("%s isn't described as a tool that only reads: %+v", tool.Name, tool)
		}
	}
	if len(list.Tools) != 7 {
		t.Errorf("%d tools", len(list.Tools))
	}
}

// TestSearchFilters checks that a search can be filtered by every facet.
func TestSearchFilters(t *testing.T) {
	schema, err := inputSchema[searchIn]()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range ask.Facets {
		if p := schema.Properties[f.Name]; p == nil || !slices.Contains([]string{"array"}, p.Type) && !slices.Contains(p.Types, "array") {
			t.Errorf("search has no argument %s", f.Name)
		}
	}
}

// TestResources reads passages and documents as resources.
func TestResources(t *testing.T) {
	session := connect(t, transports(t)["HTTP"])
	for _, test := range []struct {
		address string
		holds   []string // none: there is no such resource
	}{
		{"socsearch://passages/strategy/70", []string{"> We will reform the Suspicious Activity Reports (SARs) regime", "(Cm 9718, 2018) para 70", "https://soc.example.org/strategy/70", "[^39]: National Crime Agency, ‘SARs Annual Report 2017’, October 2017.", "superseded by No place to hide", "Crown copyright"}},
		{"socsearch://passages/strategy/79-80", []string{"wider objectives set out in the NCSS", "initial investment of £4.5 million", "paras 79–80"}},
		{"socsearch://passages/roles/hmpps", []string{"by mistake", "Copyright © Lockcode Limited 2020"}},
		{"socsearch://documents/strategy", []string{"# Serious and Organised Crime Strategy", "- Part Three: Our Response, p 21 (strategy/38)", "CP 992"}},
		{"socsearch://passages/strategy/300", nil},
		{"socsearch://passages/strategy/..%2F..%2Fetc%2Fpasswd", nil},
		{"socsearch://documents/nothing", nil},
		{"file:///etc/passwd", nil},
	} {
		got, err := session.ReadResource(t.Context(), &sdk.ReadResourceParams{URI: test.address})
		if (err == nil) != (test.holds != nil) {
			t.Errorf("%s: error %v", test.address, err)
			continue
		}
		for _, want := range test.holds {
			if text := got.Contents[0].Text; !strings.Contains(text, want) || got.Contents[0].MIMEType != "text/markdown" {
				t.Errorf("%s: no %q in %s", test.address, want, text)
			}
		}
	}
}
