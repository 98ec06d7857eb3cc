// Command server serves the search pages and the API.
//
// It opens the index in data/index; where there is none, or one that can't be
// trusted, it builds it first from the embedded documents. An index that the
// indexer puts in place later is taken into service without a pause, at SIGHUP
// at once. SIGTERM lets the requests under way end; a second one doesn't.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"socsearch/cmd/internal/signals"
	"socsearch/cmd/internal/version"
	"socsearch/cmd/server/mcp"
	"socsearch/cmd/server/watch"
	"socsearch/cmd/server/web"
	"socsearch/index"
	"socsearch/sources/pdf"
)

// grace is how long a server that is told to end may take: its requests, and a
// moment for the rest.
const grace = drainTimeout + time.Second

func main() {
	pdf.RunChild()
	err := signals.Run(func(ctx context.Context) error { return run(ctx, os.Args[1:], os.Stdout, os.Stderr) }, grace)
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
	case errors.Is(err, errFaults):
		os.Exit(1)
	case errors.As(err, new(usageError)):
		fmt.Fprintln(os.Stderr, "server:", err)
		os.Exit(2)
	default:
		fmt.Fprintln(os.Stderr, "server:", err)
		os.Exit(1)
	}
}

// run serves until the context ends.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	if len(args) > 0 && args[0] == "check" {
		err := runCheck(ctx, args[1:], os.Stdin, stdout, stderr)
		if err == nil || errors.Is(err, flag.ErrHelp) || errors.Is(err, errFaults) {
			return err
		}
		return usageError{err} // status 1 is for drafts with faults
	}
	if len(args) > 0 && args[0] == "mcp" {
		return runTools(ctx, args[1:], stderr)
	}
	o, err := parse(args, stderr)
	if err != nil {
		return err
	}
	if o.version {
		_, err := fmt.Fprintln(stdout, "server", version.String())
		return err
	}
	debug.SetGCPercent(o.gcPercent)
	debug.SetMemoryLimit(o.memory.limit())
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	log := newLog(stderr, o.logJSON)
	listener, err := net.Listen("tcp", o.addr)
	if err != nil {
		return fmt.Errorf("-addr %s: %w: choose another with -addr", o.addr, err)
	}
	live := new(index.Live)
	defer live.Swap(nil)
	metrics := web.NewMetrics(live)
	site := web.Options{BaseURL: o.baseURL, Log: log, LogQueries: o.logQueries, Limits: o.limits, Metrics: metrics}
	if o.tools {
		site.Tools = mcp.Handler(live, o.baseURL)
	}
	folder, err := newWatcher(o, live, log)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	if folder != nil {
		site.Folder = folder.State
	}
	handler, err := web.New(live, site)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	ended := make(chan error, 1)
	go func() { ended <- serve(ctx, listener, handler, o) }()
	stopDebug, err := serveProfiles(o.debugAddr, log)
	if err == nil {
		defer stopDebug()
		err = keep(ctx, o, live, metrics, log, folder, func() {
			log.Info(fmt.Sprintf("listening on http://%s", listener.Addr()))
		})
	}
	if err != nil && ctx.Err() == nil {
		cancel()
		<-ended
		return err
	}
	return <-ended
}

// keep gets the index into service, calls ready, and then looks after it until
// the context ends, without being waited for.
func keep(ctx context.Context, o options, live *index.Live, metrics *web.Metrics, log *slog.Logger, folder *watch.Watcher, ready func()) error {
	encoder := o.meaning.encoder()
	home, err := o.home.Home()
	if err != nil {
		return usageError{err}
	}
	reload, err := newReloader(home, live, log, metrics.Search, encoder)
	if err != nil {
		return err
	}
	if err := reload.start(ctx); err != nil {
		return err
	}
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup, syscall.SIGHUP)
	context.AfterFunc(ctx, func() { signal.Stop(hangup) })
	ready()
	go reload.watch(ctx, o.reload, hangup)
	if folder != nil {
		folder.Built = func() {
			select {
			case reload.built <- struct{}{}:
			default: // it is told already
			}
		}
		go folder.Run(ctx)
	}
	return nil
}

// newWatcher returns the watcher of the folder that -watch names; nil for none.
func newWatcher(o options, live *index.Live, log *slog.Logger) (*watch.Watcher, error) {
	if o.watch == "" {
		return nil, nil
	}
	home, err := o.home.Home()
	if err != nil {
		return nil, usageError{err}
	}
	inService := func() string {
		x, release, err := live.Acquire()
		if err != nil {
			return ""
		}
		defer release()
		return x.Manifest.Corpus
	}
	w, err := watch.New(o.watch, home, watch.Options{Every: o.watchEvery, Settle: o.watchSettle, Meaning: bool(o.meaning), Log: log, InService: inService})
	if err != nil {
		return nil, usageError{err}
	}
	return w, nil
}

func newLog(w io.Writer, asJSON bool) *slog.Logger {
	if asJSON {
		return slog.New(slog.NewJSONHandler(w, nil))
	}
	return slog.New(slog.NewTextHandler(w, nil))
}
