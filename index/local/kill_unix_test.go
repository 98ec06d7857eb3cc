//go:build unix

package local

import (
	"context"
	"flag"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"socsearch/sources"
	"socsearch/sources/document"
)

// A good look is -kills 50 -copies 300: builds of 100,000 passages, minutes.
var (
	kills  = flag.Int("kills", 3, "builds to kill at random moments")
	copies = flag.Int("copies", 15, "how many times the documents those builds hold")
)

// The child processes of the tests: the name of a job and the folder of its
// index stand in these variables.
const (
	jobVariable    = "SOCSEARCH_TEST_JOB"
	folderVariable = "SOCSEARCH_TEST_INDEX"
	copiesVariable = "SOCSEARCH_TEST_COPIES"
)

func TestMain(m *testing.M) {
	switch os.Getenv(jobVariable) {
	case "":
		os.Exit(m.Run())
	case "build":
		buildLarge()
	case "build with little room":
		limit := syscall.Rlimit{Cur: 64 << 10, Max: 64 << 10} // bytes in a file
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
			panic(err)
		}
		buildLarge()
	}
}

// buildLarge builds an index of many times the documents.
func buildLarge() {
	c, err := sources.Load(sources.Embedded())
	if err == nil {
		var many []document.Passage
		n, _ := strconv.Atoi(os.Getenv(copiesVariable))
		for range n {
			many = append(many, c.Passages...)
		}
		c.Passages = many
		err = Build(context.Background(), os.Getenv(folderVariable), c, OriginEmbedded)
	}
	if err != nil {
		os.Stderr.WriteString(err.Error() + "\n")
		os.Exit(1)
	}
}

func child(job, dir string) *exec.Cmd {
	c := exec.Command(os.Args[0], "-test.run=^$")
	c.Env = append(os.Environ(), jobVariable+"="+job, folderVariable+"="+dir, copiesVariable+"="+strconv.Itoa(*copies))
	return c
}

// TestKilledBuild kills builds at random moments between their beginning and the
// time that a whole one takes: the index that was there answers as before, and
// another build can begin at once.
func TestKilledBuild(t *testing.T) {
	started := time.Now()
	must(t, child("build", filepath.Join(t.TempDir(), "whole")).Run())
	whole := time.Since(started)
	dir, hash := buildTestIndex(t)
	before := Current(dir)
	random := rand.New(rand.NewPCG(8, 8))
	const tries = 4 // for each kill: builds that end sooner than the first did aren't killed
	for killed, tried := 0, 0; killed < *kills && tried < tries**kills; tried++ {
		c := child("build", dir)
		must(t, c.Start())
		moment := time.Duration(random.Int64N(int64(whole)))
		time.Sleep(moment)
		c.Process.Kill()
		c.Wait()
		if t.Failed() {
			return
		}
		if Current(dir) == before {
			killed++
			t.Logf("kill %d after %s of %s", killed, moment.Round(time.Millisecond), whole.Round(time.Millisecond))
			checkAnswers(t, dir, hash)
			continue
		}
		whole = moment
		c2, _ := corpus()
		must(t, Build(context.Background(), dir, c2, OriginEmbedded))
		before = Current(dir)
	}
	c, _ := corpus()
	must(t, Build(context.Background(), dir, c, OriginEmbedded))
	if left := generations(t, dir); len(left) != 1 {
		t.Errorf("generations %v, want one", left)
	}
}

// TestNoRoom builds where files can't grow: a clear error, the index that was
// there stays, and nothing is left of the other.
func TestNoRoom(t *testing.T) {
	dir, hash := buildTestIndex(t)
	c := child("build with little room", dir)
	var said strings.Builder
	c.Stderr = &said
	watchdog := time.AfterFunc(time.Minute, func() { c.Process.Kill() })
	defer watchdog.Stop()
	if err := c.Run(); err == nil {
		t.Error("the build succeeds")
	}
	if !strings.Contains(said.String(), "too large") || !strings.Contains(said.String(), dir) {
		t.Errorf("the build says %q", &said)
	}
	checkAnswers(t, dir, hash)
	if left := generations(t, dir); len(left) != 1 {
		t.Errorf("generations %v, want one", left)
	}
}

// TestReadOnlyFolder builds into a folder in which nothing may be written: a
// clear error, and the index that is there answers.
func TestReadOnlyFolder(t *testing.T) {
	dir, hash := buildTestIndex(t)
	must(t, os.Chmod(dir, 0o555))
	t.Cleanup(func() { os.Chmod(dir, 0o755) })
	c := child("build", dir)
	if os.Getuid() == 0 { // who may write everywhere
		const nobody = 65534
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		makeReachable(t, c, dir)
	}
	var said strings.Builder
	c.Stderr = &said
	if err := c.Run(); err == nil {
		t.Error("the build succeeds")
	}
	if !strings.Contains(said.String(), "permission denied") || !strings.Contains(said.String(), dir) || strings.Count(said.String(), "\n") != 1 {
		t.Errorf("the build says %q", &said)
	}
	checkAnswers(t, dir, hash)
}

// makeReachable lets another user start the child, from a copy of the test's
// binary, and reach the folder.
func makeReachable(t *testing.T, c *exec.Cmd, dir string) {
	t.Helper()
	binary, err := os.ReadFile(c.Path)
	must(t, err)
	c.Path = filepath.Join(t.TempDir(), "test")
	must(t, os.WriteFile(c.Path, binary, 0o755))
	c.Dir = "/"
	for _, path := range []string{c.Path, dir} {
		for at := filepath.Dir(path); at != filepath.Clean(os.TempDir()) && at != filepath.Dir(at); at = filepath.Dir(at) {
			must(t, os.Chmod(at, 0o755))
		}
	}
}
