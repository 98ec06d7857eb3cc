package mcp

import (
	"context"
	"encoding/json"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"socsearch/index"
	"socsearch/sources"
)

// connect starts the tools over HTTP and connects the SDK's client to them.
func connect(t *testing.T) *sdk.ClientSession {
	t.Helper()
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "index")
	if err := index.Build(t.Context(), dir, corpus, index.OriginEmbedded); err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(dir, corpus.Hash)
	if err != nil {
		t.Fatal(err)
	}
	live := new(index.Live)
	live.Swap(x)
	t.Cleanup(func() { live.Swap(nil) })
	site := httptest.NewServer(Handler(live, "https://soc.example.org"))
	t.Cleanup(site.Close)
	client := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(context.Background(), &sdk.StreamableClientTransport{Endpoint: site.URL}, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { session.Close() })
	return session
}

// TestTools calls every tool as a model would, with right arguments and wrong ones.
func TestTools(t *testing.T) {
	session := connect(t)
	for _, test := range []struct {
		tool, arguments string
		failed          bool
		holds           []string // in the answer
	}{
		{"search", `{"query":"county lines"}`, false, []string{`"strategy/box-operation-guardian"`, `"total":7`, "CP 992"}},
		{"search", `{"query":"county lines","objective":["1"]}`, false, []string{`"total":2`}},
		{"search", `{"query":"fraud","limit":2}`, false, []string{`"next_cursor":"2"`}},
		{"search", `{"query":"fraud","organisation":["NCA"]}`, false, []string{`"results":[{`}},
		{"search", `{"query":"fraud","organisation":["nobody"]}`, true, []string{"organisation", "nobody", "list_organisations"}},
		{"search", `{"query":"fraud","limit":1000}`, true, []string{"limit"}},
		{"search", `{"query":"fraud","cursor":"x"}`, true, []string{"cursor"}},
		{"search", `{"query":"zebras"}`, false, []string{`"total":0`}},
		{"get_passages", `{"ids":["strategy/79"]}`, false, []string{"Our programme to tackle cyber crime is underpinned by wider objectives", "(Cm 9718, 2018) para 79.", `"page":31`, "https://soc.example.org/strategy/79"}},
		{"get_passages", `{"ids":["strategy/79-82"]}`, false, []string{`"strategy/79"`, `"strategy/82"`}},
		{"get_passages", `{"ids":["p 31"]}`, false, []string{`"strategy/77"`, `"strategy/80"`}},
		{"get_passages", `{"ids":["strategy/1-60"]}`, false, []string{`"next_cursor":"20"`}},
		{"get_passages", `{"ids":["strategy/70"]}`, false, []string{"SARs Annual Report 2017", `"number":"39"`}},
		{"get_passages", `{"ids":[]}`, true, []string{"ids"}},
		{"get_passages", `{"ids":["para 300"]}`, true, []string{"no paragraph 300", "1 to 207"}},
		{"get_passages", `{"ids":["../../etc/passwd"]}`, true, []string{"ids"}},
		{"resolve_reference", `{"reference":"fn 39"}`, false, []string{`"strategy/70"`, "#fn-39"}},
		{"resolve_reference", `{"reference":"HM Government, Serious and Organised Crime Strategy (Cm 9718, 2018) paras 79–82"}`, false, []string{"/strategy/79-82"}},
		{"resolve_reference", `{"reference":"Cm 8715 para 3"}`, true, []string{"reference", "Cm 8715"}},
		{"resolve_reference", `{"reference":"drop table"}`, true, []string{"names no passage"}},
		{"check_quotations", `{"text":"We “carry out 100% of checks on passengers arriving at the border on scheduled services from outside of the CTA” (para 91)."}`, false, []string{`"exact":1`, `"right":1`}},
		{"check_quotations", `{"text":"They “carry out 90% of checks on passengers arriving at the border on scheduled services from outside of the CTA” (para 91)."}`, false, []string{`"altered":1`}},
		{"check_quotations", `{"text":""}`, true, []string{"text"}},
		{"check_quotations", `{"text":"x","style":"mla"}`, true, []string{"style", "oscola"}},
		{"list_organisations", `{"name":"crime agency"}`, false, []string{`"nca"`, "National Crime Agency"}},
		{"list_organisations", `{}`, false, []string{`"next_cursor":"100"`}},
		{"list_commitments", `{"actor":"government","kind":"legislate"}`, false, []string{"intention to legislate as soon as Parliamentary time allows", `"strategy/77"`, "no official list"}},
		{"list_commitments", `{"year":2019,"strength":"firm"}`, false, []string{`"strategy/134"`, "April 2019"}},
		{"list_commitments", `{"actor":"nobody"}`, true, []string{"actor", "nobody"}},
		{"list_commitments", `{"kind":"hope"}`, true, []string{"kind", "publish"}},
		{"get_contents", `{}`, false, []string{`"strategy"`, `"roles"`, `"status":"superseded"`}},
		{"get_contents", `{"document":"strategy"}`, false, []string{"Part Three: Our Response", `"first":"strategy/38"`}},
		{"get_contents", `{"document":"nothing"}`, true, []string{"document", "nothing"}},
		{"search", `{"query":5}`, true, []string{"query"}},
		{"search", `{"nonsense":true}`, true, []string{"nonsense"}},
	} {
		answer, err := session.CallTool(t.Context(), &sdk.CallToolParams{Name: test.tool, Arguments: json.RawMessage(test.arguments)})
		text, failed := "", true
		if err != nil {
			text = err.Error()
		} else {
			failed = answer.IsError
			for _, c := range answer.Content {
				if c, ok := c.(*sdk.TextContent); ok {
					text += c.Text
				}
			}
		}
		if failed != test.failed {
			t.Errorf("%s %s: failed %v, want %v: %.400s", test.tool, test.arguments, failed, test.failed, text)
		}
		for _, want := range test.holds {
			if !strings.Contains(text, want) {
				t.Errorf("%s %s: no %q in %.700s", test.tool, test.arguments, want, text)
			}
		}
	}
}

// TestToolsAreDescribed: each only reads, and says so.
func TestToolsAreDescribed(t *testing.T) {
	session := connect(t)
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
