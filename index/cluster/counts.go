package cluster

import (
	"context"
	"strconv"

	"socsearch/index/plan"
	"socsearch/index/schema"
)

// countsMemory is how many bytes of counts are kept, and of what is counted.
const countsMemory = 16 << 20

// countsAtOnce is how many are asked for in one request.
const countsAtOnce = 200

// Count counts the passages that have each of what is asked for.
func (x *Index) Count(ctx context.Context, wanted []plan.Occurrence) ([]int, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	list := make([]plan.Occurrence, 0, len(wanted))
	for _, w := range wanted {
		t := x.translator(w.Fields)
		t.occurrences(w.Leaf, func(o plan.Occurrence) { list = append(list, o) })
	}
	if err := x.learn(ctx, list); err != nil {
		return nil, err
	}
	return x.countEach(ctx, wanted)
}

// learn counts what isn't known yet of single alternatives, those first that others
// hang on.
func (x *Index) learn(ctx context.Context, list []plan.Occurrence) error {
	byDepth := map[int][]plan.Occurrence{}
	deepest := 0
	seen := map[string]bool{}
	for _, o := range list {
		k := key(o.Fields, o.Leaf.Alternatives[0])
		if _, known := x.counts.Get(k); known || seen[k] {
			continue
		}
		seen[k] = true
		d := depth(o.Leaf)
		byDepth[d] = append(byDepth[d], o)
		deepest = max(deepest, d)
	}
	for d := 0; d <= deepest; d++ {
		counts, err := x.countEach(ctx, byDepth[d])
		if err != nil {
			return err
		}
		for i, o := range byDepth[d] {
			x.counts.Put(key(o.Fields, o.Leaf.Alternatives[0]), counts[i])
		}
	}
	return nil
}

// known returns how many passages have an alternative in some fields, once that was
// learnt; what wasn't asked for has none.
func (x *Index) known(fields []string, a plan.Alternative) int {
	n, _ := x.counts.Get(key(fields, a))
	return n
}

// translator returns what translates plans for this index.
func (x *Index) translator(fields []string) translator {
	return translator{counts: x.known, terms: x.Terms(), size: x.Manifest.Passages, fields: fields}
}

// countEach asks how many passages have each of what is wanted, but for single
// alternatives that are known.
func (x *Index) countEach(ctx context.Context, wanted []plan.Occurrence) ([]int, error) {
	counts := make([]int, len(wanted))
	filters := object{}
	ask := func() error {
		if len(filters) == 0 {
			return nil
		}
		answer, err := x.search(ctx, object{"size": 0, "track_total_hits": false, "aggs": object{"count": object{"filters": object{"filters": filters}}}})
		if err != nil {
			return err
		}
		for name, b := range answer.Aggregations["count"].Named() {
			i, err := strconv.Atoi(name)
			if err != nil || i >= len(counts) {
				return errAnswer
			}
			counts[i] = b.Count
		}
		filters = object{}
		return nil
	}
	for i, w := range wanted {
		if len(w.Leaf.Alternatives) == 1 {
			if n, ok := x.counts.Get(key(w.Fields, w.Leaf.Alternatives[0])); ok {
				counts[i] = n
				continue
			}
		}
		if !x.occurs(w) {
			continue
		}
		filters[strconv.Itoa(i)] = x.translator(w.Fields).leaf(w.Leaf)
		if len(filters) == countsAtOnce {
			if err := ask(); err != nil {
				return nil, err
			}
		}
	}
	return counts, ask()
}

// occurs reports whether the vocabulary has what an occurrence needs: of words that
// stand nowhere nobody need be asked.
func (x *Index) occurs(w plan.Occurrence) bool {
	for _, a := range w.Leaf.Alternatives {
		if a.Node != nil || a.Prefix || len(a.Terms) == 0 {
			return true
		}
		all := true
		for _, term := range a.Terms {
			has := false
			for _, field := range w.Fields {
				has = has || x.Terms().Frequency(schema.FieldFor(field, a.Exact), term) > 0
			}
			all = all && has
		}
		if all {
			return true
		}
	}
	return false
}
