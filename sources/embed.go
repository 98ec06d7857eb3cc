package sources

import (
	"cmp"
	"embed"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"socsearch/sources/tag"
)

//go:embed documents/*.yaml documents/*.txt
var documents embed.FS

//go:embed vocabulary/*.yaml
var vocabulary embed.FS

// Embedded returns the folder of the embedded documents.
func Embedded() fs.FS {
	sub, err := fs.Sub(documents, "documents")
	if err != nil {
		panic(err) // the path is a constant
	}
	return sub
}

var articles = sync.OnceValue(func() *tag.Articles {
	a, err := parseVocabulary("articles.yaml", tag.ParseArticles)
	if err != nil {
		panic(err) // the file is embedded
	}
	return a
})

// WithArticle writes an organisation's name as a sentence has it: "the Home
// Office", "HM Treasury".
func WithArticle(name string) string { return articles().With(name) }

// WithEmbedded returns a folder beside the embedded documents. A file of the
// folder hides an embedded one of the same name.
func WithEmbedded(folder fs.FS) fs.FS { return union{folder, Embedded()} }

// union is folders that lie over each other, the first on top. None has folders
// in it that matter.
type union []fs.FS

// Open is fs.FS's.
func (u union) Open(name string) (fs.File, error) {
	var first error
	for _, folder := range u {
		f, err := folder.Open(name)
		if err == nil {
			return f, nil
		}
		if first == nil {
			first = err
		}
	}
	return nil, first
}

// Stat is fs.StatFS's: it opens nothing, for that may wait for ever.
func (u union) Stat(name string) (fs.FileInfo, error) {
	var first error
	for _, folder := range u {
		info, err := fs.Stat(folder, name)
		if err == nil {
			return info, nil
		}
		if first == nil {
			first = err
		}
	}
	return nil, first
}

// ReadDir is fs.ReadDirFS's.
func (u union) ReadDir(name string) ([]fs.DirEntry, error) {
	byName := map[string]fs.DirEntry{}
	found := false
	var first error
	for _, folder := range u {
		entries, err := fs.ReadDir(folder, name)
		if err != nil {
			first = cmp.Or(first, err)
			continue
		}
		found = true
		for _, e := range entries {
			if byName[e.Name()] == nil {
				byName[e.Name()] = e
			}
		}
	}
	if !found {
		return nil, first
	}
	list := make([]fs.DirEntry, 0, len(byName))
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		list = append(list, byName[name])
	}
	return list, nil
}
