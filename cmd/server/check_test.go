package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCheck runs the command over drafts, good, bad and unreadable ones.
func TestCheck(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	good := write("good.txt", "“It costs the UK at least £37 billion annually” (para 1).")
	bad := write("bad.md", "> It costs the UK at least £38 billion annually\n\n(para 1)\n")
	broken := write("broken.docx", "PK\x03\x04")
	tests := []struct {
		name   string
		args   []string
		status int
		want   string // in the output or the error
	}{
		{"good", []string{good}, 0, "1 quotation: 1 exact"},
		{"bad", []string{good, bad}, 1, "bad.md:1: altered, reference right"},
		{"csv", []string{"-format", "csv", bad}, 1, "bad.md,1,"},
		{"markdown", []string{"-format", "markdown", bad}, 1, "~~£38~~"},
		{"html", []string{bad, "-format", "html"}, 1, "<del>£38 </del>"},
		{"broken", []string{broken}, 2, "broken.docx: the file is no .docx"},
		{"missing", []string{filepath.Join(dir, "none.txt")}, 2, "none.txt: can't be read"},
		{"type", []string{write("a.xls", "x")}, 2, "drafts are read as"},
		{"format", []string{"-format", "pdf", good}, 2, "-format pdf"},
		{"nothing", nil, 2, "name the files"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			err := run(context.Background(), append([]string{"check", "-index", filepath.Join(dir, "index")}, test.args...), &out, io.Discard)
			status := 0
			switch {
			case errors.Is(err, errFaults):
				status = 1
			case err != nil:
				status = 2
				out.WriteString(err.Error())
			}
			if status != test.status || !strings.Contains(out.String(), test.want) {
				t.Errorf("check %q = %d, %s, want %d with %q", test.args, status, out.String(), test.status, test.want)
			}
		})
	}
	var out bytes.Buffer
	if err := run(context.Background(), []string{"check", "-index", filepath.Join(dir, "index"), "-format", "json", good}, &out, io.Discard); err != nil || !json.Valid(out.Bytes()) {
		t.Errorf("check -format json = %v, %s", err, out.String())
	}
}
