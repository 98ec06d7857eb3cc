package sources

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"socsearch/sources/document"
	"socsearch/sources/layout"
	"socsearch/sources/pdf"
	"socsearch/sources/split"
)

// readDocument reads the file that a manifest names and splits it.
func readDocument(folder fs.FS, m *document.Manifest) (*split.Result, error) {
	if m.IsPDF() {
		d, err := readPDF(folder, m.File)
		if err != nil {
			return nil, err
		}
		return layout.Split(m, d)
	}
	data, err := readFile(folder, m.File)
	if err != nil {
		return nil, err
	}
	text, doubt, err := decodeText(m.File, data)
	if err != nil {
		return nil, err
	}
	result, err := split.Split(m, text)
	if err == nil && doubt != "" {
		result.Doubts = append(result.Doubts, doubt)
	}
	return result, err
}

// readPDF reads a PDF of a folder. The process that reads it needs a file: it
// gets a copy, for the folder may be embedded.
func readPDF(folder fs.FS, name string) (*pdf.Document, error) {
	dir, err := os.MkdirTemp("", "socsearch-pdf-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, filepath.Base(name))
	if err := copyFile(path, folder, name); err != nil {
		return nil, err
	}
	return pdf.Read(context.Background(), path, pdf.Limits{})
}

func copyFile(path string, folder fs.FS, name string) error {
	info, err := regular(folder, name)
	if err != nil {
		return err
	}
	in, err := folder.Open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	if info.Size() > pdf.DefaultBytes {
		return fmt.Errorf("%s: it has %d bytes, and the limit is %d", name, info.Size(), pdf.DefaultBytes)
	}
	out, err := os.Create(path)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, in); err != nil {
		out.Close()
		return fmt.Errorf("%s: %w", name, err)
	}
	return out.Close()
}
