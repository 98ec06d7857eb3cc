//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestEndsOnSIGTERM ends an indexer that waits for somebody to read its output.
func TestEndsOnSIGTERM(t *testing.T) {
	command := filepath.Join(t.TempDir(), "indexer")
	if out, err := exec.Command("go", "build", "-o", command, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	_, full, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer full.Close()
	cmd := exec.Command(command, "-dump")
	cmd.Stdout = full
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	const started = time.Second
	time.Sleep(started)
	cmd.Process.Signal(syscall.SIGTERM)
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case <-ended:
	case <-time.After(grace + 10*time.Second):
		cmd.Process.Kill()
		<-ended
		t.Error("the indexer doesn't end on SIGTERM")
	}
}

// TestRefusesPipesDevicesAndLinks: what a manifest names is a regular file of
// the folder.
func TestRefusesPipesDevicesAndLinks(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "outside.txt")
	if err := os.WriteFile(outside, []byte("1 Text.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		make func(path string) error
		want string
	}{
		{"pipe", func(path string) error { return syscall.Mkfifo(path, 0o600) }, "regular file"},
		{"device", func(path string) error { return os.Symlink("/dev/zero", path) }, "escapes"},
		{"link that leaves the folder", func(path string) error { return os.Symlink(outside, path) }, "escapes"},
		{"folder", func(path string) error { return os.Mkdir(path, 0o700) }, "regular file"},
	}
	for _, test := range tests {
		for _, file := range []string{"c.txt", "c.pdf", "a.yaml"} {
			for _, flags := range [][]string{nil, {"-with-embedded"}} {
				folder := t.TempDir()
				if file != "a.yaml" {
					if err := os.WriteFile(filepath.Join(folder, "a.yaml"), []byte("slug: a\ntitle: b\nfile: "+file+"\n"), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				if err := test.make(filepath.Join(folder, file)); err != nil {
					t.Fatal(err)
				}
				args := append([]string{"-sources", folder, "-index", filepath.Join(t.TempDir(), "index")}, flags...)
				err := run(t.Context(), args, new(strings.Builder), new(strings.Builder))
				if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), file) || strings.Contains(err.Error(), "\n") {
					t.Errorf("%s named %s: run = %v, want one line with the file and %q", test.name, file, err, test.want)
				}
			}
		}
	}
}

func TestInspectRefusesPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := run(t.Context(), []string{"-inspect", path}, new(strings.Builder), new(strings.Builder)); err == nil || !strings.Contains(err.Error(), "regular file") {
		t.Errorf("-inspect of a pipe: %v", err)
	}
}
