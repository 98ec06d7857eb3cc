package sources

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"socsearch/sources/akn"
	"socsearch/sources/blocks"
	"socsearch/sources/document"
	"socsearch/sources/docx"
	"socsearch/sources/flow"
	"socsearch/sources/html"
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
	if m.Flows() {
		source, err := readFlow(folder, m.File)
		if err != nil {
			return nil, err
		}
		return flow.Split(m, source)
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

// readFlow reads a file without printed pages.
func readFlow(folder fs.FS, name string) (*blocks.Document, error) {
	info, err := regular(folder, name)
	if err != nil {
		return nil, err
	}
	if info.Size() > pdf.DefaultBytes {
		return nil, fmt.Errorf("%s: it has %d bytes, and the limit is %d", name, info.Size(), pdf.DefaultBytes)
	}
	data, err := fs.ReadFile(folder, name)
	if err != nil {
		return nil, err
	}
	d, err := ReadBlocks(name, data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return d, nil
}

// ReadBlocks reads what stands in a file without printed pages, by the ending of its
// name. The error is a [blocks.Error].
func ReadBlocks(name string, data []byte) (*blocks.Document, error) {
	switch strings.ToLower(path.Ext(name)) {
	case ".docx", ".docm":
		return docx.Read(data)
	case ".odt":
		return docx.ReadODT(data)
	case ".xml", ".akn":
		return akn.Read(data)
	}
	return html.ReadPage(data)
}

// Inspect writes down as a manifest to start from how a file without printed pages is
// built.
func Inspect(folder fs.FS, name string) (string, error) {
	d, err := readFlow(folder, name)
	if err != nil {
		return "", err
	}
	manifest, err := flow.Inspect(name, d)
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	return manifest, nil
}
