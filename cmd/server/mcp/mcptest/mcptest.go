// Package mcptest has calls of the tools with what their answers must have, for
// clients of several makes: in calls.txt, which says how it is written.
package mcptest

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

//go:embed calls.txt
var script string

// Call is a call of a tool.
type Call struct {
	Line      int // in the script
	Tool      string
	Arguments json.RawMessage
	checks    []check
}

// check is one thing that an answer must have.
type check struct {
	line       int
	verb, rest string
}

// Answer is what a client got: the text of the answer, which is JSON, or of the
// error.
type Answer struct {
	Text   string
	Failed bool
}

// Calls reads the script.
func Calls() ([]Call, error) {
	var calls []Call
	for i, line := range strings.Split(script, "\n") {
		line = strings.TrimRightFunc(line, unicode.IsSpace)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		switch verb, rest, _ := strings.Cut(line, " "); verb {
		case "json", "holds", "lacks", "error":
			if len(calls) == 0 {
				return nil, fmt.Errorf("calls.txt:%d: no call before %s", i+1, verb)
			}
			last := &calls[len(calls)-1]
			last.checks = append(last.checks, check{i + 1, verb, rest})
		default:
			if !json.Valid([]byte(rest)) {
				return nil, fmt.Errorf("calls.txt:%d: %s isn't JSON", i+1, rest)
			}
			calls = append(calls, Call{Line: i + 1, Tool: verb, Arguments: json.RawMessage(rest)})
		}
	}
	return calls, nil
}

// Check lists what is wrong with the answer to a call.
func (c Call) Check(a Answer) []string {
	var problems []string
	wrong := func(line int, format string, args ...any) {
		problems = append(problems, fmt.Sprintf("calls.txt:%d: %s %.300s: %s: %.700s", line, c.Tool, c.Arguments, fmt.Sprintf(format, args...), a.Text))
	}
	failing := len(c.checks) > 0 && c.checks[0].verb == "error"
	if a.Failed != failing {
		wrong(c.Line, "failed: %v", a.Failed)
		return problems
	}
	text := a.Text
	if !a.Failed {
		text = unescaped(text)
	}
	for _, k := range c.checks {
		switch has := strings.Contains(text, k.rest); k.verb {
		case "error", "holds":
			if !has {
				wrong(k.line, "no %q", k.rest)
			}
		case "lacks":
			if has {
				wrong(k.line, "has %q", k.rest)
			}
		case "json":
			path, want, _ := strings.Cut(k.rest, " ")
			if got := at(text, path); got != want {
				wrong(k.line, "%s is %s, want %s", path, got, want)
			}
		}
	}
	return problems
}

// unescaped writes JSON in one way, whoever encoded it.
func unescaped(text string) string {
	var v any
	if json.Unmarshal([]byte(text), &v) != nil {
		return text
	}
	return encode(v)
}

func encode(v any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err.Error()
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// at is the JSON that stands at a path; a sentence where there is none.
func at(text, path string) string {
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		return err.Error()
	}
	for _, step := range strings.Split(path, ".") {
		switch node := v.(type) {
		case map[string]any:
			next, ok := node[step]
			if !ok {
				return "no " + step
			}
			v = next
		case []any:
			if step == "#" {
				v = len(node)
				continue
			}
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(node) {
				return fmt.Sprintf("no %s of %d", step, len(node))
			}
			v = node[i]
		default:
			return "nothing at " + step
		}
	}
	return encode(v)
}
