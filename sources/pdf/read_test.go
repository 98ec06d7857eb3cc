package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"socsearch/sources/pdf/pdftest"
)

const hello = "BT /F1 12 Tf 100 700 Td (Hello) Tj ET"

// refusals are files that can't be read, with a part of what is said of each.
var refusals = []struct {
	name   string
	data   func() []byte
	limits Limits
	kind   Kind
	want   string
}{
	{"empty", func() []byte { return nil }, Limits{}, KindEmpty, "the file is empty"},
	{"text", func() []byte { return []byte("Serious and organised crime") }, Limits{}, KindNotPDF, "doesn't begin as a PDF"},
	{"truncated", func() []byte { d := pdftest.Pages(hello); return d[:len(d)-40] }, Limits{}, KindTruncated, "its end is missing: fetch it again"},
	{"header and end only", func() []byte { return []byte("%PDF-1.7\n%%EOF\n") }, Limits{}, KindDamaged, "damaged"},
	{"encrypted", encrypted("/V 1 /R 2"), Limits{}, KindEncrypted, "it needs a password: decrypt it first"},
	{"AES-256", encrypted("/V 5 /R 6 /Length 256"), Limits{}, KindEncrypted, "decrypt it first"},
	{"no text", func() []byte { return pdftest.Pages("0 0 100 100 re f") }, Limits{}, KindNoText, "no text layer: run OCR first (for example `ocrmypdf`)"},
	{"LZW", packed("/LZWDecode"), Limits{}, KindUnsupported, "page 1: it is packed in a way that isn't read here (LZWDecode): rewrite it first (for example `qpdf --decode-level=specialized"},
	{"10,000 pages", tenThousandPages, Limits{}, KindTooLarge, "too many pages: 10000, and the limit is 2000: raise the limit, or split"},
	{"more pages than counted", uncountedPages, Limits{Pages: 20}, KindTooLarge, "too many pages"},
	{"fewer pages than counted", fewerPages, Limits{}, KindDamaged, "it counts 3 pages, but 1 are there"},
	{"too many bytes", func() []byte { return pdftest.Pages(hello) }, Limits{Bytes: 100}, KindTooLarge, "the limit is 100"},
	{"too much text", func() []byte { return pdftest.Pages(manyLines(500)) }, Limits{Output: 1000}, KindTooLarge, "more than 1000 bytes"},
	{"page tree in a circle", func() []byte {
		o := pdftest.Objects("", hello)
		o[pdftest.PageTree-1] = "<< /Type /Pages /Count 1 /Kids [2 0 R] >>"
		return pdftest.Assemble("", o...)
	}, Limits{}, KindDamaged, "runs in a circle"},
	{"page tree that doubles", doublingTree, Limits{}, KindDamaged, "runs in a circle"},
	{"drawing that draws itself", selfDrawing, Limits{}, KindDamaged, "page 1: it is damaged: drawings are nested deeper than 16, or in a circle"},
	{"drawings that double", doublingDrawings, Limits{}, KindDamaged, "draws more than"},
	{"cross-references in a circle", xrefCircle, Limits{Stall: time.Second}, KindTooSlow, "takes too long"},
	{"giant cross-reference table", giantXref, Limits{}, KindTooLarge, "MB of memory"},
	{"object stream in itself", streamInItself, Limits{}, KindDamaged, "circle"},
	{"nested arrays", func() []byte {
		o := pdftest.Objects("", hello)
		o = append(o, strings.Repeat("[", 1_000_000)+strings.Repeat("]", 1_000_000))
		o[0] = "<< /Type /Catalog /Pages 2 0 R /PageLabels 6 0 R /OCProperties 6 0 R >>"
		return pdftest.Assemble("", o...)
	}, Limits{}, KindDamaged, "nesting"},
	{"content cut off", func() []byte { return cutStream(hello+" "+manyLines(20), 10) }, Limits{}, KindDamaged, "page 1: it is damaged: a stream breaks off after"},
	{"content missing", func() []byte {
		o := pdftest.Objects("", hello, hello)
		o[6] = "<< /Length 10 /Filter /FlateDecode >>\nstream\nxxxxxxxxxx\nendstream"
		return pdftest.Assemble("", o...)
	}, Limits{}, KindDamaged, "page 2: "},
}

func TestReadRefuses(t *testing.T) {
	for _, tt := range refusals {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			path := pdftest.Write(t, "paper.pdf", tt.data())
			start := time.Now()
			_, err := Read(context.Background(), path, tt.limits)
			if !isKind(err, tt.kind) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("Read = %v, want kind %q with %q", err, tt.kind, tt.want)
			}
			if err != nil && (!strings.HasPrefix(err.Error(), "paper.pdf: ") || strings.Contains(err.Error(), "\n") || strings.Contains(err.Error(), filepath.Dir(path))) {
				t.Errorf("error %q isn't one line that begins with the file's base name", err)
			}
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("Read took %v, want 10 s at most", took)
			}
		})
	}
}

func TestReadMissingFile(t *testing.T) {
	_, err := Read(context.Background(), filepath.Join(t.TempDir(), "none.pdf"), Limits{})
	if want := "none.pdf: no such file or directory"; err == nil || err.Error() != want {
		t.Errorf("Read = %v, want %q", err, want)
	}
	if _, err := Read(context.Background(), t.TempDir(), Limits{}); !isKind(err, KindFile) {
		t.Errorf("Read of a folder = %v, want kind %q", err, KindFile)
	}
}

func TestReadCancelled(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	path := pdftest.Write(t, "paper.pdf", xrefCircle())
	if _, err := Read(ctx, path, Limits{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Read = %v, want %v", err, context.DeadlineExceeded)
	}
}

// TestReadMends reads files that the library refuses as they are.
func TestReadMends(t *testing.T) {
	plain := string(pdftest.Pages(hello))
	for name, data := range map[string]string{
		"plain":                  plain,
		"version 2.0":            strings.Replace(plain, "%PDF-1.7", "%PDF-2.0", 1),
		"space after header":     strings.Replace(plain, "%PDF-1.7\n", "%PDF-1.7 ", 1),
		"junk before, shifted":   "junk\n\n" + plain,
		"junk before, unshifted": "\n\n" + strings.Replace(plain, "%PDF-1.7\n", "%PDF-1\n", 1),
		"junk after":             plain + strings.Repeat("\x00", 1000) + "<html>",
	} {
		d, err := Read(context.Background(), pdftest.Write(t, "paper.pdf", []byte(data)), Limits{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := d.Pages[0].Lines[0].Text(); got != "Hello" {
			t.Errorf("%s: text = %q, want Hello", name, got)
		}
	}
}

// TestReadCutChecksum reads contents of which only the checksum, or a part of it,
// is missing; nothing else may be.
func TestReadCutChecksum(t *testing.T) {
	for cut := range 5 {
		d, err := Read(context.Background(), pdftest.Write(t, "paper.pdf", cutStream(hello+"\n"+manyLines(20), cut)), Limits{})
		if err != nil {
			t.Errorf("without its last %d bytes: %v", cut, err)
			continue
		}
		p := d.Pages[0]
		if last := p.Lines[len(p.Lines)-1].Text(); last != "line 19" || p.Cut != (cut > 0) {
			t.Errorf("without its last %d bytes it ends with %q, Cut %v", cut, last, p.Cut)
		}
	}
}

// cutStream returns a document whose contents are packed, and lack their last
// bytes.
func cutStream(contents string, cut int) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	io.WriteString(w, contents)
	w.Close()
	o := pdftest.Objects("", contents)
	o[pdftest.FirstPage] = pdftest.Stream("/Filter /FlateDecode", b.String()[:b.Len()-cut])
	return pdftest.Assemble("", o...)
}

func manyLines(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "BT /F1 1 Tf 100 %d Td (line %d) Tj ET\n", 700-i, i)
	}
	return b.String()
}

func encrypted(how string) func() []byte {
	return func() []byte {
		o := append(pdftest.Objects("", hello), "<< /Filter /Standard "+how+" /P -44 /O <"+strings.Repeat("41", 32)+"> /U <"+strings.Repeat("42", 32)+"> >>")
		return pdftest.Assemble("/ID [<00> <00>] /Encrypt 6 0 R", o...)
	}
}

func packed(filter string) func() []byte {
	return func() []byte {
		o := pdftest.Objects("", hello)
		o[4] = pdftest.Stream("/Filter "+filter, "xx")
		return pdftest.Assemble("", o...)
	}
}

func tenThousandPages() []byte {
	o := pdftest.Objects("", hello)
	o[1] = "<< /Type /Pages /Count 10000 /MediaBox [0 0 600 800] /Resources 3 0 R /Kids [" + strings.Repeat("4 0 R ", 10000) + "] >>"
	return pdftest.Assemble("", o...)
}

func uncountedPages() []byte {
	return []byte(strings.Replace(string(tenThousandPages()), "/Count 10000", "/Count     1", 1))
}

func fewerPages() []byte {
	o := pdftest.Objects("", hello)
	o[1] = strings.Replace(o[1], "/Count 1", "/Count 3", 1)
	return pdftest.Assemble("", o...)
}

func doublingTree() []byte {
	o := []string{"<< /Type /Catalog /Pages 2 0 R >>"}
	for i := range 50 {
		o = append(o, fmt.Sprintf("<< /Type /Pages /Count 1 /Kids [%d 0 R %d 0 R] >>", i+3, i+3))
	}
	return pdftest.Assemble("", append(o, "<< /Type /Pages /Count 0 /Kids [] >>")...)
}

func selfDrawing() []byte {
	o := append(pdftest.Objects("/XObject << /X 6 0 R >>", "/X Do"), pdftest.Stream("/Subtype /Form", "/X Do"))
	return pdftest.Assemble("", o...)
}

func doublingDrawings() []byte {
	o := pdftest.Objects("/XObject << /X 6 0 R >>", "/X Do")
	for i := range 15 {
		o = append(o, pdftest.Stream(fmt.Sprintf("/Subtype /Form /Resources << /XObject << /X %d 0 R >> >>", 7+i), "/X Do /X Do /X Do"))
	}
	return pdftest.Assemble("", append(o, pdftest.Stream("/Subtype /Form", "q Q"))...)
}

// xrefCircle has a cross-reference table whose predecessor is itself.
func xrefCircle() []byte {
	plain := string(pdftest.Assemble("/Prev          ", pdftest.Objects("", hello)...))
	at := fmt.Sprintf("/Prev %09d", strings.Index(plain, "xref\n0"))
	return []byte(strings.Replace(plain, "/Prev          ", at, 1))
}

func giantXref() []byte {
	stream := "%PDF-1.7\n" + "1 0 obj\n<< /Type /XRef /Size 1000000000 /W [1 1 1] /Length 3 /Root 1 0 R >>\nstream\nabc\nendstream\nendobj\n"
	return []byte(stream + "startxref\n9\n%%EOF\n")
}

// streamInItself has an object stream that is said to lie in itself.
func streamInItself() []byte {
	entries := "\x00\x00\x00" + "\x02\x01\x00" // object 1 is in object stream 1
	head := "%PDF-1.7\n2 0 obj\n<< /Type /XRef /Size 2 /W [1 1 1] /Length 6 /Root 1 0 R >>\nstream\n"
	return []byte(head + entries + "\nendstream\nendobj\nstartxref\n9\n%%EOF\n")
}

// TestReadWithoutHook runs Read in a program that didn't call RunChild.
func TestReadWithoutHook(t *testing.T) {
	hooked.Store(false)
	defer hooked.Store(true)
	if _, err := Read(context.Background(), os.DevNull, Limits{}); err == nil || !strings.Contains(err.Error(), "RunChild") {
		t.Errorf("Read = %v, want an error that names RunChild", err)
	}
}

// isKind reports whether an error is an [Error] of a kind.
func isKind(err error, k Kind) bool {
	var e *Error
	return errors.As(err, &e) && e.Kind == k
}
