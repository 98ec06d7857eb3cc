package local

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"socsearch/index/library"
)

const (
	currentName      = "current"
	lockName         = "lock"
	generationPrefix = "gen-"
	temporaryPrefix  = ".new-"
)

// ErrLocked says that another process is building an index in the folder.
var ErrLocked = library.ErrLocked

// generation is a folder that is being filled. While it is, the lock keeps
// other indexers out; the lock goes with the process, however that ends.
type generation struct {
	dir, path string
	lock      *flock.Flock
	Options
}

// newGeneration makes an empty generation beside the one in use, and removes
// what builds that were killed left behind.
func newGeneration(dir string) (*generation, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	if err := checkOurs(dir); err != nil {
		return nil, err
	}
	g := &generation{dir: dir, lock: flock.New(filepath.Join(dir, lockName))}
	locked, err := g.lock.TryLock()
	if err != nil {
		return nil, err
	}
	if !locked {
		return nil, ErrLocked
	}
	if err = g.clear(currentGeneration(dir)); err == nil {
		g.path, err = os.MkdirTemp(dir, generationPrefix)
	}
	if err == nil {
		err = os.Chmod(g.path, 0o755)
	}
	if err != nil {
		return nil, errors.Join(err, g.lock.Unlock())
	}
	return g, nil
}

// checkOurs refuses a folder that was made for something else: an index goes
// into an empty folder or in place of an index.
func checkOurs(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil || currentGeneration(dir) != "" {
		return err
	}
	for _, e := range entries {
		ours := e.Name() == lockName || e.Name() == currentName || strings.HasPrefix(e.Name(), generationPrefix)
		if !ours && !strings.HasPrefix(e.Name(), ".") {
			return fmt.Errorf("the folder holds other things (%s) and no index: name an empty or a new one", e.Name())
		}
	}
	return nil
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
	if err := writeDurably(filepath.Join(g.path, ManifestName), data); err != nil {
		return err
	}
	afterStep("manifest")
	if err := syncTree(g.path); err != nil {
		return err
	}
	afterStep("sync")
	if err := writeDurably(filepath.Join(g.dir, currentName), []byte(filepath.Base(g.path)+"\n")); err != nil {
		return err
	}
	afterStep("current")
	// The new index is in use: what can't be removed now is left to the next
	// build, and is no failure of this one.
	_ = g.clear(filepath.Base(g.path))
	return nil
}

// clear removes every generation but one, and half-written files.
func (g *generation) clear(but string) error {
	entries, err := os.ReadDir(g.dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		old := strings.HasPrefix(e.Name(), generationPrefix) && e.Name() != but
		if old || strings.HasPrefix(e.Name(), temporaryPrefix) {
			if err := os.RemoveAll(filepath.Join(g.dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// abandon removes what was written.
func (g *generation) abandon() error { return os.RemoveAll(g.path) }

// afterStep is called after each step of a build with the step's name; tests
// stop a build there.
var afterStep = func(step string) {}

// writeDurably replaces a file whole: its readers find the old content or the
// new, even after a crash.
func writeDurably(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), temporaryPrefix)
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
