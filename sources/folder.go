package sources

import (
	"fmt"
	"io/fs"
	"os"
)

// Folder returns a folder of manifests and documents. Links in it may not lead
// out of it.
func Folder(path string) (fs.FS, error) {
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, err
	}
	return root.FS(), nil
}

// regular returns what is known of a file. It refuses what could block its reader
// or never end: a pipe, a device, a folder.
func regular(folder fs.FS, name string) (fs.FileInfo, error) {
	info, err := fs.Stat(folder, name)
	if err != nil {
		return nil, fmt.Errorf("%w: put the file itself into the folder", err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: it isn't a regular file (%s): put the document itself there", name, info.Mode().Type())
	}
	return info, nil
}

// readFile reads a regular file.
func readFile(folder fs.FS, name string) ([]byte, error) {
	if _, err := regular(folder, name); err != nil {
		return nil, err
	}
	return fs.ReadFile(folder, name)
}
