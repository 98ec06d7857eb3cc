package interoptest

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"socsearch/cmd/server/mcp/mcptest"
)

// TestTools calls the tools for language models over HTTP and over standard input and
// output, by the SDK's client and by that of Python. All must get the answers that
// stand in package mcptest.
func TestTools(t *testing.T) {
	asked(t)
	calls, err := mcptest.Calls()
	if err != nil {
		t.Fatal(err)
	}
	endpoint := serve(t) + "/mcp"
	command := []string{builtProgram(t), "mcp", "-index", indexFolder()}
	t.Run("SDK over HTTP", func(t *testing.T) {
		callBySDK(t, &sdk.StreamableClientTransport{Endpoint: endpoint}, calls)
	})
	t.Run("SDK over standard input and output", func(t *testing.T) {
		callBySDK(t, &sdk.CommandTransport{Command: exec.Command(command[0], command[1:]...)}, calls)
	})
	t.Run("Python over HTTP", func(t *testing.T) { callByPython(t, []string{endpoint}, calls) })
	t.Run("Python over standard input and output", func(t *testing.T) { callByPython(t, command, calls) })
}

func callBySDK(t *testing.T, transport sdk.Transport, calls []mcptest.Call) {
	session, err := sdk.NewClient(&sdk.Implementation{Name: "interoptest", Version: "1"}, nil).Connect(t.Context(), transport, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	for _, call := range calls {
		got, err := session.CallTool(t.Context(), &sdk.CallToolParams{Name: call.Tool, Arguments: call.Arguments})
		if err != nil {
			t.Errorf("calls.txt:%d: %v", call.Line, err)
			continue
		}
		text := ""
		for _, c := range got.Content {
			text += c.(*sdk.TextContent).Text
		}
		report(t, call, mcptest.Answer{Text: text, Failed: got.IsError})
	}
}

// callByPython hands all calls to one Python process.
func callByPython(t *testing.T, server []string, calls []mcptest.Call) {
	python := pythonProgram(t, "python")
	var in, out, errors bytes.Buffer
	for _, call := range calls {
		line, err := json.Marshal(map[string]any{"tool": call.Tool, "arguments": call.Arguments})
		if err != nil {
			t.Fatal(err)
		}
		in.Write(append(line, '\n'))
	}
	c := exec.Command(python, append([]string{absolute(t, "testdata/mcp/calls.py")}, server...)...)
	c.Stdin, c.Stdout, c.Stderr = &in, &out, &errors
	if err := c.Run(); err != nil {
		t.Errorf("%v: %s", err, errors.String())
	}
	answers := json.NewDecoder(&out)
	for _, call := range calls {
		var answer mcptest.Answer
		if err := answers.Decode(&answer); err != nil {
			t.Fatalf("calls.txt:%d: no answer: %v", call.Line, err)
		}
		report(t, call, answer)
	}
}

func report(t *testing.T, call mcptest.Call, answer mcptest.Answer) {
	t.Helper()
	for _, problem := range call.Check(answer) {
		t.Error(problem)
	}
}
