package interoptest

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"
	"syscall"
	"testing"
	"time"
)

// scratch is a folder for what is built once.
var scratch string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "socsearch-interop-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	scratch = dir
	status := m.Run()
	os.RemoveAll(dir)
	os.Exit(status)
}

// program builds the server, once.
var program = sync.OnceValues(func() (string, error) {
	path := filepath.Join(scratch, "server")
	out, err := exec.Command("go", "build", "-o", path, "socsearch/cmd/server").CombinedOutput()
	if err != nil {
		err = fmt.Errorf("go build: %w: %s", err, out)
	}
	return path, err
})

func builtProgram(t *testing.T) string {
	t.Helper()
	path, err := program()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// indexFolder is where the index of the tests is; the first server builds it.
func indexFolder() string { return filepath.Join(scratch, "index") }

var listening = regexp.MustCompile(`listening on (http://[0-9.:]+)`)

// serve starts a server and returns its address. It ends with the test.
func serve(t *testing.T) string {
	t.Helper()
	server := exec.Command(builtProgram(t), "-addr", "127.0.0.1:0", "-index", indexFolder())
	log, err := server.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		server.Process.Signal(syscall.SIGTERM)
		server.Wait()
	})
	address := make(chan string, 1)
	go func() {
		for lines := bufio.NewScanner(log); lines.Scan(); {
			if found := listening.FindStringSubmatch(lines.Text()); found != nil {
				address <- found[1]
				break
			}
		}
		io.Copy(io.Discard, log)
	}()
	select {
	case a := <-address:
		return a
	case <-time.After(time.Minute):
		t.Fatal("the server doesn't say that it listens")
		return ""
	}
}

// description saves the description that a server has of its API.
func description(t *testing.T, address string) string {
	t.Helper()
	answer, err := http.Get(address + "/api/v1/openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%s: %v", answer.Status, err)
	}
	path := filepath.Join(t.TempDir(), "openapi.json")
	if err := os.WriteFile(path, body, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
