package sources

import (
	"io/fs"

	"socsearch/sources/document"
)

// Progress is how far the reading of a folder's documents is.
type Progress struct {
	File           string // which is read next
	Done, Of       int    // documents
	Pages          int    // of the PDFs that were read
	Bytes, OfBytes int64  // of the files, which tell how long the rest will take
}

// Option changes how a folder is loaded.
type Option func(*loading)

// WithProgress has a function told before each document is read.
func WithProgress(told func(Progress)) Option { return func(l *loading) { l.told = told } }

func (l loading) with(options []Option) loading {
	for _, o := range options {
		o(&l)
	}
	return l
}

// progress tells that a document is read next.
func (l loading) progress(folder fs.FS, file string, done int) {
	l.so.File, l.so.Done = file, done
	if l.told != nil {
		l.told(*l.so)
	}
	l.so.Bytes += size(folder, file)
}

// sizes adds up the bytes of documents.
func sizes(folder fs.FS, manifests []*document.Manifest, files []string) int64 {
	n := int64(0)
	for _, m := range manifests {
		n += size(folder, m.File)
	}
	for _, name := range files {
		n += size(folder, name)
	}
	return n
}

// size is how many bytes a file has; 0 of one that isn't there.
func size(folder fs.FS, name string) int64 {
	info, err := fs.Stat(folder, name)
	if err != nil {
		return 0
	}
	return info.Size()
}
