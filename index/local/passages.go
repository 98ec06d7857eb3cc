package local

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"

	"github.com/klauspost/compress/zstd"

	"socsearch/index/lru"
	"socsearch/index/schema"
	"socsearch/sources/document"
)

const (
	passagesName = "passages.bin"
	packsName    = "packs.bin"
)

// packSize is how many bytes of passages are compressed together: some twenty
// passages. A larger pack is smaller on disk and slower to read a passage from.
const packSize = 32 << 10

// passagesWriter writes the passages as JSON.
//
//   - passages.bin has packs of passages, each compressed by itself (zstd): for each
//     passage the length of its JSON as a varint, and the JSON.
//   - packs.bin has for each pack how many passages it holds and how many bytes it
//     takes, as varints.
type passagesWriter struct {
	packs, index *sidecar
	encoder      *zstd.Encoder
	pack         []byte
	count        int // in the pack
}

func newPassagesWriter(dir string) (*passagesWriter, error) {
	encoder, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	return &passagesWriter{packs: newSidecar(dir, passagesName), index: newSidecar(dir, packsName), encoder: encoder}, err
}

// addAll writes passages until there are no more, and closes the files.
func (w *passagesWriter) addAll(passages <-chan string) error {
	for p := range passages {
		w.add(p)
	}
	return w.close()
}

func (w *passagesWriter) add(passage string) {
	w.pack = binary.AppendUvarint(w.pack, uint64(len(passage)))
	w.pack = append(w.pack, passage...)
	w.count++
	if len(w.pack) >= packSize {
		w.flush()
	}
}

func (w *passagesWriter) flush() {
	if w.count == 0 {
		return
	}
	packed := w.encoder.EncodeAll(w.pack, nil)
	w.packs.Write(packed)
	w.index.uvarint(w.count)
	w.index.uvarint(len(packed))
	w.pack, w.count = w.pack[:0], 0
}

func (w *passagesWriter) close() error {
	w.flush()
	return errors.Join(w.packs.close(), w.index.close(), w.encoder.Close())
}

// passages reads what [passagesWriter] wrote.
type passages struct {
	file    *os.File
	firsts  []uint32 // the first passage of each pack, and how many passages there are
	ends    []uint64 // where packs end; at the front 0
	decoder *zstd.Decoder
	kept    *lru.Cache[int, []byte] // packs, unpacked
}

// packsMemory is how many bytes of packs are kept unpacked: all of a few papers.
const packsMemory = 16 << 20

// largestPack bounds what a pack may grow to: a passage of this length is none.
const largestPack = 64 << 20

// openPassages opens the passages and checks that there are count of them.
func openPassages(path string, count int) (*passages, error) {
	data, err := os.ReadFile(filepath.Join(path, packsName))
	if err != nil {
		return nil, err
	}
	p := &passages{firsts: []uint32{0}, ends: []uint64{0}}
	for v := (varints{data: data}); v.at < len(v.data); {
		p.firsts = append(p.firsts, p.firsts[len(p.firsts)-1]+v.next())
		p.ends = append(p.ends, p.ends[len(p.ends)-1]+uint64(v.next()))
	}
	if n := p.firsts[len(p.firsts)-1]; int(n) != count {
		return nil, fmt.Errorf("%s has %d passages, not %d", packsName, n, count)
	}
	if p.decoder, err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(largestPack)); err != nil {
		return nil, err
	}
	p.kept = lru.New(packsMemory, func(_ int, pack []byte) int { return cap(pack) })
	p.file, err = os.Open(filepath.Join(path, passagesName))
	return p, err
}

func (p *passages) close() error {
	p.decoder.Close()
	return p.file.Close()
}

// read returns the passage at a place in reading order.
func (p *passages) read(place uint32) (*document.Passage, error) {
	return p.readBy(place, schema.ReadPassage)
}

// readBy reads what a function makes of a passage's record.
func (p *passages) readBy(place uint32, decode func([]byte) (*document.Passage, error)) (*document.Passage, error) {
	pack := sort.Search(len(p.firsts), func(i int) bool { return p.firsts[i] > place }) - 1
	if pack < 0 || pack == len(p.firsts)-1 {
		return nil, fmt.Errorf("passage %d of %d", place, p.firsts[len(p.firsts)-1])
	}
	data, err := p.unpack(pack)
	if err != nil {
		return nil, fmt.Errorf("passage %d: %s: %w", place, passagesName, err)
	}
	for n := place - p.firsts[pack]; ; n-- {
		size, width := binary.Uvarint(data)
		if width <= 0 || size > uint64(len(data)-width) {
			return nil, fmt.Errorf("passage %d: %s: %w", place, passagesName, errDamaged)
		}
		if n == 0 {
			return decode(data[width : width+int(size)])
		}
		data = data[width+int(size):]
	}
}

// unpack returns a pack, which is shared and must not be changed.
func (p *passages) unpack(pack int) ([]byte, error) {
	if data, found := p.kept.Get(pack); found {
		return data, nil
	}
	packed := make([]byte, p.ends[pack+1]-p.ends[pack])
	if _, err := p.file.ReadAt(packed, int64(p.ends[pack])); err != nil {
		return nil, err
	}
	data, err := p.decoder.DecodeAll(packed, make([]byte, 0, 2*packSize))
	if err != nil {
		return nil, err
	}
	p.kept.Put(pack, data)
	return data, nil
}
