package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"socsearch/cmd/internal/version"
	"socsearch/index/lru"
)

// answer is a whole answer to a request that only reads: the same index and the
// same address always give the same bytes. It is shared and never changed.
type answer struct {
	status int
	etag   string      // without quotation marks and the encoding's ending; "" for none
	header http.Header // of the plain body
	plain  []byte
	gzip   func() *encoded // made when it is first asked for; nil where it would save nothing
}

// encoded is a body in another encoding, with its own headers.
type encoded struct {
	header http.Header
	body   []byte
}

// size bounds the bytes of the body in both encodings.
func (a *answer) size() int { return 2 * len(a.plain) }

// cost bounds the bytes that a kept answer takes with the request that it is kept
// under: an address may be long and its answer short.
func cost(asked request, kept *answer) int {
	const rest = 2 << 10 // headers in both encodings, and what holds them together
	return rest + kept.size() + len(asked.path) + len(asked.query) + len(asked.accept) + len(asked.base)
}

// request is all of a request that its answer depends on, as it came.
type request struct {
	generation                string // of the index
	path, query, accept, base string
	day                       time.Time // citations say when
}

func (s *server) requestOf(x *snapshot, r *http.Request) request {
	return request{x.Generation(), r.URL.EscapedPath(), r.URL.RawQuery, r.Header.Get("Accept"), s.base(r), today()}
}

// The bounds of the answers that are kept.
const (
	maxKept    = 16 << 20  // bytes of answers, plain and compressed, with their addresses
	maxAnswer  = 512 << 10 // bytes of one: exports are made anew
	leastGzip  = 860       // bytes below which compression saves no packet
	gzipEnding = "-gzip"
)

// cacheControl lets everyone keep an answer and ask whether it is still so.
const cacheControl = "no-cache"

// newAnswers returns what keeps answers by their requests.
func newAnswers() *lru.Cache[request, *answer] { return lru.New(maxKept, cost) }

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
// the request that the answer depends on, however it is written.
func (s *server) etagOf(x *snapshot, r *http.Request) string {
	sum := sha256.New()
	fmt.Fprintf(sum, "%s\n%s\n%s\n%s\n%s\n", x.Manifest.Fingerprint(), buildID, r.URL.EscapedPath(), r.URL.Query().Encode(), representation(r))
	fmt.Fprintln(sum, s.base(r), today().Unix()) // absolute links; citations that say when
	const enough = 20                            // hex digits
	return hex.EncodeToString(sum.Sum(nil))[:enough]
}

// kept answers from what is kept, or asks the handler and keeps its answer. It
// does the ETag, the condition and the compression for every address.
func (s *server) kept(h indexHandler) indexHandler {
	return func(w http.ResponseWriter, r *http.Request, x *snapshot) error {
		asked := s.requestOf(x, r)
		a, known := s.answers.Get(asked)
		s.metrics.answered(known)
		etag := ""
		if known {
			etag = a.etag
		} else {
			etag = s.etagOf(x, r)
		}
		addVary(w.Header(), "Accept-Encoding")
		if matches(r.Header.Get("If-None-Match"), etag) {
			return notModified(w, r, etag)
		}
		if known {
			return a.answer(w, r)
		}
		rec := newRecorder()
		defer rec.free()
		if err := h(rec, r, x); err != nil {
			return err
		}
		if s.mount != "" && strings.Contains(rec.header.Get("Content-Type"), "json") {
			rec.rewrite(s.mount.json)
		}
		a = rec.answer(etag)
		if a.status == http.StatusOK && a.size() <= maxAnswer {
			s.answers.Put(asked, a)
			s.metrics.kept.Set(float64(s.answers.Bytes()))
		}
		return a.answer(w, r)
	}
}

// notModified says that the client has the answer already.
func notModified(w http.ResponseWriter, r *http.Request, etag string) error {
	w.Header().Set("ETag", quoteETag(etag, acceptsGzip(r)))
	w.Header().Set("Cache-Control", cacheControl)
	w.WriteHeader(http.StatusNotModified)
	return nil
}

// answer writes an answer, unless the client wants it only where there is none
// (If-None-Match: *, RFC 9110, 13.1.2).
func (a *answer) answer(w http.ResponseWriter, r *http.Request) error {
	if a.etag != "" && strings.TrimSpace(r.Header.Get("If-None-Match")) == "*" {
		return notModified(w, r, a.etag)
	}
	return a.write(w, r)
}

// addVary names a header of requests on which the answer depends.
func addVary(h http.Header, name string) {
	if len(h["Vary"]) > 0 {
		name = h["Vary"][0] + ", " + name
	}
	h["Vary"] = []string{name}
}

func (a *answer) write(w http.ResponseWriter, r *http.Request) error {
	header, body := a.header, a.plain
	if len(a.plain) >= leastGzip && acceptsGzip(r) {
		if e := a.gzip(); e != nil {
			header, body = e.header, e.body
		}
	}
	maps.Copy(w.Header(), header)
	w.WriteHeader(a.status)
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

// matches reports whether a condition names the answer, in whatever encoding.
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

// recorder takes what a handler writes. Its buffer is used again.
type recorder struct {
	header http.Header
	body   bytes.Buffer
	status int
}

var recorders = sync.Pool{New: func() any { return new(recorder) }}

func newRecorder() *recorder {
	r := recorders.Get().(*recorder)
	r.header, r.status = http.Header{}, http.StatusOK
	r.body.Reset()
	return r
}

func (r *recorder) free() {
	if r.body.Cap() <= maxAnswer {
		recorders.Put(r)
	}
}

// rewrite changes what was written.
func (r *recorder) rewrite(change func([]byte) []byte) {
	body := change(bytes.Clone(r.body.Bytes()))
	r.body.Reset()
	r.body.Write(body)
}

func (r *recorder) Header() http.Header         { return r.header }
func (r *recorder) Write(b []byte) (int, error) { return r.body.Write(b) }
func (r *recorder) WriteHeader(status int)      { r.status = status }

// answer makes an answer of what was recorded. One that isn't 200 has no ETag.
func (r *recorder) answer(etag string) *answer {
	a := &answer{status: r.status, header: r.header, plain: bytes.Clone(r.body.Bytes())}
	if a.status == http.StatusOK {
		a.etag = etag
		a.header.Set("ETag", quoteETag(etag, false))
		if a.header.Get("Cache-Control") == "" {
			a.header.Set("Cache-Control", cacheControl)
		}
	}
	a.header.Set("Content-Length", strconv.Itoa(len(a.plain)))
	a.gzip = sync.OnceValue(a.compress)
	return a
}

// compressors are kept because a new one costs more than an answer.
var compressors = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}

func (a *answer) compress() *encoded {
	var zipped bytes.Buffer
	z := compressors.Get().(*gzip.Writer)
	defer compressors.Put(z)
	z.Reset(&zipped)
	if _, err := z.Write(a.plain); err != nil || z.Close() != nil || zipped.Len() >= len(a.plain) {
		return nil
	}
	e := &encoded{a.header.Clone(), zipped.Bytes()}
	e.header.Set("Content-Encoding", "gzip")
	e.header.Set("Content-Length", strconv.Itoa(len(e.body)))
	if a.etag != "" {
		e.header.Set("ETag", quoteETag(a.etag, true))
	}
	return e
}
