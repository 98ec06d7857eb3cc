//go:build unix

// Package clustertest runs clusters of real OpenSearch nodes for tests, on loopback.
// It fetches them with Maven once, and skips a test where Java or Maven is missing;
// where CI is set it fails.
package clustertest

import (
	"bytes"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Cluster is some nodes.
type Cluster struct {
	folder, home string
	port         int
	nodes        []*exec.Cmd // nil: it isn't running
	logs         []*bytes.Buffer
}

// patience is how long nodes may take to find each other on a machine that has much
// to do.
const patience = 3 * time.Minute

// version names what is fetched: see the pom.
const version = "2.19.6"

// Start starts a cluster of n nodes, which end with the test.
func Start(t testing.TB, n int) *Cluster {
	t.Helper()
	if os.Getenv("SOCSEARCH_LONG") == "" {
		t.Skip("starts nodes of OpenSearch, and needs a machine that has time: set SOCSEARCH_LONG=1")
	}
	for _, program := range []string{"java", "javac", "mvn", "bash"} {
		if _, err := exec.LookPath(program); err != nil {
			if os.Getenv("CI") != "" {
				t.Fatalf("%s is missing", program)
			}
			t.Skipf("%s is missing: a cluster of OpenSearch needs Java and Maven", program)
		}
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	c := &Cluster{folder: filepath.Join(cache, "socsearch-opensearch-"+version), home: t.TempDir(), port: freePorts(t, 2*n), nodes: make([]*exec.Cmd, n), logs: make([]*bytes.Buffer, n)}
	if out, err := exec.Command(script(), "fetch", c.folder).CombinedOutput(); err != nil {
		t.Fatalf("fetching OpenSearch: %v\n%s", err, out)
	}
	t.Cleanup(func() {
		for i := range c.nodes {
			c.Kill(i)
		}
	})
	for i := range c.nodes {
		c.Run(t, i)
	}
	c.Wait(t, fmt.Sprintf("wait_for_nodes=%d", n))
	return c
}

// script is the script that runs nodes; tests run somewhere below the module's root.
func script() string {
	folder, _ := os.Getwd()
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil || folder == filepath.Dir(folder) {
			return filepath.Join(folder, "index", "cluster", "testdata", "opensearch", "nodes.sh")
		}
		folder = filepath.Dir(folder)
	}
}

// freePorts finds so many ports side by side that nobody listens on.
func freePorts(t testing.TB, n int) int {
	t.Helper()
	const first, last, step = 20_000, 60_000, 16
	for port := first + os.Getpid()%1_000*step; port < last; port += step {
		free := true
		for i := range n {
			l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port+i)))
			if free = free && err == nil; err == nil {
				l.Close()
			}
		}
		if free {
			return port
		}
	}
	t.Fatal("no ports are free")
	return 0
}

// Run runs a node that isn't running, and doesn't wait for it.
func (c *Cluster) Run(t testing.TB, i int) {
	t.Helper()
	n := exec.Command(script(), "run", c.folder, c.home, strconv.Itoa(i+1), strconv.Itoa(len(c.nodes)), strconv.Itoa(c.port))
	c.logs[i] = new(bytes.Buffer)
	n.Stdout, n.Stderr = c.logs[i], c.logs[i]
	if err := n.Start(); err != nil {
		t.Fatal(err)
	}
	c.nodes[i] = n
}

// Kill ends a node at once.
func (c *Cluster) Kill(i int) {
	if n := c.nodes[i]; n != nil {
		n.Process.Kill()
		n.Wait()
		c.nodes[i] = nil
	}
}

// Freeze stops a node such that its connections stay, and nothing answers.
func (c *Cluster) Freeze(i int) { c.nodes[i].Process.Signal(syscall.SIGSTOP) }

// Thaw lets a frozen node go on.
func (c *Cluster) Thaw(i int) { c.nodes[i].Process.Signal(syscall.SIGCONT) }

// Memory returns how many bytes of memory a node takes, as the system counts them; 0
// where it doesn't tell.
func (c *Cluster) Memory(t testing.TB, i int) int64 {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.nodes[i].Process.Pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	kib := int64(0)
	if _, err := fmt.Sscan(rest, &kib); err != nil {
		t.Fatal(err)
	}
	return kib << 10
}

// URLs are the addresses of the nodes.
func (c *Cluster) URLs() []string {
	list := make([]string, len(c.nodes))
	for i := range list {
		list[i] = fmt.Sprintf("http://127.0.0.1:%d", c.port+i)
	}
	return list
}

// Wait waits until each node that runs says that the health of the cluster is as it
// should be, by the parameters of _cluster/health.
func (c *Cluster) Wait(t testing.TB, health string) {
	t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(300 * time.Millisecond) {
		if c.is(health) {
			return
		}
	}
	for i, log := range c.logs {
		t.Logf("node %d:\n%.3000s", i, log)
	}
	t.Fatalf("the cluster isn't as it should be: %s", health)
}

func (c *Cluster) is(health string) bool {
	client := http.Client{Timeout: 10 * time.Second}
	for i, address := range c.URLs() {
		if c.nodes[i] == nil {
			continue
		}
		r, err := client.Get(address + "/_cluster/health?timeout=2s&" + health)
		if err != nil {
			return false
		}
		r.Body.Close()
		if r.StatusCode != http.StatusOK {
			return false
		}
	}
	return true
}
