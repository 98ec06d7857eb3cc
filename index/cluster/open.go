package cluster

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"sync"

	"socsearch/index/engine"
	"socsearch/index/library"
	"socsearch/index/lru"
	"socsearch/index/meaning"
	"socsearch/index/schema"
	"socsearch/index/words"
)

// Index is an index of a cluster that is open. It holds on to the index that had the
// alias when it was opened, and is an [engine.Engine].
type Index struct {
	Manifest  library.Manifest
	Catalogue *library.Catalogue
	Terms     func() *words.Vocabulary // taken apart when it is first asked for
	Names     []byte                   // what references name passages by
	Vectors   *meaning.Vectors         // nil for none

	client *client
	name   string
	most   int // candidates
	counts *lru.Cache[string, int]
	kept   *lru.Cache[int, *entry]
	values map[string]map[string]int // of all passages, by field
}

var _ engine.Engine = (*Index)(nil)

// Current returns the name of the index that has the alias; [library.ErrNoIndex] if
// none has.
func Current(ctx context.Context, c Config) (string, error) {
	client, err := newClient(c)
	if err != nil {
		return "", err
	}
	defer client.http.CloseIdleConnections()
	return aliased(ctx, client, c.Alias)
}

// Open opens the index that has the alias. corpus is the hash that an index of the
// embedded documents must have; one of a folder of documents is taken as it is.
func Open(ctx context.Context, c Config, corpus string) (*Index, error) {
	client, err := newClient(c)
	if err != nil {
		return nil, err
	}
	x := &Index{client: client, most: mostCandidates, Catalogue: new(library.Catalogue)}
	if x.name, err = aliased(ctx, client, c.Alias); err != nil {
		return nil, err
	}
	m, err := readMeta(ctx, client, x.name)
	if err != nil {
		return nil, err
	}
	x.Manifest = m.Manifest
	switch {
	case x.Manifest.Format != formatVersion:
		return nil, fmt.Errorf("%w: index %s has format version %d, this program writes %d", library.ErrOther, x.name, x.Manifest.Format, formatVersion)
	case x.Manifest.Origin == library.OriginEmbedded && x.Manifest.Corpus != corpus:
		return nil, fmt.Errorf("%w: index %s holds other documents than this program", library.ErrOther, x.name)
	}
	x.counts = lru.New(countsMemory, func(what string, _ int) int { return len(what) })
	x.kept = lru.New(entriesMemory, func(_ int, e *entry) int { return e.bytes() })
	if err := x.readFiles(ctx); err != nil {
		return nil, err
	}
	return x, x.readValues(ctx)
}

// readFiles reads the files of the index, and checks them.
func (x *Index) readFiles(ctx context.Context) error {
	files := map[string][]byte{}
	for _, f := range x.Manifest.Files {
		data, err := x.readFile(ctx, f)
		if err != nil {
			return err
		}
		files[f.Name] = data
	}
	if err := json.Unmarshal(files[catalogueFile], x.Catalogue); err != nil {
		return fmt.Errorf("%s of %s: %w", catalogueFile, x.name, err)
	}
	x.Catalogue.Prepare()
	x.Names = files[namesFile]
	if err := x.readVectors(files[vectorsFile]); err != nil {
		return err
	}
	x.Terms = sync.OnceValue(func() *words.Vocabulary {
		v, err := words.ParseTerms(string(files[termsFile]))
		if err != nil {
			panic(fmt.Errorf("%s: %w", termsFile, err)) // its hash is right: whoever wrote it was wrong
		}
		return v
	})
	return nil
}

func (x *Index) readFile(ctx context.Context, f library.File) ([]byte, error) {
	var data []byte
	for n := 0; n == 0 || int64(len(data)) < f.Size; n++ {
		var answer struct {
			Source part `json:"_source"`
		}
		if err := x.client.get(ctx, fmt.Sprintf("/%s/_doc/%s.%d", x.name+filesSuffix, f.Name, n), &answer); err != nil {
			return nil, fmt.Errorf("%s of %s: %w", f.Name, x.name, err)
		}
		piece, err := base64.StdEncoding.DecodeString(answer.Source.Data)
		if err != nil || len(piece) == 0 && f.Size > 0 {
			return nil, fmt.Errorf("%s of %s is damaged", f.Name, x.name)
		}
		data = append(data, piece...)
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != f.SHA256 {
		return nil, fmt.Errorf("%s of %s is damaged: its SHA-256 is not the one in the manifest", f.Name, x.name)
	}
	return data, nil
}

// readValues counts all values of all facets, and the passages.
func (x *Index) readValues(ctx context.Context) error {
	aggs := object{}
	fields := append(append(schema.FacetNames(), schema.Lookup...), namedOrImplied)
	for _, f := range fields {
		aggs[f] = object{"terms": object{"field": f, "size": mostValues}}
	}
	answer, err := x.search(ctx, object{"size": 0, "track_total_hits": true, "aggs": aggs})
	if err != nil {
		return err
	}
	if n := answer.Hits.Total.Value; n != x.Manifest.Passages {
		return fmt.Errorf("index %s has %d passages, its manifest says %d", x.name, n, x.Manifest.Passages)
	}
	x.values = map[string]map[string]int{}
	for _, f := range fields {
		x.values[f] = answer.Aggregations[f].values()
	}
	return nil
}

// searchMany asks several searches at once.
func (x *Index) searchMany(ctx context.Context, bodies []object) ([]*answer, error) {
	if len(bodies) == 1 {
		a, err := x.search(ctx, bodies[0])
		return []*answer{a}, err
	}
	var lines bytes.Buffer
	e := json.NewEncoder(&lines)
	for _, b := range bodies {
		if err := e.Encode(object{"allow_partial_search_results": false}); err != nil {
			return nil, err
		}
		if err := e.Encode(b); err != nil {
			return nil, err
		}
	}
	var all struct{ Responses []*answer }
	err := x.client.ask(ctx, call{method: http.MethodPost, path: "/" + x.name + "/_msearch", body: lines.Bytes(), lines: true, read: true}, &all)
	if err != nil {
		return nil, x.gone(err)
	}
	if len(all.Responses) != len(bodies) {
		return nil, errAnswer
	}
	for _, a := range all.Responses {
		if err := a.whole(); err != nil {
			return nil, x.gone(err)
		}
	}
	return all.Responses, nil
}

// Generation names the index.
func (x *Index) Generation() string { return x.name }

// Verified reports that the index was checked when it was opened: the cluster looks after its
// own files.
func (x *Index) Verified() bool { return true }

// Verify has nothing to check.
func (x *Index) Verify(context.Context) error { return nil }

// Nodes counts the nodes that are asked, and of them those that failed lately.
func (x *Index) Nodes() (nodes, resting int) { return x.client.state() }

// Check asks whether every shard of the index answers.
func (x *Index) Check(ctx context.Context) error {
	_, err := x.search(ctx, object{"size": 0, "track_total_hits": false})
	return err
}

// Close lets go of the connections.
func (x *Index) Close() error {
	x.client.http.CloseIdleConnections()
	return nil
}
