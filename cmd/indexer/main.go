// Command indexer builds the index that the server searches, or prints every
// passage as JSON.
//
//	indexer                     build data/index from the embedded documents
//	indexer -sources DIR        … from a folder of manifests
//	indexer -sources DIR -keep-going    … without the documents that fail
//	indexer -dump               print the passages and build nothing
//	indexer -inspect FILE.pdf   print a manifest to start from, with what is doubtful
//	indexer -inspect FILE.pdf -passes   print what each pass over its lines finds
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"text/tabwriter"
	"time"

	"socsearch/cmd/internal/home"
	"socsearch/cmd/internal/signals"
	"socsearch/cmd/internal/version"
	"socsearch/index/local"
	"socsearch/sources"
	"socsearch/sources/document"
	"socsearch/sources/layout"
	"socsearch/sources/pdf"
)

// grace is how long a build that is told to end may take to clear up. One that is
// cut off leaves the index that was there in service.
const grace = 3 * time.Second

func main() {
	pdf.RunChild()
	err := signals.Run(func(ctx context.Context) error { return run(ctx, os.Args[1:], os.Stdout, os.Stderr) }, grace)
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
	case errors.As(err, new(usageError)):
		fmt.Fprintln(os.Stderr, "indexer:", err)
		os.Exit(2)
	default:
		fmt.Fprintln(os.Stderr, "indexer:", err)
		os.Exit(1)
	}
}

// usageError is a mistake in the command line.
type usageError struct{ error }

type options struct {
	home                     home.Flags
	sources, inspect         string
	dump, keepGoing, version bool
	withEmbedded, passes     bool
	strict                   bool
	meaning                  local.Meaning
}

// define makes flags of the options.
func (o *options) define(f *flag.FlagSet) {
	o.home.Define(f)
	f.StringVar(&o.sources, "sources", "", "folder of manifests (default: the embedded documents)")
	f.BoolVar(&o.withEmbedded, "with-embedded", false, "index the embedded documents beside those of -sources")
	f.BoolVar(&o.dump, "dump", false, "print every passage as a line of JSON and build nothing")
	f.StringVar(&o.inspect, "inspect", "", "print what is worked out from this PDF, as a manifest to start from, and build nothing")
	f.BoolVar(&o.strict, "strict", false, "fail, and leave the index as it was, if anything in a document is doubtful: gaps in numbers, headings without text, hidden text")
	f.BoolVar(&o.passes, "passes", false, "with -inspect: print what each pass over the lines finds, in the order in which they run")
	f.BoolVar(&o.keepGoing, "keep-going", false, "leave out the documents that can't be read, name each, and exit with 1 at the end")
	f.Func("meaning", fmt.Sprintf("`on|off`: whether to work out what passages mean, so that questions find them (default: on up to %d passages, some five minutes' work for two processors; what was worked out is kept beside the index)", local.AutoMeaning), func(s string) error {
		o.meaning = local.Meaning(s)
		if o.meaning != local.MeaningOn && o.meaning != local.MeaningOff {
			return errors.New("write on or off")
		}
		return nil
	})
	f.BoolVar(&o.version, "version", false, "print the version")
}

func parse(args []string, stderr io.Writer) (options, error) {
	var o options
	f := flag.NewFlagSet("indexer", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	o.define(f)
	err := f.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		f.SetOutput(stderr)
		f.Usage()
		return o, err
	case err != nil:
		return o, usageError{fmt.Errorf("%w: see indexer -help", err)}
	case f.NArg() > 0:
		return o, usageError{fmt.Errorf("unexpected argument %q: see indexer -help", f.Arg(0))}
	case o.passes && o.inspect == "":
		return o, usageError{errors.New("-passes needs -inspect FILE.pdf")}
	}
	return o, nil
}

// run is the command: it reads no global state and exits nowhere.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	o, err := parse(args, stderr)
	if err != nil {
		return err
	}
	if o.version {
		_, err := fmt.Fprintln(stdout, "indexer", version.String())
		return err
	}
	if o.inspect != "" {
		return inspect(ctx, stdout, o.inspect, o.passes)
	}
	return build(ctx, o, stdout, stderr)
}

// build builds the index, or dumps its passages.
func build(ctx context.Context, o options, stdout, stderr io.Writer) error {
	at, err := o.home.Home()
	if err != nil {
		return usageError{err}
	}
	folder, origin := sources.Embedded(), local.OriginEmbedded
	if o.sources != "" {
		if folder, err = openFolder(o.sources); err != nil {
			return err
		}
		if o.withEmbedded {
			folder = sources.WithEmbedded(folder)
		}
		origin = local.OriginFolder
	}
	started := time.Now()
	t := newTeller(stderr)
	corpus, failed, err := load(folder, o.keepGoing, stderr, t)
	if err != nil {
		return err
	}
	if o.strict {
		if err := refuseDoubts(corpus, stderr); err != nil {
			return err
		}
	}
	if o.dump {
		err = dump(stdout, corpus)
	} else if err = at.Build(ctx, corpus, origin, local.WithMeaning(o.meaning), local.WithProgress(t.meaning)); err == nil {
		t.end()
		err = summarise(stdout, at.String(), corpus, time.Since(started))
	}
	if err == nil && failed > 0 {
		err = fmt.Errorf("%d of the documents couldn't be read and are left out", failed)
	}
	return err
}

// refuseDoubts fails if anything in the documents is doubtful, and tells what.
func refuseDoubts(corpus *sources.Corpus, stderr io.Writer) error {
	n := 0
	for _, d := range corpus.Documents {
		for _, doubt := range d.Doubts {
			fmt.Fprintf(stderr, "indexer: document %q: %s\n", d.Slug, doubt)
			n++
		}
	}
	if n > 0 {
		return fmt.Errorf("%d doubts, and -strict allows none: describe what is right in the manifests (indexer -inspect FILE.pdf prints one), or build without -strict", n)
	}
	return nil
}

// load loads the documents; with keepGoing it tells which ones fail, a line
// each, and how many.
func load(folder fs.FS, keepGoing bool, stderr io.Writer, t *teller) (*sources.Corpus, int, error) {
	defer t.end()
	if !keepGoing {
		corpus, err := sources.Load(folder, sources.WithProgress(t.documents))
		return corpus, 0, err
	}
	corpus, failures, err := sources.LoadSome(folder, sources.WithProgress(t.documents))
	t.end()
	for _, f := range failures {
		fmt.Fprintln(stderr, "indexer:", f)
	}
	return corpus, len(failures), err
}

// inspect prints a manifest to start from, or what each pass finds.
func inspect(ctx context.Context, w io.Writer, path string, passes bool) error {
	if m := (&document.Manifest{File: path}); m.Flows() {
		return inspectFlow(w, path, passes)
	}
	d, err := pdf.Read(ctx, path, pdf.Limits{})
	if err != nil {
		return err
	}
	if passes {
		return layout.WritePasses(w, filepath.Base(path), d)
	}
	manifest, err := layout.Inspect(filepath.Base(path), d)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, manifest)
	return err
}

// inspectFlow prints a manifest to start from of a file without printed pages.
func inspectFlow(w io.Writer, file string, passes bool) error {
	if passes {
		return usageError{fmt.Errorf("-passes is for PDFs: what %s is made of it says itself", filepath.Base(file))}
	}
	folder, err := sources.Folder(filepath.Dir(file))
	if err != nil {
		return err
	}
	manifest, err := sources.Inspect(folder, filepath.Base(file))
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, manifest)
	return err
}

func openFolder(path string) (fs.FS, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("-sources: %w: name the folder that holds the manifests", err)
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("-sources: %s is no folder: name the folder that holds the manifests", path)
	}
	return sources.Folder(path)
}

// dump writes every passage as one line of JSON, in reading order.
func dump(w io.Writer, corpus *sources.Corpus) error {
	out := bufio.NewWriter(w)
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	for i := range corpus.Passages {
		if err := e.Encode(&corpus.Passages[i]); err != nil {
			return err
		}
	}
	return out.Flush()
}

// summarise tells what was indexed and what was left out, and why.
func summarise(w io.Writer, dir string, corpus *sources.Corpus, took time.Duration) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(out, "Indexed %d passages of %d documents in %s (%s).\n", len(corpus.Passages), len(corpus.Documents), dir, took.Round(time.Millisecond))
	summariseDefinitions(out, corpus)
	for _, d := range corpus.Documents {
		fmt.Fprintf(out, "\n%s: %s\n", d.Slug, d.Title)
		for _, k := range d.Kinds {
			fmt.Fprintf(out, "  %s\t%d\n", k.Kind, k.Count)
		}
		fmt.Fprintf(out, "  characters, without white space\t%d\n", d.Account.Total)
		for _, reason := range d.Account.Reasons() {
			fmt.Fprintf(out, "    %s\t%d\t%d words\n", reason, d.Account.Count[reason], d.Account.Words[reason])
		}
		for _, reason := range slices.Sorted(maps.Keys(d.Unread)) {
			fmt.Fprintf(out, "    not read: %s\t%d\n", reason, d.Unread[reason])
		}
		for _, doubt := range d.Doubts {
			fmt.Fprintf(out, "  doubtful: %s\n", doubt)
		}
	}
	return out.Flush()
}

// summariseDefinitions names the abbreviations that the documents define and
// the gazetteer of organisations lacks: somebody should look at them.
func summariseDefinitions(w io.Writer, corpus *sources.Corpus) {
	unknown := corpus.Undescribed()
	fmt.Fprintf(w, "%d abbreviations are defined; %d are in no list of organisations:\n", len(corpus.Definitions), len(unknown))
	for _, d := range unknown {
		fmt.Fprintf(w, "  %s\t%s\t%s\n", d.Abbreviation, d.Name, d.Passage)
	}
	fmt.Fprintln(w, "Those of organisations can be added in a manifest: organisations: {also: [{slug: …, name: …, abbreviation: …}]}")
}
