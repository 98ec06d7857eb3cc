package sources

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"socsearch/sources/document"
	"socsearch/sources/flow"
	"socsearch/sources/layout"
	"socsearch/sources/split"
)

// IsManifest reports whether a file of a folder is a manifest by its name.
func IsManifest(name string) bool { return strings.HasSuffix(name, manifestSuffix) }

// DescribesItself reports whether a file can be read without a manifest, by its name.
// What word processors keep beside an open file, and copies under way, are none.
func DescribesItself(name string) bool {
	if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~") {
		return false
	}
	m := &document.Manifest{File: name}
	return m.IsPDF() || m.Flows()
}

// undescribed lists the files of a folder that no manifest names and that describe
// themselves, in order.
func undescribed(folder fs.FS, manifests []*document.Manifest) ([]string, error) {
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil, err
	}
	named := map[string]bool{}
	for _, m := range manifests {
		named[path.Clean(m.File)] = true
	}
	var list []string
	for _, e := range entries {
		if !e.IsDir() && !named[e.Name()] && DescribesItself(e.Name()) {
			list = append(list, e.Name())
		}
	}
	return list, nil
}

// readUndescribed reads a file with the least manifest, made from what it says of
// itself. slugs are those that are taken.
func readUndescribed(folder fs.FS, name string, taken func(slug string) bool) (*document.Manifest, *split.Result, error) {
	if (&document.Manifest{File: name}).IsPDF() {
		d, err := readPDF(folder, name)
		if err != nil {
			return nil, nil, err
		}
		m := layout.Describe(name, d)
		m.Slug = freeSlug(m.Slug, name, taken)
		r, err := layout.Split(m, d)
		return m, r, err
	}
	source, err := readFlow(folder, name)
	if err != nil {
		return nil, nil, err
	}
	m := flow.Describe(name, source)
	m.Slug = freeSlug(m.Slug, name, taken)
	r, err := flow.Split(m, source)
	return m, r, err
}

// freeSlug returns a slug that is nobody else's: of two files that differ in their
// kind alone the second takes it into its name.
func freeSlug(slug, name string, taken func(string) bool) string {
	own := slug
	if taken(own) || document.IsReserved(own) {
		own = slug + "-" + document.Slug(strings.TrimPrefix(path.Ext(name), "."))
	}
	whole := own
	for n := 2; taken(own) || document.IsReserved(own); n++ {
		own = fmt.Sprintf("%s-%d", whole, n)
	}
	return own
}
