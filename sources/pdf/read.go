package pdf

import (
	"bytes"
	"context"
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"socsearch/sources/pdf/glyph"
)

// Read reads a PDF in a process of its own. It fails with an [*Error], with the
// error of ctx if that ends first, or because [RunChild] wasn't called. It never
// returns some of the pages: it is the document or an error.
func Read(ctx context.Context, path string, limits Limits) (*Document, error) {
	if err := readable(); err != nil {
		return nil, err
	}
	limits = limits.withDefaults()
	name := filepath.Base(path)
	file, err := openChecked(path, limits)
	if err == nil {
		defer file.Close()
		var d *Document
		if d, err = readInChild(ctx, file, limits); err == nil {
			err = checkText(d)
		}
		if err == nil {
			return d, nil
		}
	}
	var problem *Error
	if errors.As(err, &problem) {
		problem.File = name
		return nil, problem
	}
	return nil, fmt.Errorf("%s: %w", name, err)
}

// openChecked opens a file and refuses what isn't worth a process.
func openChecked(path string, l Limits) (*os.File, error) {
	// Opening a pipe would wait for its writer.
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, &Error{Kind: KindFile, Problem: "it isn't a regular file"}
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, &Error{Kind: KindFile, Problem: cause(err)}
	}
	if err := check(file, l); err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}

func check(file *os.File, l Limits) error {
	info, err := file.Stat()
	switch {
	case err != nil:
		return &Error{Kind: KindFile, Problem: cause(err)}
	case !info.Mode().IsRegular():
		return &Error{Kind: KindFile, Problem: "it isn't a regular file"}
	case info.Size() == 0:
		return &Error{Kind: KindEmpty, Problem: "the file is empty"}
	case info.Size() > l.Bytes:
		return &Error{Kind: KindTooLarge, Problem: fmt.Sprintf("it has %d bytes, and the limit is %d", info.Size(), l.Bytes)}
	}
	if _, _, err := glyph.Bounds(file, info.Size()); err != nil {
		return &Error{Kind: kindOf(err), Problem: cause(err)}
	}
	return nil
}

// cause returns the message of an error without the path, which may hold what a
// reader mustn't see.
func cause(err error) string {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}

// checkText refuses a document without any text.
func checkText(d *Document) error {
	untold := 0
	for _, p := range d.Pages {
		if len(p.Lines) > 0 {
			return checkDirection(d)
		}
		untold += p.LeftOut[glyph.NoUnicode]
	}
	if untold > 0 {
		return &Error{Kind: KindNoText, Problem: "no text that can be read (its fonts don't say which letters they draw)"}
	}
	return &Error{Kind: KindNoText, Problem: "no text layer"}
}

// fromRight is the share of letters of scripts that run from right to left from which
// on a document is refused.
const fromRight = 0.2

// checkDirection refuses a document that runs from right to left in large part: lines are
// put together from left to right, and its words would be in the wrong order.
func checkDirection(d *Document) error {
	letters, right := 0, 0
	for _, p := range d.Pages {
		for _, l := range p.Lines {
			for _, r := range l.Runs {
				for _, c := range r.Text {
					if unicode.IsLetter(c) {
						letters++
					}
					if unicode.In(c, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana) {
						right++
					}
				}
			}
		}
	}
	if float64(right) > fromRight*float64(letters) {
		return &Error{Kind: KindDirection, Problem: "its text runs from right to left, and would be read in the wrong order"}
	}
	return nil
}

// onExit, in tests, is told how each child ended.
var onExit func(*os.ProcessState)

// readInChild starts the child, gathers its pages, and ends it.
func readInChild(ctx context.Context, file *os.File, l Limits) (*Document, error) {
	cmd, stderr, err := childCommand(file, l)
	if err != nil {
		return nil, err
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting the process that reads PDFs: %w", err)
	}
	watch := startWatch(ctx, cmd.Process, l)
	g := gatherer{limits: l, watch: watch}
	err = g.gather(stdout)
	cmd.Process.Kill() // it is done, or out of bounds
	cmd.Wait()
	watch.stop()
	if onExit != nil {
		onExit(cmd.ProcessState)
	}
	if err == nil {
		return g.document, nil
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	var problem *Error
	if errors.As(err, &problem) {
		return nil, problem
	}
	return nil, g.obituary(watch.fired(), stderr.String())
}

func childCommand(file *os.File, l Limits) (*exec.Cmd, *headWriter, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, nil, err
	}
	limits, err := json.Marshal(l)
	if err != nil {
		return nil, nil, err
	}
	stderr := &headWriter{room: 4096}
	cmd := exec.Command(self)
	cmd.Env = []string{childEnv + "=" + string(limits)}
	cmd.Stdin = file
	cmd.Stderr = stderr
	return cmd, stderr, nil
}

// headWriter keeps the first bytes that are written to it.
type headWriter struct {
	bytes.Buffer
	room int
}

func (w *headWriter) Write(p []byte) (int, error) {
	n := min(len(p), w.room)
	w.room -= n
	w.Buffer.Write(p[:n])
	return len(p), nil
}

// gatherer takes the child's frames.
type gatherer struct {
	limits   Limits
	watch    *watch
	document *Document
	pages    int // that the child means to send
}

func (g *gatherer) gather(r io.Reader) error {
	bounded := &io.LimitedReader{R: r, N: g.limits.Output}
	frames := gob.NewDecoder(bounded)
	g.document = &Document{}
	for {
		var f frame
		if err := frames.Decode(&f); err != nil {
			if bounded.N == 0 {
				return &Error{Kind: KindTooLarge, Problem: fmt.Sprintf("its text takes more than %d bytes", g.limits.Output)}
			}
			return err
		}
		g.watch.progress()
		switch {
		case f.Problem != nil:
			return f.Problem
		case f.Done && len(g.document.Pages) == g.pages:
			return nil
		case f.Page != nil:
			g.document.Pages = append(g.document.Pages, f.Page)
		default:
			g.pages, g.document.Title, g.document.Author, g.document.Metadata = f.Pages, f.Title, f.Author, f.Says
			g.watch.allow(g.limits.Stall + time.Duration(f.Pages)*g.limits.PerPage)
		}
	}
}

// obituary tells why a child ended before its work was done, by what it wrote to
// its standard error.
func (g *gatherer) obituary(tooSlow bool, stderr string) *Error {
	e := &Error{Kind: KindDamaged}
	if g.pages > 0 {
		e.Page = len(g.document.Pages) + 1
	}
	first, _, _ := strings.Cut(stderr, "\n")
	switch {
	case tooSlow:
		e.Kind, e.Problem = KindTooSlow, "reading takes too long"
	case strings.Contains(stderr, "stack exceeds"), strings.Contains(stderr, "stack overflow"):
		e.Problem = "it is damaged: it refers to itself in a circle"
	case strings.Contains(stderr, "out of memory"), strings.Contains(stderr, "cannot allocate memory"):
		e.Kind, e.Problem = KindTooLarge, fmt.Sprintf("reading takes more than %d MB of memory", g.limits.Memory>>20)
	default:
		e.Problem = fmt.Sprintf("it is damaged: reading it broke off (%s)", first)
	}
	return e
}
