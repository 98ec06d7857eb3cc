package interoptest

import (
	"flag"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
)

var (
	cases = flag.Int("cases", 1000, "requests of each address that schemathesis makes up")
	seed  = flag.Int("seed", 1, "what it makes them of")
)

// selected is how Schemathesis tells how many of the operations it tries.
var selected = regexp.MustCompile(`Operations: +(\d+) selected / (\d+) total`)

// TestSchemathesis sends what the description allows and what it forbids, and holds
// the answers against it: all of Schemathesis' checks, and no failures. Rules that
// only the words of the description say stand in testdata/schemathesis/rules.py.
func TestSchemathesis(t *testing.T) {
	asked(t)
	schemathesis := pythonProgram(t, "schemathesis")
	dir := copied(t, "schemathesis")
	out := run(t, dir, schemathesis, "--config-file", filepath.Join(dir, "schemathesis.toml"), "run", serve(t)+"/api/v1/openapi.json",
		"--include-path-regex", "^/", // the description itself, too, which would be left out
		"--checks", "all", "--max-examples", strconv.Itoa(*cases), "--seed", strconv.Itoa(*seed), "--continue-on-failure", "--no-color")
	t.Log(out)
	if m := selected.FindStringSubmatch(out); m == nil || m[1] != m[2] {
		t.Errorf("not every address was tried: %q", m)
	}
}
