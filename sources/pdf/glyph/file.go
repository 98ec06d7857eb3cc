package glyph

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"

	lib "github.com/ledongthuc/pdf"
)

// What keeps an opened file from being read.
var (
	ErrEncrypted   = errors.New("it is encrypted")
	ErrUnsupported = errors.New("it is packed in a way that isn't read here")
	ErrDamaged     = errors.New("it is damaged")
	ErrTooMany     = errors.New("too many pages")
)

// File is an open PDF.
type File struct {
	reader *lib.Reader
	fonts  map[string]*Font // by the text of their dictionaries
	hidden map[string]bool  // layers that are switched off, by reference
}

// Open opens a PDF of the given size. The error is one of this package's Err
// values, wrapped with what is wrong.
//
// Open and the methods of [File] may hang or kill the process on a hostile file,
// for the library does: package pdf runs them in a process of their own.
func Open(file io.ReaderAt, size int64) (*File, error) {
	from, to, err := Bounds(file, size)
	if err != nil {
		return nil, err
	}
	// Places in the file count from its header, or from its first byte where
	// there is junk before the header and its producer didn't know of it.
	s := &source{file: file, base: from, size: to - from}
	f, err := open(s, listed)
	if err != nil && from > 0 && !errors.Is(err, ErrEncrypted) {
		if g, err := open(&source{file: file, base: 0, size: to}, listed); err == nil {
			return g, nil
		}
	}
	if errors.Is(err, ErrDamaged) {
		if g, err := open(s, rebuild); err == nil {
			return g, nil
		}
	}
	return f, err
}

// listed reads the objects of a file by its own table of them.
func listed(s *source) (*lib.Reader, error) { return lib.NewReader(s, s.size) }

func open(s *source, read func(*source) (*lib.Reader, error)) (f *File, err error) {
	defer recoverDamage(&err)
	r, err := read(s)
	if err != nil {
		return nil, openError(err)
	}
	if shortKey(r.Trailer().Key("Encrypt")) {
		return nil, fmt.Errorf("%w with a key of 40 bits, which isn't read here", ErrEncrypted)
	}
	root := r.Trailer().Key("Root")
	if root.Key("Pages").Kind() != lib.Dict {
		return nil, fmt.Errorf("%w: it has no page tree", ErrDamaged)
	}
	f = &File{reader: r, fonts: map[string]*Font{}}
	f.hidden = hiddenLayers(root)
	return f, nil
}

// shortKey reports whether a file is encrypted with a key for which the library
// reckons the keys of objects wrongly: one of less than 11 bytes.
func shortKey(encrypt lib.Value) bool {
	if encrypt.Kind() != lib.Dict {
		return false
	}
	return encrypt.Key("V").Int64() < 2 || encrypt.Key("Length").Int64() < 88
}

// openError tells what the library means by an error of opening.
func openError(err error) error {
	text := err.Error()
	switch {
	case errors.Is(err, lib.ErrInvalidPassword):
		return fmt.Errorf("%w: it needs a password", ErrEncrypted)
	case strings.Contains(text, "encryption"):
		return fmt.Errorf("%w in a way that isn't read here", ErrEncrypted)
	case strings.Contains(text, "unknown filter"), strings.HasSuffix(text, "pred"):
		return fmt.Errorf("%w (%s)", ErrUnsupported, text)
	}
	return fmt.Errorf("%w: %s", ErrDamaged, strings.TrimPrefix(text, "malformed PDF: "))
}

// recoverDamage turns a panic of the library into an error: it panics at
// whatever it doesn't understand.
func recoverDamage(err *error) {
	x := recover()
	switch x := x.(type) {
	case nil:
	case runtime.Error:
		*err = fmt.Errorf("%w: %s", ErrDamaged, x)
	case error:
		*err = openError(x)
	default:
		*err = openError(fmt.Errorf("%v", x))
	}
}

// Title returns the title in the file's properties, "" if it has none.
func (f *File) Title() string { return f.property("Title") }

// Author returns the author in the file's properties, "" if it has none.
func (f *File) Author() string { return f.property("Author") }

func (f *File) property(key string) (value string) {
	var err error
	defer func() {
		if err != nil {
			value = ""
		}
	}()
	defer recoverDamage(&err)
	return strings.TrimSpace(f.reader.Trailer().Key("Info").Key(key).Text())
}
