package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"time"
)

// tantivyManifest is the program that measures tantivy: it is written in Rust, and
// takes the same figures in the same way in a process of its own.
const tantivyManifest = "tantivy/Cargo.toml"

// tantivyMeasurer measures tantivy with the words of a query joined by OR ("any") or by
// AND ("all"). Both ways share an index.
func tantivyMeasurer(words string) measurer {
	return func(name, dir string, c collection, s settings) (measured, error) {
		if _, err := exec.LookPath("cargo"); err != nil {
			return measured{}, errSkipped{"cargo isn't there: see https://rustup.rs"}
		}
		dir = filepath.Join(filepath.Dir(dir), "tantivy")
		passages, queries := dir+".jsonl", dir+".txt"
		if err := os.WriteFile(queries, []byte(queryList), 0o600); err != nil {
			return measured{}, err
		}
		if err := writePassages(passages, c); err != nil {
			return measured{}, err
		}
		defer os.Remove(passages)
		build := exec.Command("cargo", "build", "--release", "--quiet", "--manifest-path", tantivyManifest)
		build.Stderr = os.Stderr
		if err := build.Run(); err != nil {
			return measured{}, fmt.Errorf("cargo build: %w", err)
		}
		var out bytes.Buffer
		peer := exec.Command(filepath.Join(filepath.Dir(tantivyManifest), "target", "release", "tantivy-peer"), dir, passages, queries, words,
			strconv.Itoa(s.rounds), strconv.FormatInt(s.time.Milliseconds(), 10), strconv.Itoa(runtime.GOMAXPROCS(0)))
		peer.Stdout, peer.Stderr = &out, os.Stderr
		if err := peer.Run(); err != nil {
			return measured{}, err
		}
		return tantivyFigures(name, dir, out.Bytes())
	}
}

// tantivyFigures reads what the program printed.
func tantivyFigures(name, dir string, printed []byte) (measured, error) {
	var figures struct {
		BuildMS    int64   `json:"build_ms"`
		P50        int64   `json:"p50_ns"`
		P99        int64   `json:"p99_ns"`
		PerSecond  float64 `json:"per_second"`
		ResidentKB int64   `json:"resident_kb"`
		Total      int     `json:"total"`
	}
	if err := json.Unmarshal(printed, &figures); err != nil {
		return measured{}, fmt.Errorf("what tantivy-peer printed: %w", err)
	}
	return measured{
		name: name, build: time.Duration(figures.BuildMS) * time.Millisecond, size: folderSize(dir), total: figures.Total,
		p50: time.Duration(figures.P50), p99: time.Duration(figures.P99), perSecond: figures.PerSecond, resident: figures.ResidentKB << 10,
	}, nil
}

// writePassages writes a passage a line.
func writePassages(path string, c collection) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	lines := json.NewEncoder(f)
	for p := range c.passages {
		if err := lines.Encode(flatten(p)); err != nil {
			f.Close()
			return err
		}
	}
	return f.Close()
}
