package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var updateFlags = flag.Bool("update", false, "write the table of flags into the README")

// TestFlagsInReadme holds the README's table to the flags that the server has: their
// names, what they are without being given, and the words of -help.
func TestFlagsInReadme(t *testing.T) {
	const path, begin, end = "../../README.md", "<!-- flags: go test ./cmd/server -run Flags -update -->\n", "<!-- end of flags -->"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(data), begin)
	table, after, ended := strings.Cut(rest, end)
	if !found || !ended {
		t.Fatalf("%s has no place for the table of flags", path)
	}
	want := flagTable()
	switch {
	case table == want:
	case *updateFlags:
		if err := os.WriteFile(path, []byte(before+begin+want+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("the README’s table of flags is out of date: run go test ./cmd/server -run Flags -update")
	}
}

func flagTable() string {
	var o options
	flags := flag.NewFlagSet("server", flag.ContinueOnError)
	o.define(flags)
	var b strings.Builder
	b.WriteString("| flag | without it | |\n| --- | --- | --- |\n")
	flags.VisitAll(func(f *flag.Flag) {
		value := ""
		if f.DefValue != "" {
			value = "`" + f.DefValue + "`"
		}
		fmt.Fprintf(&b, "| `-%s` | %s | %s |\n", f.Name, value, strings.NewReplacer("|", `\|`, "`", "").Replace(f.Usage))
	})
	return b.String()
}
