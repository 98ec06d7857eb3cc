package interoptest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestRedocly lints the description by Redocly's recommended rules: no errors, no
// warnings.
func TestRedocly(t *testing.T) {
	asked(t)
	redocly := nodeProgram(t, "redocly")
	t.Setenv("REDOCLY_TELEMETRY", "off")
	out := run(t, t.TempDir(), redocly, "lint", "--extends=recommended", "--format=stylish", description(t, serve(t)))
	if strings.Contains(out, "warning  ") {
		t.Error(out)
	}
}

// TestSpectral lints it by Spectral's rules for OpenAPI: no errors, no warnings.
func TestSpectral(t *testing.T) {
	asked(t)
	spectral := nodeProgram(t, "spectral")
	dir := t.TempDir()
	rules := filepath.Join(dir, "rules.yaml")
	if err := os.WriteFile(rules, []byte("extends: [spectral:oas]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, dir, spectral, "lint", "--fail-severity=hint", "--ruleset="+rules, description(t, serve(t)))
}
