package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"socsearch/cmd/internal/draftreport"
	"socsearch/cmd/internal/home"
	"socsearch/index"
	"socsearch/index/draft"
	"socsearch/sources/blocks"
	"socsearch/sources/cite"
)

// errFaults says that drafts have faults: exit status 1, and no line of its own.
var errFaults = errors.New("quotations are altered, or references wrong or unknown")

// checkFlags are the flags of "server check".
type checkFlags struct {
	home             home.Flags
	format, document string
	style            string
	files            []string
}

// runCheck checks drafts against the index and writes what it found.
func runCheck(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	c, err := parseCheck(args, stderr)
	if err != nil {
		return err
	}
	drafts, err := readDrafts(c.files, stdin)
	if err != nil {
		return usageError{err}
	}
	live := new(index.Live)
	defer live.Swap(nil)
	log := slog.New(slog.NewTextHandler(stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	where, err := c.home.Home()
	if err != nil {
		return usageError{err}
	}
	reload, err := newReloader(where, live, log, nil, nil)
	if err != nil {
		return err
	}
	if err := reload.start(ctx); err != nil {
		return err
	}
	x, release, err := live.Acquire()
	if err != nil {
		return err
	}
	defer release()
	if c.document != "" && x.Document(c.document) == nil {
		return usageError{fmt.Errorf("-document %s: there is no such document in %s", c.document, where)}
	}
	return c.check(ctx, x, drafts, stdout)
}

func (c *checkFlags) check(ctx context.Context, x *index.Index, drafts []readFile, stdout io.Writer) error {
	checker, err := x.Checker()
	if err != nil {
		return err
	}
	now := time.Now()
	var reports []*draft.Report
	faultless := true
	for _, d := range drafts {
		r, err := checker.Check(ctx, d.doc, draft.Options{Style: cite.Style(c.style), Document: c.document, Name: d.name, Format: string(d.format), Accessed: now})
		if err != nil {
			return fmt.Errorf("%s: %w", d.name, err)
		}
		faultless = faultless && r.Summary.Faultless()
		reports = append(reports, r)
	}
	if err := draftreport.Write(stdout, c.format, reports, now); err != nil {
		return err
	}
	if !faultless {
		return errFaults
	}
	return nil
}

// joined writes names as a flag's usage does: a|b|c.
func joined(names []cite.Style) string {
	var list []string
	for _, n := range names {
		list = append(list, string(n))
	}
	return strings.Join(list, "|")
}

func parseCheck(args []string, stderr io.Writer) (*checkFlags, error) {
	c := &checkFlags{}
	f := flag.NewFlagSet("server check", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	c.home.Define(f)
	f.StringVar(&c.format, "format", "text", "of the report: `"+strings.Join(draftreport.Formats, "|")+"`")
	f.StringVar(&c.style, "style", string(cite.StyleOSCOLA), "of citations: `"+joined(cite.Styles)+"`")
	f.StringVar(&c.document, "document", "", "check against this document alone (its slug)")
	f.Usage = func() {
		fmt.Fprintln(stderr, "Usage: server check [flags] FILE…   (- is standard input, as plain text)\n\nChecks the quotations and references of drafts: plain text, .md, .html, .docx, .odt.\nExit status 0: no quotation altered, no reference wrong or unknown; 1: some are; 2: wrong use, or a file that can't be read.")
		f.SetOutput(stderr)
		f.PrintDefaults()
	}
	var err error
	for rest := args; ; { // flags may stand among the files
		if err = f.Parse(rest); err != nil || f.NArg() == 0 {
			break
		}
		c.files = append(c.files, f.Arg(0))
		rest = f.Args()[1:]
	}
	switch {
	case errors.Is(err, flag.ErrHelp):
		return nil, err
	case err != nil:
		return nil, usageError{fmt.Errorf("check: %w: see server check -help", err)}
	case len(c.files) == 0:
		return nil, usageError{errors.New("check: name the files to check, or - for standard input: see server check -help")}
	case !slices.Contains(draftreport.Formats, c.format):
		return nil, usageError{fmt.Errorf("check: -format %s is unknown: use %s", c.format, strings.Join(draftreport.Formats, ", "))}
	case !slices.Contains(cite.Styles, cite.Style(c.style)):
		return nil, usageError{fmt.Errorf("check: -style %s is unknown: use %s", c.style, joined(cite.Styles))}
	}
	return c, nil
}

// readFile is a draft that was read.
type readFile struct {
	name   string
	format draft.Format
	doc    *blocks.Document
}

func readDrafts(names []string, stdin io.Reader) ([]readFile, error) {
	var list []readFile
	for _, name := range names {
		f, err := readDraft(name, stdin)
		if err != nil {
			return nil, err
		}
		list = append(list, f)
	}
	return list, nil
}

func readDraft(name string, stdin io.Reader) (readFile, error) {
	r := readFile{name: filepath.Base(name), format: draft.FormatText}
	in := stdin
	if name != "-" {
		var ok bool
		if r.format, ok = draft.FormatOf("", name); !ok {
			return r, fmt.Errorf("%s: %w: save it as one of these", name, draft.ErrFormat)
		}
		info, err := os.Stat(name)
		if err != nil {
			return r, fmt.Errorf("%s: can't be read: %w", name, errors.Unwrap(err))
		}
		if !info.Mode().IsRegular() {
			return r, fmt.Errorf("%s: is no file: name a file, or - for standard input", name)
		}
		file, err := os.Open(name)
		if err != nil {
			return r, fmt.Errorf("%s: can't be read: %w", name, errors.Unwrap(err))
		}
		defer file.Close()
		in = file
	} else {
		r.name = "standard input"
	}
	data, err := io.ReadAll(io.LimitReader(in, draft.MaxSize+1))
	if err != nil {
		return r, fmt.Errorf("%s: can't be read: %w", name, err)
	}
	if len(data) > draft.MaxSize {
		return r, fmt.Errorf("%s: is longer than %d MB: split it", name, draft.MaxSize>>20)
	}
	if r.doc, err = draft.Read(data, r.format); err != nil {
		return r, fmt.Errorf("%s: %w", name, err)
	}
	return r, nil
}
