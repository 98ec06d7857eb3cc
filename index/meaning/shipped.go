package meaning

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"sort"
)

// shippedFile is the vectors of the embedded documents' texts, so that a first
// start needn't make them: records in the order of their keys.
//
//go:embed weights/shipped.bin
var shippedFile string

// key names a text, under these weights: a changed text has no vector and is
// encoded anew.
type key [keySize]byte

const (
	keySize    = 8 // two of a million texts share a key once in ten million collections
	recordSize = keySize + vectorSize
)

// modelName goes into the keys: change it with the weights, or with what is made
// of them.
const modelName = "e5-small-v2 1\n"

func keyOf(text string) (k key) {
	sum := sha256.Sum256([]byte(modelName + text))
	copy(k[:], sum[:])
	return k
}

// shipped returns the vector of a text that ships with the program.
func shipped(k key) (v Vector, ok bool) {
	n := len(shippedFile) / recordSize
	record := func(i int) string { return shippedFile[i*recordSize : (i+1)*recordSize] }
	i := sort.Search(n, func(i int) bool { return record(i)[:keySize] >= string(k[:]) })
	if i == n || record(i)[:keySize] != string(k[:]) {
		return v, false
	}
	copy(v[:], record(i)[keySize:])
	return v, true
}

// Ship returns a file of the vectors of texts, to be embedded.
func Ship(texts []string) []byte {
	records := map[key]Vector{}
	encodeAll(texts, func(i int, v Vector) { records[keyOf(texts[i])] = v })
	var list [][]byte
	for k, v := range records {
		list = append(list, append(k[:], v[:]...))
	}
	sort.Slice(list, func(a, b int) bool { return bytes.Compare(list[a], list[b]) < 0 })
	return bytes.Join(list, nil)
}
