package main

import (
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// loadTime is short in an ordinary run:
//
//	go test ./cmd/server -run Load -v -load 10s
var loadTime = flag.Duration("load", time.Second, "how long each measurement of the load test takes; there are fifteen")

// helloVariable tells the test's own binary to be the server that others are
// held against.
const helloVariable = "SOCSEARCH_HELLO"

// TestMain serves a bare answer where that is asked for.
func TestMain(m *testing.M) {
	if address := os.Getenv(helloVariable); address != "" {
		fmt.Fprintln(os.Stderr, http.ListenAndServe(address, http.HandlerFunc(hello)))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// hello greets; with a number in the address in as many bytes.
func hello(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.URL.RawQuery)
	if err != nil {
		n = len(shortHello)
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.Itoa(n))
	w.Write(longHello[:n])
}

const shortHello = `{"hello":"world"}`

var longHello = []byte(shortHello + strings.Repeat(" ", 1<<20))

// TestLoad measures what share of a bare net/http answer's requests a second
// searches reach over HTTP, with 16 connections that are kept alive: those that
// were never asked before, and one that is asked again and again; and what a bare
// answer as long as that reaches, which nothing on net/http can surpass. Logs, metrics,
// limits and headers are on. Each is measured three times in turn, and medians
// count. It needs wrk.
func TestLoad(t *testing.T) {
	if _, err := exec.LookPath("wrk"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip("it needs wrk: ", err)
	}
	dir := filepath.Join(t.TempDir(), "index")
	rebuild(t, dir)
	address := freeAddress(t)
	runUntilEnd(t, address, exec.Command(buildServer(t), "-addr", address, "-index", dir, "-rate", "1e9", "-burst", "1000000000", "-rate-loopback"))
	helloAddress := freeAddress(t)
	greeter := exec.Command(os.Args[0], "-test.run", "^$")
	greeter.Env = append(os.Environ(), helloVariable+"="+helloAddress)
	runUntilEnd(t, helloAddress, greeter)
	const repeated = "/api/v1/search?per_page=10&q=county+lines"
	bytes := len(get(t, "http://"+address+repeated))
	loads := []struct {
		name string
		args []string
		rate []float64
	}{
		{name: "hello", args: []string{"http://" + helloAddress + "/"}},
		{name: fmt.Sprintf("hello, %d bytes", bytes), args: []string{fmt.Sprint("http://", helloAddress, "/?", bytes)}},
		{name: "search, new", args: []string{"-s", "testdata/fresh.lua", "http://" + address}},
		{name: "search, repeated", args: []string{"http://" + address + repeated}},
		{name: "the same, as gzip", args: []string{"-H", "Accept-Encoding: gzip", "http://" + address + repeated}},
	}
	for range 3 {
		for i := range loads {
			loads[i].rate = append(loads[i].rate, wrk(t, loads[i].args...))
		}
	}
	median := func(rates []float64) float64 {
		slices.Sort(rates)
		return rates[len(rates)/2]
	}
	for _, l := range loads {
		t.Logf("%-20s %8.0f requests a second, %3.0f %%", l.name, median(l.rate), 100*median(l.rate)/median(loads[0].rate))
	}
}

// wrk runs the load generator and returns requests a second. Every answer must
// be 2xx.
func wrk(t *testing.T, args ...string) float64 {
	t.Helper()
	out, err := exec.Command("wrk", append([]string{"-t2", "-c16", fmt.Sprintf("-d%.0fs", max(1, loadTime.Seconds()))}, args...)...).CombinedOutput()
	found := regexp.MustCompile(`Requests/sec:\s+([0-9.]+)`).FindSubmatch(out)
	if err != nil || found == nil || regexp.MustCompile("Non-2xx|Socket errors").Match(out) {
		t.Fatalf("wrk %q: %v\n%s", args, err, out)
	}
	rate, _ := strconv.ParseFloat(string(found[1]), 64)
	return rate
}

// freeAddress returns an address on loopback where nobody listens.
func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// runUntilEnd runs a server until the end of the test, and waits until it answers
// at its address.
func runUntilEnd(t *testing.T, address string, c *exec.Cmd) {
	t.Helper()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.Process.Kill()
		c.Wait()
	})
	for range waits {
		if r, err := http.Get("http://" + address + "/"); err == nil {
			r.Body.Close()
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%s doesn't answer", c)
}
