package cluster

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"socsearch/index/engine"
	"socsearch/index/library"
	"socsearch/index/schema"
)

// formatVersion is the version of everything that an index in a cluster holds. Raise
// it with any change to the mapping, the analysis, or the files.
const formatVersion = 2

// The names of indexes beside an alias.
const (
	generationInfix = "-gen-"
	filesSuffix     = "-files"
	lockSuffix      = "-lock"
)

// The files of an index, as a local one has them beside its store.
const (
	catalogueFile = "corpus.json"
	termsFile     = "terms.tsv"
	namesFile     = "names.jsonl"
)

// impacts is the field of what each term counts in a passage.
const impacts = "impacts"

// mapping is the settings and fields of an index.
func mapping(shards int) object {
	fields := object{
		"place":   object{"type": "integer"},
		"passage": object{"type": "keyword", "index": false, "doc_values": false},
		impacts:   object{"type": "rank_features"},
	}
	for _, name := range schema.Searched {
		for _, field := range []string{name, name + schema.ExactSuffix} {
			fields[field] = object{"type": "text", "analyzer": "terms", "norms": false}
		}
	}
	for _, name := range slices.Concat([]string{schema.ID, schema.Number, schema.NoteNumber, namedOrImplied}, schema.Lookup, schema.FacetNames()) {
		fields[name] = object{"type": "keyword"}
	}
	const longestTerm = 32_766 // bytes: Lucene's own limit
	return object{
		"settings": object{
			"number_of_shards": max(shards, 1), "number_of_replicas": 0, "refresh_interval": "-1",
			"analysis": object{
				"tokenizer": object{"positions": object{"type": "whitespace", "max_token_length": longestTerm}},
				"filter":    object{"stacked": object{"type": "pattern_capture", "preserve_original": false, "patterns": []string{"([^|]+)"}}},
				"analyzer":  object{"terms": object{"type": "custom", "tokenizer": "positions", "filter": []string{"stacked"}}},
			},
		},
		"mappings": object{"dynamic": "strict", "_source": object{"includes": []string{"place", "passage", schema.ID}}, "properties": fields},
	}
}

// filesMapping is that of an index of files.
func filesMapping() object {
	text := object{"type": "keyword", "index": false, "doc_values": false}
	return object{
		"settings": object{"number_of_shards": 1, "number_of_replicas": 0},
		"mappings": object{"dynamic": "strict", "properties": object{"name": object{"type": "keyword"}, "part": object{"type": "integer"}, "data": text}},
	}
}

// create makes the index and that of its files, empty.
func (g *generation) create(ctx context.Context) error {
	random := make([]byte, 4)
	if _, err := rand.Read(random); err != nil {
		return err
	}
	g.name = g.config.Alias + generationInfix + time.Now().UTC().Format("20060102t150405") + "-" + hex.EncodeToString(random)
	if err := g.client.put(ctx, "/"+g.name, mapping(g.config.Shards)); err != nil {
		return err
	}
	return g.client.put(ctx, "/"+g.name+filesSuffix, filesMapping())
}

// clear removes what builds that were killed left behind, and the index that the last
// build replaced: servers have had until now to let go of it.
func (g *generation) clear(ctx context.Context) error {
	var err error
	if g.previous, err = aliased(ctx, g.client, g.config.Alias); err != nil && !errors.Is(err, library.ErrNoIndex) {
		return err
	}
	var list []struct{ Index string }
	if err := g.client.get(ctx, "/_cat/indices/"+url.PathEscape(g.config.Alias+generationInfix+"*")+"?format=json&h=index", &list); err != nil {
		return err
	}
	for _, l := range list {
		if ours(g.config.Alias, l.Index) && strings.TrimSuffix(l.Index, filesSuffix) != g.previous {
			if err := g.client.remove(ctx, "/"+l.Index); err != nil {
				return err
			}
		}
	}
	return nil
}

// settle makes what was handed over searchable and counts it, then has it copied.
func (g *generation) settle(ctx context.Context) error {
	if err := g.client.send(ctx, http.MethodPost, "/"+g.name+"/_refresh", object{}, nil, false); err != nil {
		return err
	}
	var counted struct {
		Count  int
		Shards struct{ Total, Successful int } `json:"_shards"`
	}
	if err := g.client.get(ctx, "/"+g.name+"/_count", &counted); err != nil {
		return err
	}
	if counted.Count != g.count || counted.Shards.Successful != counted.Shards.Total {
		return fmt.Errorf("the index has %d documents of %d passages", counted.Count, g.count)
	}
	return nil
}

// copies has an index copied as often as is wanted, and waits until it is.
func (g *generation) copies(ctx context.Context, name string) error {
	body := object{"index": object{"number_of_replicas": g.config.Replicas}}
	if err := g.client.put(ctx, "/"+name+"/_settings", body); err != nil {
		return err
	}
	var health struct {
		Status   string
		TimedOut bool `json:"timed_out"`
	}
	err := g.client.ask(ctx, call{method: http.MethodGet, path: "/_cluster/health/" + name + "?wait_for_status=green&timeout=90s"}, &health)
	if err == nil && (health.TimedOut || health.Status != "green") {
		err = fmt.Errorf("the copies of %s aren't there after a minute and a half: it is %s. Ask for fewer, or add nodes", name, health.Status)
	}
	return err
}

// filePart is how many bytes of a file are in a document.
const filePart = 1 << 20

// part is a document of an index of files.
type part struct {
	Name string `json:"name"`
	Part int    `json:"part"`
	Data string `json:"data"` // base64
}

func (g *generation) writeFiles(ctx context.Context, files map[string][]byte) error {
	for name, data := range files {
		for n := 0; n*filePart < len(data) || n == 0; n++ {
			piece := data[min(n*filePart, len(data)):min((n+1)*filePart, len(data))]
			doc := part{name, n, base64.StdEncoding.EncodeToString(piece)}
			if err := g.client.put(ctx, fmt.Sprintf("/%s/_doc/%s.%d", g.name+filesSuffix, name, n), doc); err != nil {
				return err
			}
		}
	}
	if err := g.client.send(ctx, http.MethodPost, "/"+g.name+filesSuffix+"/_refresh", object{}, nil, false); err != nil {
		return err
	}
	return errors.Join(g.copies(ctx, g.name+filesSuffix), g.copies(ctx, g.name))
}

// describe lists files with their sizes and hashes.
func describe(files map[string][]byte) []library.File {
	var list []library.File
	for name, data := range files {
		sum := sha256.Sum256(data)
		list = append(list, library.File{Name: name, Size: int64(len(data)), SHA256: hex.EncodeToString(sum[:])})
	}
	slices.SortFunc(list, func(a, b library.File) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// meta is what stands in the metadata of an index.
type meta struct {
	Manifest library.Manifest `json:"manifest"`
}

// publish writes the manifest into the index and gives it the alias, in one step with
// taking it from the one before.
func (g *generation) publish(ctx context.Context, m library.Manifest) error {
	if err := g.client.put(ctx, "/"+g.name+"/_mapping", object{"_meta": meta{m}}); err != nil {
		return err
	}
	if err := g.client.put(ctx, "/"+g.name+"/_settings", object{"index": object{"blocks.write": true}}); err != nil {
		return err
	}
	afterStep("manifest")
	if err := g.owned(ctx); err != nil {
		return err
	}
	actions := []object{{"add": object{"index": g.name, "alias": g.config.Alias}}}
	if g.previous != "" {
		actions = append(actions, object{"remove": object{"index": g.previous, "alias": g.config.Alias, "must_exist": true}})
	}
	err := g.client.send(ctx, http.MethodPost, "/_aliases", object{"actions": actions}, nil, false)
	if err != nil { // it may have been done, and the answer lost
		now, look := aliased(context.WithoutCancel(ctx), g.client, g.config.Alias)
		if g.published = look != nil || now == g.name; !g.published || look != nil {
			return err
		}
	}
	g.published = true
	afterStep("alias")
	return nil
}

// aliased returns the index that has an alias; [library.ErrNoIndex] if none has.
func aliased(ctx context.Context, c *client, alias string) (string, error) {
	var answer map[string]json.RawMessage
	err := c.get(ctx, "/_alias/"+url.PathEscape(alias), &answer)
	switch {
	case isStatus(err, http.StatusNotFound):
		return "", library.ErrNoIndex
	case err != nil:
		return "", err
	case len(answer) != 1:
		return "", fmt.Errorf("the alias %s names %d indexes: it is not one of ours", alias, len(answer))
	}
	for name := range answer {
		if !ours(alias, name) {
			return "", fmt.Errorf("the alias %s names %s, which is none of ours: choose another with -opensearch-index", alias, name)
		}
		return name, nil
	}
	return "", library.ErrNoIndex
}

// readMeta reads what stands in the metadata of an index.
func readMeta(ctx context.Context, c *client, name string) (m meta, err error) {
	var answer map[string]struct {
		Mappings struct {
			Meta *meta `json:"_meta"`
		}
	}
	if err := c.get(ctx, "/"+name+"/_mapping", &answer); err != nil {
		return m, err
	}
	if answer[name].Mappings.Meta == nil {
		return m, fmt.Errorf("index %s has no manifest", name)
	}
	return *answer[name].Mappings.Meta, nil
}

// passes reports whether an error may pass by itself.
func passes(err error) bool { return errors.Is(err, engine.ErrUnavailable) }
