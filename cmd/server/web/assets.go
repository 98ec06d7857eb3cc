package web

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
)

// assets are the files below /static/: each compressed once, and under a second
// name that holds a hash of its content, which a browser may keep for ever. What every
// page needs is one file of each kind: on a slow line each request more is a wait more.
type assets struct {
	byName map[string]*answer
	hashed map[string]string // names with a hash, by the name without
}

const (
	assetPrefix = "/static/"
	forEver     = "public, max-age=31536000, immutable" // a year, the most that means anything
)

// joined are the files that are made of several, in the order in which these count.
var joined = map[string][]string{
	"site.css": {"css/base.css", "css/parts.css", "css/reading.css", "css/print.css"},
	"site.js":  {"js/citing.js", "js/site.js"},
}

func newAssets(files fs.FS) (*assets, error) {
	a := &assets{map[string]*answer{}, map[string]string{}}
	part := map[string]bool{}
	for name, parts := range joined {
		var whole []byte
		for _, p := range parts {
			data, err := fs.ReadFile(files, p)
			if err != nil {
				return nil, err
			}
			whole, part[p] = append(whole, data...), true
		}
		a.add(name, whole)
	}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || part[name] {
			return err
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		a.add(name, data)
		return nil
	})
	return a, err
}

func (a *assets) add(name string, data []byte) {
	sum := sha256.Sum256(data)
	const enough = 10 // hex digits: names of few files
	hash := hex.EncodeToString(sum[:])[:enough]
	ext := path.Ext(name)
	lasting := strings.TrimSuffix(name, ext) + "." + hash + ext
	a.byName[name] = newAsset(ext, data, hash, cacheControl)
	a.byName[lasting] = newAsset(ext, data, hash, forEver)
	a.hashed[name] = lasting
}

func newAsset(ext string, data []byte, hash, cache string) *answer {
	rec := newRecorder()
	defer rec.free()
	rec.header.Set("Content-Type", mime.TypeByExtension(ext))
	rec.header.Set("Cache-Control", cache)
	rec.body.Write(data)
	file := rec.answer(hash)
	file.gzip() // once for all
	return file
}

// link returns the address of a file for a page: the one that may be kept. An
// unknown file keeps its name, and its absence shows.
func (a *assets) link(name string) string {
	if lasting, ok := a.hashed[name]; ok {
		name = lasting
	}
	return assetPrefix + name
}

// serve answers requests below /static/.
func (a *assets) serve(w http.ResponseWriter, r *http.Request) error {
	file, ok := a.byName[strings.TrimPrefix(r.URL.Path, assetPrefix)]
	if !ok {
		return errNoAddress
	}
	addVary(w.Header(), "Accept-Encoding")
	if matches(r.Header.Get("If-None-Match"), file.etag) {
		w.Header().Set("ETag", quoteETag(file.etag, acceptsGzip(r)))
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	return file.answer(w, r)
}
