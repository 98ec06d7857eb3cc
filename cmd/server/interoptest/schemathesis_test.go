package interoptest

import (
	"flag"
	"path/filepath"
	"strconv"
	"testing"
)

var (
	cases = flag.Int("cases", 1000, "requests of each address that schemathesis makes up")
	seed  = flag.Int("seed", 1, "what it makes them of")
)

// TestSchemathesis sends what the description allows and what it forbids, and holds
// the answers against it: all of Schemathesis' checks, and no failures. Rules that
// only the words of the description say stand in testdata/schemathesis/rules.py.
func TestSchemathesis(t *testing.T) {
	asked(t)
	schemathesis := pythonProgram(t, "schemathesis")
	dir := copied(t, "schemathesis")
	out := run(t, dir, schemathesis, "--config-file", filepath.Join(dir, "schemathesis.toml"), "run", serve(t)+"/api/v1/openapi.json",
		"--checks", "all", "--max-examples", strconv.Itoa(*cases), "--seed", strconv.Itoa(*seed), "--continue-on-failure", "--no-color")
	t.Log(out)
}
