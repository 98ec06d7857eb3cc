package enginetest

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"socsearch/index/analysis"
	"socsearch/index/engine"
	"socsearch/index/match"
	"socsearch/index/schema"
	"socsearch/index/words"
	"socsearch/sources/document"
)

// Memory is an engine that keeps in memory what it is told of passages. The number of
// a document is the passage's place in reading order.
type Memory struct {
	size    int
	lengths map[string]float64                         // mean numbers of words, by field
	texts   map[string]map[string]map[uint32]occurring // by field and term
	whole   map[string]map[string][]uint32             // by field and value
}

// occurring is what a text has of a term.
type occurring struct {
	places []uint32
	length int // of the text, in terms
}

// NewMemory returns an engine of some passages.
func NewMemory(passages []document.Passage) (*Memory, error) {
	m := &Memory{len(passages), map[string]float64{}, map[string]map[string]map[uint32]occurring{}, map[string]map[string][]uint32{}}
	for i := range passages {
		r, err := schema.NewRecord(&passages[i])
		if err != nil {
			return nil, err
		}
		m.add(uint32(i), r)
	}
	for field := range m.lengths {
		m.lengths[field] /= float64(m.size)
	}
	return m, nil
}

func (m *Memory) add(document uint32, r *schema.Record) {
	for field, text := range map[string]string{schema.Text: r.Text, schema.Heading: r.Heading, schema.Name: r.Name, schema.Note: r.Note} {
		m.lengths[field] += float64(len(analysis.Exact(text)))
		m.addTokens(document, field, analysis.Prose(text))
		m.addTokens(document, field+schema.ExactSuffix, analysis.Exact(text))
	}
	for field, values := range map[string][]string{
		schema.ID: {r.ID}, schema.Number: {r.Number}, schema.NoteNumber: r.NoteNumber, schema.Implied: r.Implied,
		"document": {r.Document}, "kind": {r.Kind}, "part": r.Part, "objective": r.Objective,
		"organisation": r.Organisation, "strand": r.Strand, "threat": r.Threat, "commitment": r.Commitment, schema.Expectation: r.Expectation,
	} {
		if m.whole[field] == nil {
			m.whole[field] = map[string][]uint32{}
		}
		for _, v := range values {
			if list := m.whole[field][v]; v != "" && !slices.Contains(list, document) {
				m.whole[field][v] = append(list, document)
			}
		}
	}
}

func (m *Memory) addTokens(document uint32, field string, tokens []analysis.Token) {
	if m.texts[field] == nil {
		m.texts[field] = map[string]map[uint32]occurring{}
	}
	terms := m.texts[field]
	for _, t := range tokens {
		if terms[t.Term] == nil {
			terms[t.Term] = map[uint32]occurring{}
		}
		o := terms[t.Term][document]
		o.places, o.length = append(o.places, uint32(t.Position)), len(tokens)
		terms[t.Term][document] = o
	}
}

// Size is how many passages there are.
func (m *Memory) Size() int { return m.size }

// List returns the passages that have a term in a field.
func (m *Memory) List(ctx context.Context, field, term string, withPlaces bool) (*engine.Postings, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	l := new(engine.Postings)
	if withPlaces {
		l.Starts = []uint32{0}
	}
	weigher := match.NewWeigher(field, m.lengths)
	documents := m.texts[field][term]
	for _, d := range slices.Sorted(maps.Keys(documents)) {
		o := documents[d]
		l.Documents = append(l.Documents, d)
		l.Frequencies = append(l.Frequencies, weigher.Weigh(float32(len(o.places)), float32(o.length)))
		if withPlaces {
			l.Places = append(l.Places, o.places...)
			l.Starts = append(l.Starts, uint32(len(l.Places)))
		}
	}
	return l, nil
}

// Documents returns the passages that have a term in a field, or a value in one that is looked up
// whole.
func (m *Memory) Documents(ctx context.Context, field, value string) ([]uint32, error) {
	if documents := m.texts[field][value]; documents != nil {
		return slices.Sorted(maps.Keys(documents)), ctx.Err()
	}
	return slices.Clone(m.whole[field][value]), ctx.Err()
}

// Vocabulary returns the terms with the numbers of passages that have them.
func (m *Memory) Vocabulary() (*words.Vocabulary, error) {
	var tables []string
	for _, suffix := range []string{"", schema.ExactSuffix} {
		rows := map[string][]string{}
		for i, field := range schema.Searched {
			for term, documents := range m.texts[field+suffix] {
				if rows[term] == nil {
					rows[term] = slices.Repeat([]string{"0"}, len(schema.Searched))
				}
				rows[term][i] = strconv.Itoa(len(documents))
			}
		}
		var b strings.Builder
		for _, term := range slices.Sorted(maps.Keys(rows)) {
			b.WriteString(term + "\t" + strings.Join(rows[term], "\t") + "\n")
		}
		tables = append(tables, b.String())
	}
	return words.ParseTerms(tables[0] + "\n" + tables[1])
}
