package watch

import (
	"io"
	"io/fs"
	"maps"
	"time"
)

// stamp tells one content of a file from another without reading it.
type stamp struct {
	size    int64
	changed time.Time
}

// sight is a file as it was seen, and since when it is so.
type sight struct {
	stamp
	since time.Time
}

// settler tells which files of a folder are whole: those that have been as they are
// for a while. Empty ones are still to be written.
type settler struct {
	folder fs.FS
	after  time.Duration
	seen   map[string]sight // nil before the first look
}

// look lists the folder: the files that are whole, and those that aren't yet.
func (s *settler) look(now time.Time) (whole map[string]stamp, moving []string, err error) {
	entries, err := fs.ReadDir(s.folder, ".")
	if err != nil {
		return nil, nil, err
	}
	first := s.seen == nil
	seen := make(map[string]sight, len(entries))
	whole = map[string]stamp{}
	for _, e := range entries {
		info, err := fs.Stat(s.folder, e.Name())
		if err != nil || !info.Mode().IsRegular() { // it vanished, or leads out of the folder
			continue
		}
		file := sight{stamp{info.Size(), info.ModTime()}, now}
		if first && now.Sub(info.ModTime()) > s.after {
			file.since = info.ModTime()
		}
		if before, known := s.seen[e.Name()]; known && before.stamp == file.stamp {
			file.since = before.since
		}
		seen[e.Name()] = file
		if file.size > 0 && now.Sub(file.since) >= s.after {
			whole[e.Name()] = file.stamp
		} else {
			moving = append(moving, e.Name())
		}
	}
	s.seen = seen
	return whole, moving, nil
}

// same reports whether files are still as they were.
func (s *settler) same(files map[string]stamp) bool {
	for name, before := range files {
		info, err := fs.Stat(s.folder, name)
		if err != nil || (stamp{info.Size(), info.ModTime()}) != before {
			return false
		}
	}
	return true
}

// only is a folder that shows some of its files and hides the others.
type only struct {
	fs.FS
	files map[string]stamp
}

// Open is fs.FS's.
func (o only) Open(name string) (fs.File, error) {
	if name == "." {
		entries, err := o.ReadDir(name)
		if err != nil {
			return nil, err
		}
		f, err := o.FS.Open(name)
		return &listing{f, entries}, err
	}
	if _, ok := o.files[name]; !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return o.FS.Open(name)
}

// Stat is fs.StatFS's.
func (o only) Stat(name string) (fs.FileInfo, error) {
	if _, ok := o.files[name]; !ok && name != "." {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
	}
	return fs.Stat(o.FS, name)
}

// ReadDir is fs.ReadDirFS's.
func (o only) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.FS, name)
	if err != nil || name != "." {
		return nil, err
	}
	kept := entries[:0]
	for _, e := range entries {
		if _, ok := o.files[e.Name()]; ok {
			kept = append(kept, e)
		}
	}
	return kept, nil
}

// listing is the folder itself, opened.
type listing struct {
	fs.File
	rest []fs.DirEntry
}

// ReadDir is fs.ReadDirFile's.
func (l *listing) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 {
		n = len(l.rest)
	} else if len(l.rest) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(l.rest))
	list := l.rest[:n]
	l.rest = l.rest[n:]
	return list, nil
}

func equal(a, b map[string]stamp) bool { return a != nil && b != nil && maps.Equal(a, b) }
