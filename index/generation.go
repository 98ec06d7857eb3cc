package index

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

const (
	currentName      = "current"
	manifestName     = "manifest.json"
	generationPrefix = "gen-"
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

// generation is a folder that is being filled.
type generation struct {
	dir, path string
}

// newGeneration makes an empty generation beside those that are there.
func newGeneration(dir string) (*generation, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	path, err := os.MkdirTemp(dir, generationPrefix)
	if err != nil {
		return nil, err
	}
	return &generation{dir, path}, os.Chmod(path, 0o755)
}

// publish writes the manifest, makes everything durable, points "current" to
// this generation and removes the others.
func (g *generation) publish(m Manifest) error {
	var err error
	if m.Files, err = listFiles(g.path); err != nil {
		return err
	}
	m.Built = time.Now().UTC().Truncate(time.Second)
	data, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return err
	}
	if err := writeDurably(filepath.Join(g.path, manifestName), data); err != nil {
		return err
	}
	if err := syncTree(g.path); err != nil {
		return err
	}
	if err := writeDurably(filepath.Join(g.dir, currentName), []byte(filepath.Base(g.path)+"\n")); err != nil {
		return err
	}
	return g.removeOthers()
}

// writeDurably replaces a file whole: its readers find the old content or the
// new, even after a crash.
func writeDurably(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".new-")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close())
	if err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	return syncPath(filepath.Dir(path))
}

func syncTree(root string) error {
	return filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return syncPath(path)
	})
}

func syncPath(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func (g *generation) removeOthers() error {
	entries, err := os.ReadDir(g.dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), generationPrefix) && e.Name() != filepath.Base(g.path) {
			if err := os.RemoveAll(filepath.Join(g.dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// listFiles lists the files below a folder with their sizes and hashes.
func listFiles(root string) ([]File, error) {
	var files []File
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		size, sum, err := hashFile(path)
		files = append(files, File{filepath.ToSlash(name), size, sum})
		return err
	})
	return files, err
}

func hashFile(path string) (size int64, sum string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, "", err
	}
	defer f.Close()
	h := sha256.New()
	size, err = io.Copy(h, f)
	return size, hex.EncodeToString(h.Sum(nil)), err
}

// ErrNoIndex says that a folder holds no index.
var ErrNoIndex = errors.New("there is no index")

// readCurrent finds the generation in use and reads its manifest.
func readCurrent(dir string) (path string, m Manifest, err error) {
	name, err := os.ReadFile(filepath.Join(dir, currentName))
	if errors.Is(err, fs.ErrNotExist) {
		return "", m, ErrNoIndex
	}
	if err != nil {
		return "", m, err
	}
	generation := strings.TrimSpace(string(name))
	if !strings.HasPrefix(generation, generationPrefix) || generation != filepath.Base(generation) {
		return "", m, fmt.Errorf("%s names no generation: %q", currentName, generation)
	}
	path = filepath.Join(dir, generation)
	data, err := os.ReadFile(filepath.Join(path, manifestName))
	if err != nil {
		return "", m, err
	}
	if err := json.Unmarshal(data, &m); err != nil {
		return "", m, fmt.Errorf("%s/%s: %w", generation, manifestName, err)
	}
	if m.Format != FormatVersion {
		return "", m, fmt.Errorf("it has format version %d, this program writes %d", m.Format, FormatVersion)
	}
	return path, m, nil
}

// verify checks that every file is there, whole and unchanged.
func verify(path string, m Manifest) error {
	for _, f := range m.Files {
		size, sum, err := hashFile(filepath.Join(path, filepath.FromSlash(f.Name)))
		switch {
		case err != nil:
			return err
		case size != f.Size:
			return fmt.Errorf("%s has %d bytes, the manifest says %d", f.Name, size, f.Size)
		case sum != f.SHA256:
			return fmt.Errorf("%s is damaged: its SHA-256 is not the one in the manifest", f.Name)
		}
	}
	return nil
}
