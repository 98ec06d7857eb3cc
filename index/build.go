package index

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"socsearch/index/analysis"
	"socsearch/sources"
	"socsearch/sources/document"
)

// The names of what a generation holds.
const (
	storeName     = "store"
	catalogueName = "corpus.json"
	orderName     = "order.u32"
)

// batchSize is how many passages are handed to bleve at once: one batch of this
// size takes some 100 MB while it is analysed.
const batchSize = 20_000

// Build indexes a corpus into dir, in place of the index that was there. On any
// error that one stays as it was. [ErrLocked] says that somebody else is
// building there.
func Build(ctx context.Context, dir string, corpus *sources.Corpus, origin Origin) error {
	if err := build(ctx, dir, corpus, origin); err != nil {
		return fmt.Errorf("build index %s: %w", dir, err)
	}
	return nil
}

func build(ctx context.Context, dir string, corpus *sources.Corpus, origin Origin) error {
	generation, err := newGeneration(dir)
	if err != nil {
		return err
	}
	defer generation.lock.Unlock()
	afterStep("folder")
	err = generation.fill(ctx, corpus)
	if err == nil {
		err = generation.publish(Manifest{Format: FormatVersion, Corpus: corpus.Hash, Origin: origin, Passages: len(corpus.Passages)})
	}
	if err != nil && currentGeneration(dir) != filepath.Base(generation.path) {
		if left := generation.abandon(); left != nil {
			return fmt.Errorf("%w (and what was written stays: %v)", err, left)
		}
	}
	return err
}

// fill writes everything but the manifest.
func (g *generation) fill(ctx context.Context, corpus *sources.Corpus) error {
	store := filepath.Join(g.path, storeName)
	lengths, err := writeStore(ctx, store, corpus.Passages)
	if err != nil {
		return err
	}
	afterStep("store")
	if err := writeOrder(store, filepath.Join(g.path, orderName)); err != nil {
		return err
	}
	afterStep("order")
	cat := newCatalogue(corpus)
	cat.Lengths = lengths
	data, err := json.Marshal(cat)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(g.path, catalogueName), data, 0o644); err != nil {
		return err
	}
	afterStep("catalogue")
	return nil
}

// writeStore writes the bleve index and returns the mean lengths of its fields.
// The id of a bleve document is the passage's place in reading order.
func writeStore(ctx context.Context, path string, passages []document.Passage) (lengths map[string]float64, err error) {
	store, err := bleve.NewUsing(path, newMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, err
	}
	defer func() {
		if closeErr := store.Close(); err == nil {
			err = closeErr
		}
	}()
	lengths = map[string]float64{}
	batch := store.NewBatch()
	for i := range passages {
		r, err := newRecord(&passages[i])
		if err != nil {
			return nil, err
		}
		addLengths(lengths, r, len(passages))
		if err := batch.Index(fmt.Sprintf("%09d", i), r); err != nil {
			return nil, fmt.Errorf("passage %s: %w", passages[i].ID, err)
		}
		if batch.Size() >= batchSize || i == len(passages)-1 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if err := store.Batch(batch); err != nil {
				return nil, err
			}
			batch.Reset()
		}
	}
	return lengths, nil
}

func addLengths(lengths map[string]float64, r *record, passages int) {
	for field, text := range map[string]string{fieldText: r.Text, fieldHeading: r.Heading, fieldSection: r.Section, fieldName: r.Name, fieldNote: r.Note} {
		lengths[field] += float64(len(analysis.Exact(text))) / float64(passages)
	}
}

func newRecord(p *document.Passage) (*record, error) {
	passage, err := json.Marshal(p)
	if err != nil {
		return nil, err
	}
	r := &record{
		Text:    p.Text,
		Heading: p.Title,
		Section: strings.Join(append(p.Section[:len(p.Section):len(p.Section)], p.Title), "\n"),
		ID:      p.ID,
		Implied: mentionSlugs(p.Implied),
		Passage: string(passage),
	}
	if n := len(p.Section); n > 0 {
		r.Heading = p.Section[n-1] + "\n" + p.Title
	}
	if p.Kind == document.KindParagraph {
		r.Number = p.Number
	}
	for _, m := range p.Organisations {
		r.Name += m.Name + " " + m.Abbreviation + "\n"
	}
	for _, n := range p.Footnotes {
		r.Note += n.Text + "\n"
	}
	values := map[string][]string{}
	for _, f := range FacetFields {
		values[f.Name] = f.values(p)
	}
	r.Document, r.Kind = p.Document, string(p.Kind)
	r.Part, r.Objective = values["part"], values["objective"]
	r.Organisation, r.Strand, r.Threat = values[FacetOrganisation], p.Strands, p.Threats
	return r, nil
}

// writeOrder writes, for each document number of the finished store, its place
// in reading order: four bytes each, little-endian.
func writeOrder(store, path string) error {
	s, err := openStore(store)
	if err != nil {
		return err
	}
	defer s.close()
	count, err := s.reader.DocCount()
	if err != nil {
		return err
	}
	order := make([]byte, 4*count)
	ids, err := s.reader.DocIDReaderAll()
	if err != nil {
		return err
	}
	defer ids.Close()
	for {
		internal, err := ids.Next()
		if err != nil {
			return err
		}
		if internal == nil {
			break
		}
		external, err := s.reader.ExternalID(internal)
		if err != nil {
			return err
		}
		place, err := strconv.Atoi(external)
		if err != nil {
			return err
		}
		binary.LittleEndian.PutUint32(order[4*internal.Value():], uint32(place))
	}
	return os.WriteFile(path, order, 0o644)
}
