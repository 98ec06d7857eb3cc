package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"strings"

	"socsearch/cmd/internal/home"
	"socsearch/cmd/server/mcp"
	"socsearch/index"
)

// runTools serves the tools for language models over standard input and output: what
// is logged goes to standard error.
func runTools(ctx context.Context, args []string, stderr io.Writer) error {
	var base string
	var near onOff
	var at home.Flags
	f := flag.NewFlagSet("server mcp", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	at.Define(f)
	f.StringVar(&base, "base-url", "", "address of the site, before the paths in answers")
	defineMeaning(f, &near)
	switch err := f.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		f.SetOutput(stderr)
		f.Usage()
		return err
	case err != nil:
		return usageError{fmt.Errorf("mcp: %w: see server mcp -help", err)}
	case f.NArg() > 0:
		return usageError{fmt.Errorf("mcp: unexpected argument %q: see server mcp -help", f.Arg(0))}
	}
	live := new(index.Live)
	defer live.Swap(nil)
	log := slog.New(slog.NewTextHandler(stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	where, err := at.Home()
	if err != nil {
		return usageError{fmt.Errorf("mcp: %w", err)}
	}
	reload, err := newReloader(where, live, log, nil, near.encoder())
	if err != nil {
		return err
	}
	if err := reload.start(ctx); err != nil {
		return err
	}
	return mcp.Serve(ctx, live, strings.TrimRight(base, "/"))
}
