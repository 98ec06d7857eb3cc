package glyph

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"

	lib "github.com/ledongthuc/pdf"
)

// How large a file is at most whose table of objects is rebuilt, in bytes, since it
// is held in memory for that; and the highest number of an object in it, since the
// library's table has a row for each below.
const (
	rebuildSize   = 64 << 20
	rebuildNumber = 1 << 18
)

// rebuilt presents a source with another table of objects at its end.
type rebuilt struct {
	*source
	tail []byte
}

// ReadAt reads as an [io.ReaderAt] does.
func (r *rebuilt) ReadAt(p []byte, off int64) (n int, err error) {
	if off < r.size {
		if n, err = r.source.ReadAt(p, off); n == len(p) || err != nil && err != io.EOF {
			return n, err
		}
	}
	if at := off + int64(n) - r.size; at >= 0 && at < int64(len(r.tail)) {
		n += copy(p[n:], r.tail[at:])
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// rebuild opens a file whose table of objects is wrong by looking for the objects
// themselves. It fails if it isn't sure to find all: where some are packed together,
// and where one is referred to that isn't there.
func rebuild(s *source) (*lib.Reader, error) {
	if s.size > rebuildSize {
		return nil, ErrDamaged
	}
	data := make([]byte, s.size)
	if _, err := s.ReadAt(data, 0); err != nil && err != io.EOF {
		return nil, err
	}
	root := lastRoot(data)
	objects, ok := findObjects(data)
	if root == nil || !ok || bytes.Contains(data, []byte("/ObjStm")) || bytes.Contains(data, []byte("/Encrypt")) {
		return nil, ErrDamaged
	}
	r := &rebuilt{s, tableOf(objects, root, s.size)}
	return lib.NewReader(r, s.size+int64(len(r.tail)))
}

// object is where an object begins.
type object struct{ generation, at int }

var (
	numbersBefore = regexp.MustCompile(`(?:^|\D)(\d{1,7}) (\d{1,5})$`)
	rootKey       = regexp.MustCompile(`/Root\s+\d{1,7}\s+\d{1,5}\s+R`)
)

// numbersReach is how far before "obj" its two numbers begin at most.
const numbersReach = 15

// findObjects finds the objects of a file, of those with one number the last. ok is
// false if one is referred to that isn't there, or a number is too high.
func findObjects(data []byte) (objects map[int]object, ok bool) {
	objects = map[int]object{}
	wanted := map[int]bool{}
	highest := 0
	eachNumbered(data, " obj", func(number, generation, at int) {
		if highest = max(highest, number); number <= rebuildNumber {
			objects[number] = object{generation, at}
		}
	})
	eachNumbered(data, " R", func(number, _, _ int) {
		if highest = max(highest, number); number <= rebuildNumber {
			wanted[number] = true
		}
	})
	for number := range wanted {
		if _, found := objects[number]; !found {
			return nil, false
		}
	}
	return objects, highest <= rebuildNumber
}

// eachNumbered calls found for each word that two numbers stand before, with the
// place of the first.
func eachNumbered(data []byte, word string, found func(number, generation, at int)) {
	for at := 0; ; at += len(word) {
		i := bytes.Index(data[at:], []byte(word))
		if i < 0 {
			return
		}
		at += i
		from := max(0, at-numbersReach)
		m := numbersBefore.FindSubmatchIndex(data[from:at])
		if m == nil {
			continue
		}
		number, _ := strconv.Atoi(string(data[from+m[2] : from+m[3]])) // few enough digits
		generation, _ := strconv.Atoi(string(data[from+m[4] : from+m[5]]))
		found(number, generation, from+m[2])
	}
}

// lastRoot returns what the last trailer that does says of the document's root.
func lastRoot(data []byte) []byte {
	found := rootKey.FindAll(data, -1)
	if len(found) == 0 {
		return nil
	}
	return found[len(found)-1]
}

// tableOf writes a table of objects, to stand at the given place in the file.
func tableOf(objects map[int]object, root []byte, at int64) []byte {
	var b bytes.Buffer
	b.WriteString("\nxref\n")
	size := 0
	for _, number := range slices.Sorted(maps.Keys(objects)) {
		o := objects[number]
		fmt.Fprintf(&b, "%d 1\n%010d %05d n \n", number, o.at, o.generation)
		size = number + 1
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n", size, root, at+1)
	return b.Bytes()
}
