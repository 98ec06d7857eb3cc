package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"os"
	"strings"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"socsearch/cmd/internal/version"
	"socsearch/index"
)

// answer is a whole answer to a request that only reads: the same index and the
// same address always give the same bytes.
type answer struct {
	header http.Header
	plain  []byte
	gzip   func() []byte // made when it is first asked for; nil where it would save nothing
	etag   string        // without quotation marks and the encoding's ending
}

// size bounds the bytes of the body in both encodings.
func (a *answer) size() int { return 2 * len(a.plain) }

// The bounds of the answers that are kept.
const (
	maxKept    = 16 << 20  // bytes of bodies, plain and compressed
	maxAnswer  = 512 << 10 // bytes of one: exports are made anew
	leastGzip  = 860       // bytes below which compression saves no packet
	gzipEnding = "-gzip"
)

// cacheControl lets everyone keep an answer and ask whether it is still so.
const cacheControl = "no-cache"

// answers keeps answers under their ETags, the last used the longest.
type answers struct {
	mu   sync.Mutex
	lru  *simplelru.LRU[string, *answer]
	size int
}

func newAnswers() *answers {
	a := &answers{}
	// As many entries as the smallest answers could make: the size is what counts.
	a.lru, _ = simplelru.NewLRU(maxKept/leastGzip, func(_ string, old *answer) { a.size -= old.size() })
	return a
}

func (a *answers) get(etag string) (*answer, bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.lru.Get(etag)
}

func (a *answers) put(kept *answer) {
	if kept.size() > maxAnswer {
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.lru.Remove(kept.etag)
	a.lru.Add(kept.etag, kept)
	for a.size += kept.size(); a.size > maxKept; {
		a.lru.RemoveOldest()
	}
}

// buildID tells builds of the program apart, because another may answer
// otherwise: by its version, and by the size and time of its file, which a build
// from a changed tree has of its own.
var buildID = func() string {
	id := version.String()
	if path, err := os.Executable(); err == nil {
		if info, err := os.Stat(path); err == nil {
			id += fmt.Sprint(" ", info.Size(), " ", info.ModTime().UnixNano())
		}
	}
	return id
}()

// etagOf names the answer to a request: by the index, the program, and all of
// the request that the answer depends on.
func (s *server) etagOf(x *index.Index, r *http.Request) string {
	sum := sha256.New()
	fmt.Fprintf(sum, "%s\n%s\n%s\n%s\n%s\n", x.Manifest.Fingerprint(), buildID, r.URL.EscapedPath(), r.URL.Query().Encode(), acceptedFormat(r))
	fmt.Fprintln(sum, s.base(r), today().Unix()) // absolute links; citations that say when
	const enough = 20                            // hex digits
	return hex.EncodeToString(sum.Sum(nil))[:enough]
}

// kept answers from what is kept, or asks the handler and keeps its answer. It
// does the ETag, the condition and the compression for every address.
func (s *server) kept(h indexHandler) indexHandler {
	return func(w http.ResponseWriter, r *http.Request, x *index.Index) error {
		etag := s.etagOf(x, r)
		w.Header().Add("Vary", "Accept-Encoding")
		if matches(r.Header.Get("If-None-Match"), etag) {
			w.Header().Set("ETag", quoteETag(etag, acceptsGzip(r)))
			w.Header().Set("Cache-Control", cacheControl)
			w.WriteHeader(http.StatusNotModified)
			return nil
		}
		if a, ok := s.answers.get(etag); ok {
			return a.write(w, r)
		}
		rec := &recorder{header: http.Header{}}
		if err := h(rec, r, x); err != nil {
			return err
		}
		a := rec.answer(etag)
		if rec.status != 0 && rec.status != http.StatusOK {
			a.etag = ""
			return a.writeStatus(w, r, rec.status)
		}
		s.answers.put(a)
		return a.write(w, r)
	}
}

func (a *answer) write(w http.ResponseWriter, r *http.Request) error {
	return a.writeStatus(w, r, http.StatusOK)
}

func (a *answer) writeStatus(w http.ResponseWriter, r *http.Request, status int) error {
	h := w.Header()
	for name, values := range a.header {
		h[name] = append(h[name], values...)
	}
	body, zipped := a.plain, false
	if len(a.plain) >= leastGzip && acceptsGzip(r) {
		if small := a.gzip(); small != nil {
			body, zipped = small, true
			h.Set("Content-Encoding", "gzip")
		}
	}
	if a.etag != "" {
		h.Set("ETag", quoteETag(a.etag, zipped))
		if h.Get("Cache-Control") == "" {
			h.Set("Cache-Control", cacheControl)
		}
	}
	h.Set("Content-Length", fmt.Sprint(len(body)))
	w.WriteHeader(status)
	if r.Method == http.MethodHead {
		return nil
	}
	_, err := w.Write(body)
	return err
}

func quoteETag(etag string, zipped bool) string {
	if zipped {
		etag += gzipEnding
	}
	return `"` + etag + `"`
}

// matches tells whether a condition names the answer, in whatever encoding.
func matches(condition, etag string) bool {
	for _, c := range strings.Split(condition, ",") {
		c = strings.Trim(strings.TrimPrefix(strings.TrimSpace(c), "W/"), `"`)
		if strings.TrimSuffix(c, gzipEnding) == etag {
			return true
		}
	}
	return false
}

func acceptsGzip(r *http.Request) bool {
	wanted := preferences(r.Header.Get("Accept-Encoding"))
	if q, named := wanted["gzip"]; named {
		return q > 0
	}
	return wanted["*"] > 0
}

// recorder takes what a handler writes.
type recorder struct {
	header http.Header
	body   bytes.Buffer
	status int
}

func (r *recorder) Header() http.Header         { return r.header }
func (r *recorder) Write(b []byte) (int, error) { return r.body.Write(b) }
func (r *recorder) WriteHeader(status int)      { r.status = status }

// compressors are kept because a new one costs more than an answer.
var compressors = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}

func (r *recorder) answer(etag string) *answer {
	a := &answer{header: r.header, plain: r.body.Bytes(), etag: etag}
	a.gzip = sync.OnceValue(func() []byte { return compress(a.plain) })
	return a
}

// compress returns nil where it would save nothing.
func compress(plain []byte) []byte {
	var zipped bytes.Buffer
	z := compressors.Get().(*gzip.Writer)
	defer compressors.Put(z)
	z.Reset(&zipped)
	if _, err := z.Write(plain); err != nil || z.Close() != nil || zipped.Len() >= len(plain) {
		return nil
	}
	return zipped.Bytes()
}
