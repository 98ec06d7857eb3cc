package meaning

import (
	"math"
	"sync"
)

// scratch is the memory of one pass through the model: some 200 kB for a
// question, used again for the next.
type scratch struct {
	x, y    []float32 // a row of Width for each piece
	heads   []float32 // query, key and value of each piece
	inner   []float32
	scores  []float32
	rounded rounded // as wide as the widest rows
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// fit makes the scratch that of a text of n pieces.
func (s *scratch) fit(n int) {
	s.x, s.y, s.heads = sized(s.x, n*Width), sized(s.y, n*Width), sized(s.heads, 3*n*Width)
	s.inner, s.scores = sized(s.inner, n*innerWidth), sized(s.scores, n)
	s.rounded.fit(n, innerWidth)
}

// sized returns a slice of n elements, whose values are left over; the old one's
// memory if that is enough.
func sized[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n)
	}
	return old[:n]
}

// encode returns the mean of what the model makes of a text's pieces, of length
// 1: Width numbers.
func (m *model) encode(ids []int32) []float32 {
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	s.fit(len(ids))
	for t, id := range ids {
		row := m.embedding[int(id)*Width:][:Width]
		for i := range Width {
			s.x[t*Width+i] = float32((float32(row[i])-m.embeddingZero)*m.embeddingScale) + m.positions[t*Width+i]
		}
	}
	m.norm.apply(s.x)
	for i := range m.layers {
		m.layers[i].apply(s)
	}
	return meanOfRows(s.x)
}

// apply puts s.x through a layer.
func (l *layer) apply(s *scratch) {
	s.rounded.round(s.x, Width)
	l.attention.apply(&s.rounded, s.heads)
	clear(s.y)
	for h := range headCount {
		s.attend(h)
	}
	s.rounded.round(s.y, Width)
	l.output.apply(&s.rounded, s.y)
	s.addAndNormalise(l.norm)

	s.rounded.round(s.x, Width)
	l.up.apply(&s.rounded, s.inner)
	for i, v := range s.inner {
		s.inner[i] = gelu(v)
	}
	s.rounded.round(s.inner, innerWidth)
	l.down.apply(&s.rounded, s.y)
	s.addAndNormalise(l.normAfter)
}

func (s *scratch) addAndNormalise(n layerNorm) {
	for i, v := range s.y {
		s.x[i] += v
	}
	n.apply(s.x)
}

// attend adds to s.y what each piece takes from the others through a head.
func (s *scratch) attend(h int) {
	n := len(s.scores)
	head := func(part, t int) *[headWidth]float32 { // part: 0 query, 1 key, 2 value
		at := (3*t+part)*Width + h*headWidth
		return (*[headWidth]float32)(s.heads[at : at+headWidth])
	}
	scale := float32(1 / math.Sqrt(headWidth))
	for t := range n {
		query, most := head(0, t), float32(math.Inf(-1))
		for u := range n {
			s.scores[u] = float32(headDot(query, head(1, u)) * scale)
			most = max(most, s.scores[u])
		}
		var sum float32
		for u, v := range s.scores {
			s.scores[u] = exp(v - most)
			sum += s.scores[u]
		}
		at := t*Width + h*headWidth
		out := (*[headWidth]float32)(s.y[at : at+headWidth])
		for u, v := range s.scores {
			headAdd(v/sum, head(2, u), out)
		}
	}
}

// meanOfRows returns the mean of rows, made 1 long.
func meanOfRows(x []float32) []float32 {
	mean := make([]float32, Width)
	for at := 0; at < len(x); at += Width {
		for i := range mean {
			mean[i] += x[at+i]
		}
	}
	var square float32
	for _, v := range mean {
		square += float32(v * v)
	}
	inverse := float32(1 / math.Sqrt(float64(square)))
	for i := range mean {
		mean[i] *= inverse
	}
	return mean
}
