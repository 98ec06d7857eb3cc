package sources

import (
	"crypto/sha256"
	"io/fs"
	"slices"

	"socsearch/sources/document"
	"socsearch/sources/split"
)

// Reader loads a folder again and again, and reads anew only the documents whose
// files changed. It isn't for several goroutines at once.
type Reader struct {
	// Progress is called before each document is read; nil for nothing.
	Progress func(Progress)
	// WithoutCommitments leaves unread what the documents undertake and expect, which
	// is how its cost is measured.
	WithoutCommitments bool

	kept map[[sha256.Size]byte]*reading
}

// reading is a document as it was read.
type reading struct {
	manifest *document.Manifest
	result   *split.Result
	err      error
	used     bool
}

// FileError says why a document can't be read, and from which file.
type FileError struct {
	File string // the document's, or its manifest's
	Err  error
}

func (e *FileError) Error() string { return e.Err.Error() }

// Unwrap is errors.Unwrap's.
func (e *FileError) Unwrap() error { return e.Err }

// Load is [LoadSome]; an empty corpus is no error. A document whose file is as it was
// is taken as it was read, and so is the reason why one couldn't be.
func (r *Reader) Load(folder fs.FS) (*Corpus, []*FileError, error) {
	if r.kept == nil {
		r.kept = map[[sha256.Size]byte]*reading{}
	}
	for _, k := range r.kept {
		k.used = false
	}
	var failures []*FileError
	c, err := load(folder, loading{
		failed: func(err *FileError) error {
			failures = append(failures, err)
			return nil
		},
		reader: r,
		told:   r.Progress,
	})
	for key, k := range r.kept {
		if !k.used {
			delete(r.kept, key)
		}
	}
	return c, failures, err
}

// keep returns what was read of the files of some names when they had this content, or
// else reads it. A nil Reader keeps nothing. salt tells apart what is read of one
// file in several ways.
func (r *Reader) keep(folder fs.FS, salt string, names []string, read func() (*document.Manifest, *split.Result, error)) (*document.Manifest, *split.Result, error) {
	if r == nil {
		return read()
	}
	sum := sha256.New()
	sum.Write([]byte(salt))
	for _, name := range names {
		data, err := readFile(folder, name)
		if err != nil {
			return nil, nil, err
		}
		own := sha256.Sum256(data)
		sum.Write([]byte(name))
		sum.Write(own[:])
	}
	key := [sha256.Size]byte(sum.Sum(nil))
	k := r.kept[key]
	if k == nil {
		k = new(reading)
		k.manifest, k.result, k.err = read()
		r.kept[key] = k
	}
	k.used = true
	if k.err != nil {
		return nil, nil, k.err
	}
	return k.manifest, k.copy(), nil
}

// copy returns the result with passages of its own: tags are added to them.
func (k *reading) copy() *split.Result {
	r := *k.result
	r.Passages = slices.Clone(r.Passages)
	for i := range r.Passages {
		p := &r.Passages[i]
		p.Organisations, p.Implied = slices.Clone(p.Organisations), slices.Clone(p.Implied)
		p.Strands, p.Threats, p.Footnotes = slices.Clone(p.Strands), slices.Clone(p.Threats), slices.Clone(p.Footnotes)
	}
	return &r
}
