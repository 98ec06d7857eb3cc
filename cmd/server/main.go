// Command server serves the search pages and the API.
//
// It opens the index in data/index; where there is none, or one that can't be
// trusted, it builds it first from the embedded documents.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"socsearch/cmd/internal/version"
	"socsearch/cmd/server/web"
	"socsearch/index"
	"socsearch/sources"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
	case errors.As(err, new(usageError)):
		fmt.Fprintln(os.Stderr, "server:", err)
		os.Exit(2)
	default:
		fmt.Fprintln(os.Stderr, "server:", err)
		os.Exit(1)
	}
}

// usageError is a mistake in the command line.
type usageError struct{ error }

type options struct {
	addr, index, baseURL string
	version              bool
}

func parse(args []string, stderr io.Writer) (options, error) {
	var o options
	f := flag.NewFlagSet("server", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.StringVar(&o.addr, "addr", "127.0.0.1:8080", "address to listen on")
	f.StringVar(&o.index, "index", "data/index", "folder of the index")
	f.StringVar(&o.baseURL, "base-url", "", "what stands before absolute links, behind a proxy: https://example.org")
	f.BoolVar(&o.version, "version", false, "print the version")
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
	return o, nil
}

// run serves until the context ends.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	o, err := parse(args, stderr)
	if err != nil {
		return err
	}
	if o.version {
		_, err := fmt.Fprintln(stdout, "server", version.String())
		return err
	}
	log := slog.New(slog.NewTextHandler(stderr, nil))
	listener, err := net.Listen("tcp", o.addr)
	if err != nil {
		return fmt.Errorf("-addr %s: %w: choose another with -addr", o.addr, err)
	}
	defer listener.Close()
	x, err := openOrBuild(ctx, o.index, log)
	if err != nil {
		return err
	}
	live := new(index.Live)
	live.Swap(x)
	defer live.Swap(nil)
	handler, err := web.New(live, web.Options{BaseURL: o.baseURL, Log: log})
	if err != nil {
		return err
	}
	log.Info(fmt.Sprintf("listening on http://%s", listener.Addr()), "passages", x.Manifest.Passages, "index", x.Manifest.Fingerprint())
	return serve(ctx, listener, handler)
}

// openOrBuild opens the index, or builds it first where there is none that can
// be trusted.
func openOrBuild(ctx context.Context, dir string, log *slog.Logger) (*index.Index, error) {
	hash, err := sources.Hash(sources.Embedded())
	if err != nil {
		return nil, err
	}
	x, err := index.Open(dir, hash)
	if err == nil {
		return x, nil
	}
	log.Warn("building the index from the embedded documents", "index", dir, "reason", err)
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		return nil, err
	}
	if err := index.Build(ctx, dir, corpus, index.OriginEmbedded); err != nil {
		return nil, err
	}
	return index.Open(dir, hash)
}

// The limits of a connection.
const (
	readTimeout  = 10 * time.Second // a request is a few hundred bytes
	writeTimeout = 30 * time.Second
	idleTimeout  = 2 * time.Minute
	drainTimeout = 10 * time.Second // requests under way at the end
	maxHeader    = 16 << 10
)

func serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	s := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: readTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeader,
	}
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTimeout)
	defer cancel()
	return s.Shutdown(drain)
}
