package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"net/netip"
	"strconv"
	"strings"
	"time"

	"socsearch/cmd/internal/home"
	"socsearch/cmd/server/watch"
	"socsearch/cmd/server/web"
)

// usageError is a mistake in the command line.
type usageError struct{ error }

// options are the flags.
type options struct {
	addr, baseURL  string
	home           home.Flags
	meaning, tools onOff
	version        bool

	watch       string // folder of papers; "" for none
	watchEvery  time.Duration
	watchSettle time.Duration
	reload      time.Duration
	connections int
	maxHeader   int
	limits      web.Limits

	logJSON, logQueries bool
	debugAddr           string
	gcPercent           int
	memory              memorySize
}

func parse(args []string, stderr io.Writer) (options, error) {
	var o options
	f := flag.NewFlagSet("server", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	o.define(f)
	err := f.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		f.SetOutput(stderr)
		f.Usage()
		return o, err
	case err != nil:
		return o, usageError{fmt.Errorf("%w: see server -help", err)}
	case f.NArg() > 0:
		return o, usageError{fmt.Errorf("unexpected argument %q: see server -help", f.Arg(0))}
	}
	if err := o.check(); err != nil {
		return o, usageError{err}
	}
	return o, nil
}

func (o *options) define(f *flag.FlagSet) {
	f.StringVar(&o.addr, "addr", "127.0.0.1:8080", "address to listen on")
	o.home.Define(f)
	f.StringVar(&o.baseURL, "base-url", "", "what stands before absolute links, behind a proxy: https://example.org")
	defineMeaning(f, &o.meaning)
	o.tools = true
	f.Var(&o.tools, "mcp", "tools for language models at POST /mcp: `on|off`")
	f.BoolVar(&o.version, "version", false, "print the version")
	f.StringVar(&o.watch, "watch", "", "`folder` whose papers are searched beside the embedded documents: those that are put there, changed or removed are taken in without a pause (PDF, .docx, .odt, HTML, Akoma Ntoso)")
	f.DurationVar(&o.watchEvery, "watch-every", watch.Every, "how often to look at the folder of -watch")
	f.DurationVar(&o.watchSettle, "watch-settle", watch.Settle, "how long a file of that folder must be the same before it is read: it may still be copied")
	f.DurationVar(&o.reload, "reload-every", 2*time.Second, "how often to look for a new index; 0: only on SIGHUP")

	f.IntVar(&o.connections, "max-connections", 1024, "open connections; further ones wait to be accepted; 0: no limit")
	f.IntVar(&o.limits.Concurrent, "max-concurrent", 64, "requests worked on at once; 8 times as many wait a second at most, all others get 503; 0: no limit")
	f.DurationVar(&o.limits.Timeout, "request-timeout", 5*time.Second, "time for one request; 0: no limit")
	f.Int64Var(&o.limits.MaxBody, "max-body", 1<<20, "bytes in the body of a request; 0: no limit")
	f.IntVar(&o.maxHeader, "max-header", 16<<10, "bytes in the headers of a request, with its address")
	f.Float64Var(&o.limits.PerSecond, "rate", 50, "requests a second for each client (an IPv4 address, an IPv6 /64), else 429; 0: no limit")
	f.IntVar(&o.limits.Burst, "burst", 200, "requests that a client may make at once before -rate counts")
	f.BoolVar(&o.limits.Loopback, "rate-loopback", false, "hold clients on loopback to -rate, too")
	f.Func("trusted-proxies", "networks whose X-Forwarded-For is believed, with commas: 10.0.0.0/8,127.0.0.1 (default: none)", func(s string) (err error) {
		o.limits.TrustedProxies, err = parseNetworks(s)
		return err
	})

	f.BoolVar(&o.logJSON, "log-json", false, "log lines of JSON")
	f.BoolVar(&o.logQueries, "log-queries", false, "log what people search for")
	f.StringVar(&o.debugAddr, "debug-addr", "", "second address, on loopback, for profiles (/debug/pprof/): 127.0.0.1:6060 (default: none)")
	f.IntVar(&o.gcPercent, "gc-percent", 400, "how far the heap grows between collections, in per cent of what is in use")
	o.memory = defaultMemory
	f.Var(&o.memory, "memory-limit", "`size` from which on garbage is collected oftener, such as 512MB; 0: no limit. Large indexes need more than small ones")
}

func (o *options) check() error {
	if o.watchEvery <= 0 || o.watchSettle <= 0 {
		return errors.New("-watch-every and -watch-settle are times such as 2s: zero would read files that are half copied")
	}
	if o.debugAddr == "" {
		return nil
	}
	a, err := netip.ParseAddrPort(o.debugAddr)
	if err != nil || !a.Addr().IsLoopback() {
		return fmt.Errorf("-debug-addr %s: profiles are for this machine alone: use a loopback address such as 127.0.0.1:6060", o.debugAddr)
	}
	return nil
}

func parseNetworks(s string) ([]netip.Prefix, error) {
	var list []netip.Prefix
	for _, text := range strings.Split(s, ",") {
		text = strings.TrimSpace(text)
		network, err := netip.ParsePrefix(text)
		if err != nil {
			a, err := netip.ParseAddr(text)
			if err != nil {
				return nil, fmt.Errorf("%q is no network or address", text)
			}
			network = netip.PrefixFrom(a, a.BitLen())
		}
		list = append(list, network.Masked())
	}
	return list, nil
}

// defineMeaning adds the flag of search by meaning, which is on without it.
func defineMeaning(f *flag.FlagSet, on *onOff) {
	*on = true
	f.Var(on, "meaning", "`on|off`: whether questions also find passages that are near in meaning (34 MB, which are read at the first of them)")
}

// onOff is a flag that is on or off.
type onOff bool

func (o *onOff) String() string {
	if *o {
		return "on"
	}
	return "off"
}

// Set reads on or off.
func (o *onOff) Set(s string) error {
	if s != "on" && s != "off" {
		return errors.New("write on or off")
	}
	*o = s == "on"
	return nil
}

// memorySize is a number of bytes.
type memorySize int64

// defaultMemory is many times what the real documents need, and keeps a million
// passages, whose files are mapped into memory besides, under 1 GB.
const defaultMemory memorySize = 400 << 20

func (m *memorySize) String() string { return strconv.FormatInt(int64(*m)>>20, 10) + "MB" }

// Set reads 0, or a number with its unit: KB, MB, GB, of 1024 each.
func (m *memorySize) Set(s string) error {
	for unit, bytes := range map[string]float64{"KB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30} {
		number, found := strings.CutSuffix(strings.ToUpper(s), unit)
		if n, err := strconv.ParseFloat(number, 64); found && err == nil && n >= 0 && n*bytes < math.MaxInt64 {
			*m = memorySize(n * bytes)
			return nil
		}
	}
	if s == "0" {
		*m = 0
		return nil
	}
	return errors.New("write it as 512MB or 2GB")
}

// limit is the limit as runtime/debug.SetMemoryLimit wants it.
func (m memorySize) limit() int64 {
	if m == 0 {
		return math.MaxInt64
	}
	return int64(m)
}
