package interoptest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestGenerators makes clients of the description by programs that others wrote. Each
// must be made without complaint, must build, and must answer what the three programs
// in testdata ask with it: the same, as it stands in testdata/answers.txt.
func TestGenerators(t *testing.T) {
	asked(t)
	address := serve(t)
	described := description(t, address)
	draft := absolute(t, "testdata/draft.md")
	t.Run("oapi-codegen", func(t *testing.T) { answers(t, goClient(t, described), address, draft) })
	t.Run("openapi-typescript", func(t *testing.T) {
		text, err := os.ReadFile(draft)
		if err != nil {
			t.Fatal(err)
		}
		answers(t, typeScriptClient(t, described), address, string(text))
	})
	t.Run("openapi-python-client", func(t *testing.T) { answers(t, pythonClient(t, described), address, draft) })
}

// answers runs a client and compares what it says.
func answers(t *testing.T, client []string, args ...string) {
	t.Helper()
	want, err := os.ReadFile("testdata/answers.txt")
	if err != nil {
		t.Fatal(err)
	}
	got := run(t, t.TempDir(), client[0], append(client[1:], args...)...)
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("the client says otherwise (-want +got):\n%s", diff)
	}
}

// goClient is a program around the client that oapi-codegen makes. The generator and
// what its clients need are modules of testdata/go alone.
func goClient(t *testing.T, described string) []string {
	t.Helper()
	dir := copied(t, "go")
	download := exec.Command("go", "mod", "download")
	download.Dir = dir
	if out, err := download.CombinedOutput(); err != nil {
		unavailable(t, fmt.Sprintf("oapi-codegen can't be had: %v: %s", err, out))
	}
	if err := os.Mkdir(filepath.Join(dir, "client"), 0o700); err != nil {
		t.Fatal(err)
	}
	if said := run(t, dir, "go", "tool", "oapi-codegen", "-generate", "types,client", "-package", "client", "-o", "client/client.go", described); said != "" {
		t.Errorf("oapi-codegen says %s", said)
	}
	run(t, dir, "go", "vet", "./...")
	run(t, dir, "go", "build", "-o", "asker", ".")
	return []string{filepath.Join(dir, "asker")}
}

// typeScriptClient is a program with the types that openapi-typescript makes.
func typeScriptClient(t *testing.T, described string) []string {
	t.Helper()
	generator, compiler := nodeProgram(t, "openapi-typescript"), nodeProgram(t, "tsc")
	dir := copied(t, "typescript")
	if err := os.Symlink(absolute(t, "node_modules"), filepath.Join(dir, "node_modules")); err != nil {
		t.Fatal(err)
	}
	run(t, dir, generator, described, "-o", "schema.d.ts")
	run(t, dir, compiler, "-p", ".")
	return []string{"node", filepath.Join(dir, "main.js")}
}

// pythonClient is a program around the client that openapi-python-client makes. The
// generator has no name for drafts that are sent without a form, and says so.
func pythonClient(t *testing.T, described string) []string {
	t.Helper()
	generator, python := pythonProgram(t, "openapi-python-client"), pythonProgram(t, "python")
	dir := copied(t, "python")
	said := run(t, dir, generator, "generate", "--path", described, "--output-path", "client", "--meta", "none")
	if complaints, known := strings.Count(said, "WARNING"), strings.Count(said, "Unsupported content type"); complaints != known || strings.Contains(said, "ERROR") {
		t.Errorf("%d complaints besides those of drafts without a form: %s", complaints-known, said)
	}
	run(t, dir, python, "-m", "compileall", "-q", "client")
	return []string{python, filepath.Join(dir, "main.py")}
}
