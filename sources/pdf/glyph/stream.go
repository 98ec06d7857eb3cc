package glyph

import (
	"compress/zlib"
	"errors"
	"fmt"
	"io"

	lib "github.com/ledongthuc/pdf"
)

// maxStream bounds what a stream may unpack to, and all streams of a page's
// contents together: the largest page of a printed paper has under a megabyte
// of text operators, and maps and charts a few.
const maxStream = 32 << 20

// content returns the bytes of a stream, or of an array of streams as if they
// were one, and whether one lacks its checksum.
func content(v lib.Value) (data []byte, cut bool, err error) {
	if v.Kind() != lib.Array {
		data, err = unpack(v, maxStream)
		cut = errors.Is(err, errCut)
		data, err = uncut(v, data, err, closed)
		return data, cut && len(data) > 0, err
	}
	data, err = joined(v)
	cut = errors.Is(err, errCut)
	data, err = uncut(v, data, err, closed)
	return data, cut, err
}

// joined returns the bytes of an array of streams, a line end after each.
func joined(v lib.Value) ([]byte, error) {
	var all []byte
	var cut error
	for i := range v.Len() {
		part, err := unpack(v.Index(i), maxStream-len(all))
		switch {
		case errors.Is(err, errCut):
			cut = err
		case err != nil:
			return nil, err
		}
		all = append(append(all, part...), '\n')
	}
	return all, cut
}

// unpackMap returns the text of a CMap.
func unpackMap(v lib.Value) ([]byte, error) {
	data, err := unpack(v, maxStream)
	return uncut(v, data, err, mapped)
}

// unpack returns the bytes of a stream; with [errCut] those that are there.

func unpack(v lib.Value, limit int) ([]byte, error) {
	if v.IsNull() {
		return nil, nil
	}
	if v.Kind() != lib.Stream {
		return nil, fmt.Errorf("%w: a content stream is missing", ErrDamaged)
	}
	if err := checkFilters(v); err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(v.Reader(), int64(limit)+1))
	switch {
	case len(data) > limit:
		return nil, fmt.Errorf("%w: a stream unpacks to more than %d bytes", ErrDamaged, maxStream)
	case breaksOff(err):
		return data, fmt.Errorf("%w after %d bytes", errCut, len(data))
	case err != nil && !errors.Is(err, zlib.ErrChecksum): // all data are there by then
		return nil, fmt.Errorf("%w: a stream breaks off after %d bytes (%v)", ErrDamaged, len(data), err)
	}
	return data, nil
}

// checkFilters refuses what the library can't unpack, before it panics.
func checkFilters(v lib.Value) error {
	filters := v.Key("Filter")
	names := []string{filters.Name()}
	if filters.Kind() == lib.Array {
		names = nil
		for i := range filters.Len() {
			names = append(names, filters.Index(i).Name())
		}
	}
	for _, name := range names {
		switch name {
		case "", "FlateDecode", "ASCII85Decode":
		default:
			return fmt.Errorf("%w (%s)", ErrUnsupported, name)
		}
	}
	return nil
}
