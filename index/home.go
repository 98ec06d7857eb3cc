package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"socsearch/index/cluster"
	"socsearch/index/engine"
	"socsearch/index/library"
	"socsearch/index/local"
	"socsearch/index/meaning"
	"socsearch/sources"
	"socsearch/sources/document"
)

// ErrUnavailable says that the search engine doesn't answer now and may soon.
var ErrUnavailable = engine.ErrUnavailable

// Home is where an index lives: a folder, or a cluster.
type Home interface {
	// Open opens the index that is there: see [Open].
	Open(ctx context.Context, corpus string) (*Index, error)
	// Build puts another in its place: see [local.Build].
	Build(ctx context.Context, corpus *sources.Corpus, origin local.Origin, options ...local.Option) error
	// Current names the index that is there as [Index.Generation] does; "" if there is
	// none, or nobody can tell.
	Current(ctx context.Context) string
	// Replaceable reports whether an index may be built in place of one that couldn't
	// be opened, by the error of Open.
	Replaceable(err error) bool
	// String names the home for people.
	String() string
}

// Folder is a folder of this machine.
type Folder string

// Open opens the index in the folder.
func (f Folder) Open(_ context.Context, corpus string) (*Index, error) {
	return Open(string(f), corpus)
}

// Build builds an index in the folder.
func (f Folder) Build(ctx context.Context, corpus *sources.Corpus, origin local.Origin, options ...local.Option) error {
	return local.Build(ctx, string(f), corpus, origin, options...)
}

// Current names the generation in use.
func (f Folder) Current(context.Context) string { return local.Current(string(f)) }

// Replaceable reports true: what can't be opened is rebuilt.
func (f Folder) Replaceable(error) bool { return true }

func (f Folder) String() string { return string(f) }

// Cluster is an OpenSearch cluster.
type Cluster cluster.Config

// Open opens the index that has the alias.
func (c Cluster) Open(ctx context.Context, corpus string) (*Index, error) {
	opened, err := cluster.Open(ctx, cluster.Config(c), corpus)
	if err != nil {
		return nil, err
	}
	return newIndex(opened.Manifest, opened.Catalogue, opened, opened, opened.Terms, opened.Names, opened.Vectors != nil)
}

// Build builds an index and gives it the alias.
func (c Cluster) Build(ctx context.Context, corpus *sources.Corpus, origin local.Origin, options ...local.Option) error {
	passages := func(yield func(*document.Passage) bool) {
		for i := range corpus.Passages {
			if !yield(&corpus.Passages[i]) {
				return
			}
		}
	}
	vectors := local.Choose(options...).Making(len(corpus.Passages), func(place int) ([]string, error) {
		return meaning.Texts(&corpus.Passages[place]), nil
	})
	if vectors != nil {
		vectors.Cache = c.vectorCache()
	}
	return cluster.Build(ctx, cluster.Config(c), corpus, passages, origin, vectors)
}

// vectorCache is a file of this machine that keeps the vectors that were made for an
// alias, whose builders take turns; "" where there is no place for it.
func (c Cluster) vectorCache() string {
	dir, err := os.UserCacheDir()
	if err == nil {
		dir = filepath.Join(dir, "socsearch")
		err = os.MkdirAll(dir, 0o700)
	}
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "vectors-"+c.Alias)
}

// Current names the index that has the alias.
func (c Cluster) Current(ctx context.Context) string {
	name, err := cluster.Current(ctx, cluster.Config(c))
	if err != nil {
		return ""
	}
	return name
}

// Replaceable reports whether there is no index, or one of another program: a cluster
// that doesn't answer is waited for.
func (c Cluster) Replaceable(err error) bool {
	return errors.Is(err, library.ErrNoIndex) || errors.Is(err, library.ErrOther)
}

func (c Cluster) String() string { return fmt.Sprintf("%s at %s", c.Alias, slices.Clone(c.URLs)) }

// Check reports what is wrong with the addresses of the nodes.
func (c Cluster) Check() error { return cluster.Config(c).Check() }
