// Package flagtable holds the README's tables of flags to what the commands have. It is
// for their tests.
package flagtable

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

// Check compares the table of a command's flags in a README, which stands between
// comments that name the command, with what define defines: names, what they are
// without being given, and the words of -help. update writes it anew.
func Check(t *testing.T, readme, command string, define func(*flag.FlagSet), update bool) {
	t.Helper()
	begin, end := fmt.Sprintf("<!-- flags: go test ./cmd/%s -run Flags -update -->\n", command), "<!-- end of flags -->"
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(data), begin)
	table, after, ended := strings.Cut(rest, end)
	if !found || !ended {
		t.Fatalf("%s has no place for the flags of %s", readme, command)
	}
	want := write(define)
	switch {
	case table == want:
	case update:
		if err := os.WriteFile(readme, []byte(before+begin+want+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("the README’s table of flags is out of date: run go test ./cmd/%s -run Flags -update", command)
	}
}

func write(define func(*flag.FlagSet)) string {
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	define(flags)
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
