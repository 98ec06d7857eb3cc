package mcp

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"
	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// closed is what arguments are that take values of a list alone: it returns the list
// of each by its name.
type closed interface{ closed() map[string][]any }

// inputSchema makes the schema of a tool's arguments from their struct, with the
// values of those that take no other.
func inputSchema[In any]() (*jsonschema.Schema, error) {
	schema, err := jsonschema.For[In](nil)
	if err != nil {
		return nil, err
	}
	var in In
	if c, ok := any(in).(closed); ok {
		for name, values := range c.closed() {
			p := schema.Properties[name]
			if p.Items != nil {
				p = p.Items
			}
			p.Enum = values
		}
	}
	return schema, nil
}

func anyOf[T ~string](list []T) []any {
	var values []any
	for _, v := range list {
		values = append(values, string(v))
	}
	return values
}

// withRemedy adds to what the SDK says of arguments that don't fit a schema which
// arguments the tool takes.
func withRemedy(schemas map[string]*jsonschema.Schema) sdk.Middleware {
	return func(next sdk.MethodHandler) sdk.MethodHandler {
		return func(ctx context.Context, method string, r sdk.Request) (sdk.Result, error) {
			result, err := next(ctx, method, r)
			call, isCall := r.(*sdk.CallToolRequest)
			answer, isAnswer := result.(*sdk.CallToolResult)
			if !isCall || !isAnswer || answer == nil || !answer.IsError || len(answer.Content) == 0 || schemas[call.Params.Name] == nil {
				return result, err
			}
			if text, ok := answer.Content[0].(*sdk.TextContent); ok && strings.HasPrefix(text.Text, `validating "arguments"`) {
				takes := slices.Sorted(maps.Keys(schemas[call.Params.Name].Properties))
				text.Text += "; " + call.Params.Name + " takes " + strings.Join(takes, ", ")
			}
			return result, err
		}
	}
}
