package sources

import (
	"embed"
	"io/fs"
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
