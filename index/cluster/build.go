package cluster

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"socsearch/index/analysis"
	"socsearch/index/library"
	"socsearch/index/match"
	"socsearch/index/meaning"
	"socsearch/index/schema"
	"socsearch/sources"
	"socsearch/sources/document"
)

// The bounds of a bulk request, and of the patience with a cluster that has enough to
// do.
const (
	bulkBytes = 4 << 20
	bulkTries = 8
	firstWait = 250 * time.Millisecond // doubled with each try: half a minute in all
)

// Build indexes a corpus into the cluster, in place of the index that has the alias.
// passages yields the corpus's passages in reading order; it is gone through twice, since
// impacts hang on mean lengths. vectors says how theirs are made; nil for none. On any error the index that was there stays.
// [library.ErrLocked] says that somebody else is building.
func Build(ctx context.Context, c Config, corpus *sources.Corpus, passages iter.Seq[*document.Passage], origin library.Origin, vectors *meaning.Making) error {
	if err := build(ctx, c, corpus, passages, origin, vectors); err != nil {
		return fmt.Errorf("build index %s in the cluster: %w", c.Alias, err)
	}
	return nil
}

func build(ctx context.Context, c Config, corpus *sources.Corpus, passages iter.Seq[*document.Passage], origin library.Origin, vectors *meaning.Making) error {
	client, err := newClient(c)
	if err != nil {
		return err
	}
	g := &generation{client: client, config: c, vocabulary: newTermCounts(), lengths: map[string]float64{}}
	if err := g.lock(ctx); err != nil {
		return err
	}
	defer g.unlock()
	ctx, stop := g.holdLock(ctx)
	defer stop()
	err = g.fill(ctx, corpus, passages, origin, vectors)
	if err != nil {
		// What can't be removed now is removed by the next build.
		g.abandon(context.WithoutCancel(ctx))
	}
	if lost := context.Cause(ctx); err != nil && lost != nil && ctx.Err() != nil {
		return lost
	}
	return err
}

// generation is an index that is being filled.
type generation struct {
	client     *client
	config     Config
	name       string
	previous   string // that has the alias
	owner      string
	vocabulary *termCounts
	lengths    map[string]float64 // of the fields, in words: sums, then means
	names      bytes.Buffer
	count      int
	published  bool
}

func (g *generation) fill(ctx context.Context, corpus *sources.Corpus, passages iter.Seq[*document.Passage], origin library.Origin, vectors *meaning.Making) error {
	if err := g.clear(ctx); err != nil {
		return err
	}
	afterStep("clear")
	if err := g.survey(ctx, passages); err != nil {
		return err
	}
	if err := g.create(ctx); err != nil {
		return err
	}
	afterStep("create")
	if err := g.load(ctx, passages); err != nil {
		return err
	}
	afterStep("load")
	if err := g.settle(ctx); err != nil {
		return err
	}
	afterStep("settle")
	cat := library.New(corpus)
	cat.Lengths = g.lengths
	catalogue, err := json.Marshal(cat)
	if err != nil {
		return err
	}
	files := map[string][]byte{catalogueFile: catalogue, termsFile: g.vocabulary.table(), namesFile: g.names.Bytes()}
	if vectors != nil {
		if files[vectorsFile], err = makeVectors(ctx, vectors); err != nil {
			return err
		}
	}
	if err := g.writeFiles(ctx, files); err != nil {
		return err
	}
	afterStep("files")
	m := library.Manifest{Format: formatVersion, Corpus: corpus.Hash, Origin: origin, Passages: g.count, Built: time.Now().UTC().Truncate(time.Second), Files: describe(files)}
	return g.publish(ctx, m)
}

// afterStep is called after each step of a build with the step's name; tests stop a
// build there.
var afterStep = func(step string) {}

// survey goes through the passages once for what each needs to know of all.
func (g *generation) survey(ctx context.Context, passages iter.Seq[*document.Passage]) error {
	names := library.NewNames(&g.names)
	for p := range passages {
		if err := ctx.Err(); err != nil {
			return err
		}
		r, err := schema.NewRecord(p)
		if err != nil {
			return fmt.Errorf("passage %s: %w", p.ID, err)
		}
		if err := names.Add(p); err != nil {
			return err
		}
		all := texts(r)
		g.vocabulary.add(all)
		for _, field := range schema.Searched {
			g.lengths[field] += float64(len(all[field+schema.ExactSuffix]))
		}
		g.count++
	}
	for field := range g.lengths {
		g.lengths[field] /= float64(g.count)
	}
	return nil
}

// load hands the passages over in bulks of a few megabytes.
func (g *generation) load(ctx context.Context, passages iter.Seq[*document.Passage]) error {
	var b bulk
	place := 0
	for p := range passages {
		doc, err := g.document(p, place)
		if err == nil {
			err = b.add(strconv.Itoa(place), doc)
		}
		if err == nil && b.size >= bulkBytes {
			err = g.flush(ctx, &b)
		}
		if err != nil {
			return fmt.Errorf("passage %s: %w", p.ID, err)
		}
		place++
	}
	if place != g.count {
		return fmt.Errorf("%d passages came where %d had come before", place, g.count)
	}
	return g.flush(ctx, &b)
}

// document is what is indexed of a passage.
func (g *generation) document(p *document.Passage, place int) (object, error) {
	r, err := schema.NewRecord(p)
	if err != nil {
		return nil, err
	}
	values := schema.ValuesOf(p)
	d := object{"place": place, "passage": r.Passage, schema.ID: r.ID, schema.NoteNumber: r.NoteNumber, namedOrImplied: values.Of(schema.FacetOrganisation, true)}
	if r.Number != "" {
		d[schema.Number] = r.Number
	}
	for name, v := range values {
		d[name] = slices.DeleteFunc(slices.Clone(v), func(s string) bool { return s == "" })
	}
	features := map[string]float32{}
	for field, tokens := range texts(r) {
		d[field] = positions(tokens)
		counts := map[string]int{}
		for _, t := range tokens {
			if t.Term != "" {
				counts[t.Term]++
			}
		}
		weigher, exact := match.NewWeigher(field, g.lengths), field != schema.Plain(field)
		for term, n := range counts {
			features[encodeFeature(term, exact)] += weigher.Weigh(float32(n), float32(len(tokens)))
		}
	}
	d[impacts] = features
	return d, nil
}

// termCounts counts the passages that have each term, by field.
type termCounts struct {
	prose, exact map[string][]int
}

func newTermCounts() *termCounts { return &termCounts{map[string][]int{}, map[string][]int{}} }

func (c *termCounts) add(all map[string][]analysis.Token) {
	for i, field := range schema.Searched {
		count(c.prose, i, all[field])
		count(c.exact, i, all[field+schema.ExactSuffix])
	}
}

func count(counts map[string][]int, field int, tokens []analysis.Token) {
	seen := map[string]bool{}
	for _, t := range tokens {
		if seen[t.Term] {
			continue
		}
		seen[t.Term] = true
		if counts[t.Term] == nil {
			counts[t.Term] = make([]int, len(schema.Searched))
		}
		counts[t.Term][field]++
	}
}

// table writes the counts as words.ParseTerms reads them.
func (c *termCounts) table() []byte {
	var b bytes.Buffer
	for i, counts := range []map[string][]int{c.prose, c.exact} {
		if i > 0 {
			b.WriteByte('\n')
		}
		for _, term := range slices.Sorted(maps.Keys(counts)) {
			b.WriteString(term)
			for _, n := range counts[term] {
				b.WriteString("\t" + strconv.Itoa(n))
			}
			b.WriteByte('\n')
		}
	}
	return b.Bytes()
}

// abandon removes what was written.
func (g *generation) abandon(ctx context.Context) {
	if g.name == "" || g.published {
		return
	}
	const patience = 10 * time.Second
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	_ = errors.Join(g.client.remove(ctx, "/"+g.name), g.client.remove(ctx, "/"+g.name+filesSuffix))
}

// ours reports whether a name is that of a generation of an alias.
func ours(alias, name string) bool { return strings.HasPrefix(name, alias+generationInfix) }
