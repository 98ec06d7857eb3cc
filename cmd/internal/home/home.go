// Package home is the flags that say where the index lives: in a folder of this
// machine, or in a cluster of OpenSearch.
package home

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"socsearch/index"
)

// Flags are the flags.
type Flags struct {
	folder, engine, alias string
	urls                  []string
	shards, replicas      int
}

// The engines.
const (
	engineLocal      = "local"
	engineOpenSearch = "opensearch"
)

// Define adds the flags to a set.
func (f *Flags) Define(to *flag.FlagSet) {
	to.StringVar(&f.folder, "index", "data/index", "folder of the index")
	to.StringVar(&f.engine, "engine", engineLocal, "what the index is kept in: `local|opensearch`")
	to.Func("opensearch-url", "address of a node of the cluster; several with commas, or given again (user and password: OPENSEARCH_USERNAME, OPENSEARCH_PASSWORD)", func(s string) error {
		f.urls = append(f.urls, strings.Split(s, ",")...)
		return nil
	})
	to.StringVar(&f.alias, "opensearch-index", "socsearch", "alias of the index in the cluster")
	to.IntVar(&f.shards, "opensearch-shards", 1, "shards of an index that is built in the cluster")
	to.IntVar(&f.replicas, "opensearch-replicas", 0, "copies of each of its shards: 1 survives the death of a node")
}

// Home returns where the index lives.
func (f *Flags) Home() (index.Home, error) {
	switch {
	case f.engine == engineLocal && len(f.urls) > 0:
		return nil, errors.New("-opensearch-url needs -engine opensearch")
	case f.engine == engineLocal:
		return index.Folder(f.folder), nil
	case f.engine != engineOpenSearch:
		return nil, fmt.Errorf("-engine %s is unknown: write local or opensearch", f.engine)
	case len(f.urls) == 0:
		return nil, errors.New("-engine opensearch needs the address of a node: -opensearch-url http://HOST:9200")
	case f.alias == "" || strings.ToLower(f.alias) != f.alias || strings.ContainsAny(f.alias, `\/*?"<>| ,#:`) || strings.HasPrefix(f.alias, "-") || strings.HasPrefix(f.alias, "_") || strings.HasPrefix(f.alias, "."):
		return nil, fmt.Errorf("-opensearch-index %q can't be the name of an index: use small letters, digits and hyphens", f.alias)
	}
	c := index.Cluster{URLs: f.urls, Alias: f.alias, User: os.Getenv("OPENSEARCH_USERNAME"), Password: os.Getenv("OPENSEARCH_PASSWORD"), Shards: f.shards, Replicas: f.replicas}
	return c, c.Check()
}
