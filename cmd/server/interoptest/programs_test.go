package interoptest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// asked skips a test of the long kind unless it is asked for.
func asked(t *testing.T) {
	t.Helper()
	if os.Getenv("SOCSEARCH_LONG") == "" {
		t.Skip("SOCSEARCH_LONG isn’t set")
	}
}

// The folders that npm and pip install into.
const (
	nodePrograms   = "node_modules/.bin"
	pythonPrograms = "venv/bin"
)

// nodeProgram finds a program that npm installed here.
func nodeProgram(t *testing.T, name string) string {
	t.Helper()
	return installed(t, nodePrograms, name, "npm ci --ignore-scripts")
}

// pythonProgram finds a program that pip installed here.
func pythonProgram(t *testing.T, name string) string {
	t.Helper()
	return installed(t, pythonPrograms, name, "python3 -m venv venv && venv/bin/pip install -r requirements.txt")
}

func installed(t *testing.T, folder, name, remedy string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err == nil {
		return path
	}
	unavailable(t, fmt.Sprintf("no %s: run %s in cmd/server/interoptest", name, remedy))
	return ""
}

// unavailable skips a test for a reason, and fails it where CI is set.
func unavailable(t *testing.T, reason string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatal(reason)
	}
	t.Skip(reason)
}

// run runs a program in a folder and returns what it wrote. Its status must be 0.
func run(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	c := exec.Command(name, args...)
	c.Dir = dir
	// Programs of pip look for their fellows on the path.
	c.Env = append(os.Environ(), "PATH="+filepath.Dir(name)+string(filepath.ListSeparator)+os.Getenv("PATH"))
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %q: %v\n%s", filepath.Base(name), args, err, out)
	}
	return string(out)
}

// copied copies a folder of testdata to one that a test may write to.
func copied(t *testing.T, name string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), name)
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("testdata", name))); err != nil {
		t.Fatal(err)
	}
	return dir
}

// absolute is a path of testdata for programs that run elsewhere.
func absolute(t *testing.T, path string) string {
	t.Helper()
	path, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return path
}
