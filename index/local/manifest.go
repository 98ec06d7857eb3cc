package local

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"socsearch/index/library"
)

const ManifestName = "manifest.json"

// The rooms' own names for what both engines have.
type (
	Manifest = library.Manifest
	Origin   = library.Origin
	File     = library.File
)

// The origins of documents.
const (
	OriginEmbedded = library.OriginEmbedded
	OriginFolder   = library.OriginFolder
)

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
		size, sum, err := hashFile(context.Background(), path)
		files = append(files, File{Name: filepath.ToSlash(name), Size: size, SHA256: sum})
		return err
	})
	return files, err
}

// hashFile reads a file in pieces, and stops between them when the context ends.
func hashFile(ctx context.Context, path string) (size int64, sum string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, "", err
	}
	defer f.Close()
	const piece = 4 << 20 // some milliseconds
	h := sha256.New()
	for {
		n, err := io.CopyN(h, f, piece)
		size += n
		if errors.Is(err, io.EOF) {
			return size, hex.EncodeToString(h.Sum(nil)), nil
		}
		if err = errors.Join(err, ctx.Err()); err != nil {
			return size, "", err
		}
	}
}

// ErrNoIndex says that a folder holds no index.
var ErrNoIndex = library.ErrNoIndex

// Current returns the name of the generation in use in a folder; "" if there is
// none. Another name than that of an open index ([Index.Generation]) says that
// the indexer has put another in place.
func Current(dir string) string { return currentGeneration(dir) }

func currentGeneration(dir string) string {
	name, err := os.ReadFile(filepath.Join(dir, currentName))
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(name))
}

// ReadCurrent finds the generation in use and reads its manifest.
func ReadCurrent(dir string) (path string, m Manifest, err error) {
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
	data, err := os.ReadFile(filepath.Join(path, ManifestName))
	if err != nil {
		return "", m, err
	}
	if err := json.Unmarshal(data, &m); err != nil {
		return "", m, fmt.Errorf("%s/%s: %w", generation, ManifestName, err)
	}
	if m.Format != FormatVersion {
		return "", m, fmt.Errorf("it has format version %d, this program writes %d", m.Format, FormatVersion)
	}
	return path, m, nil
}

// verifySizes checks that every file is there with its size.
func verifySizes(path string, m Manifest) error {
	for _, f := range m.Files {
		info, err := os.Stat(filepath.Join(path, filepath.FromSlash(f.Name)))
		if err != nil {
			return err
		}
		if info.Size() != f.Size {
			return fmt.Errorf("%s has %d bytes, the manifest says %d", f.Name, info.Size(), f.Size)
		}
	}
	return nil
}

// verifyHashes checks that every file is unchanged.
func verifyHashes(ctx context.Context, path string, m Manifest) error {
	for _, f := range m.Files {
		_, sum, err := hashFile(ctx, filepath.Join(path, filepath.FromSlash(f.Name)))
		if err != nil {
			return err
		}
		if sum != f.SHA256 {
			return fmt.Errorf("%s is damaged: its SHA-256 is not the one in the manifest", f.Name)
		}
	}
	return nil
}

// writers names the modules that write a store, with their versions, as the program
// was built with them: whoever looks into an old index knows what wrote it. A test
// binary knows none.
func writers() []string {
	var list []string
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if strings.HasPrefix(m.Path, "github.com/blevesearch/bleve/") || strings.HasPrefix(m.Path, "github.com/blevesearch/zapx/") {
				list = append(list, m.Path+" "+m.Version)
			}
		}
	}
	return list
}
