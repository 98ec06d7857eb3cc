package library

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"time"
)

// Origin tells where the documents of an index came from.
type Origin string

// The origins of documents.
const (
	OriginEmbedded Origin = "embedded" // the program itself
	OriginFolder   Origin = "folder"   // a folder of manifests
)

// Manifest says what a generation is, so that it can be checked.
type Manifest struct {
	Format   int       `json:"format"`
	Corpus   string    `json:"corpus"` // hash of the documents
	Origin   Origin    `json:"origin"`
	Passages int       `json:"passages"`
	Built    time.Time `json:"built"`
	Writer   []string  `json:"writer"` // modules that wrote the store, with their versions
	Files    []File    `json:"files"`
}

// File is a file of a generation.
type File struct {
	Name   string `json:"name"` // with slashes, below the generation
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"` // in hex
}

// Fingerprint names the content of an index in few characters.
func (m Manifest) Fingerprint() string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %s", m.Format, m.Corpus))
	const enough = 12 // hex digits: chance meetings don't happen
	return hex.EncodeToString(sum[:])[:enough]
}

// Size is the size of all files in bytes.
func (m Manifest) Size() int64 {
	var size int64
	for _, f := range m.Files {
		size += f.Size
	}
	return size
}

// The errors of building and opening.
var (
	ErrNoIndex = errors.New("there is no index")
	ErrOther   = errors.New("it is another program's index")
	ErrLocked  = errors.New("another indexer is at work there: wait until it ends, or name another folder")
)
