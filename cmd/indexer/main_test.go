package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"socsearch/sources/document"
)

func TestDump(t *testing.T) {
	var out bytes.Buffer
	if err := run(context.Background(), []string{"-dump"}, &out, os.Stderr); err != nil {
		t.Fatal(err)
	}
	var ids []string
	kinds := map[document.Kind]int{}
	entries := map[string]bool{}
	lines := bufio.NewScanner(&out)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var p document.Passage
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, p.ID)
		kinds[p.Kind]++
		if p.Kind == document.KindRole {
			entries[p.Organisations[0].Slug] = true
		}
	}
	for n, at := 1, 0; n <= 207; n++ { // every number once, in order
		id := fmt.Sprintf("strategy/%d", n)
		for at < len(ids) && ids[at] != id {
			at++
		}
		if at == len(ids) {
			t.Fatalf("%s is missing or out of order", id)
		}
	}
	want := map[document.Kind]int{"paragraph": 207, "foreword": 7, "box": 28, "figure": 7, "annex": 38, "role": 52}
	for kind, n := range want {
		if kinds[kind] != n {
			t.Errorf("%d passages of kind %s, want %d", kinds[kind], kind, n)
		}
	}
	if len(entries) != 37 {
		t.Errorf("%d organisations on the roles page, want 37", len(entries))
	}
}

func TestBuildPrintsSummary(t *testing.T) {
	var out bytes.Buffer
	dir := filepath.Join(t.TempDir(), "index")
	if err := run(context.Background(), []string{"-index", dir}, &out, os.Stderr); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Indexed 339 passages of 2 documents", "paragraph", "repeated web address", "5714"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the summary lacks %q:\n%s", want, &out)
		}
	}
}

// TestMistakes checks that what is wrong is named, and that the index that was
// there stays.
func TestMistakes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	if err := run(context.Background(), []string{"-index", dir}, new(bytes.Buffer), os.Stderr); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(filepath.Join(dir, "current"))
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) string {
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return folder
	}
	file := filepath.Join(write("x.yaml", ""), "x.yaml")
	tests := []struct {
		name string
		args []string
		want string
	}{
		{"unknown flag", []string{"-nonsense"}, "-nonsense"},
		{"argument", []string{"build"}, `"build"`},
		{"no folder", []string{"-sources", "/does/not/exist"}, "/does/not/exist"},
		{"not a folder", []string{"-sources", file}, "is no folder"},
		{"no manifest", []string{"-sources", t.TempDir()}, "no document"},
		{"bad YAML", []string{"-sources", write("a.yaml", "slug: [")}, "a.yaml"},
		{"unknown key", []string{"-sources", write("a.yaml", "slug: a\ntitel: b\n")}, "titel"},
		{"reserved slug", []string{"-sources", write("a.yaml", "slug: api\ntitle: b\nfile: c\n")}, `"api"`},
		{"no file", []string{"-sources", write("a.yaml", "slug: a\ntitle: b\nfile: c.txt\n")}, "c.txt"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := run(context.Background(), append(test.args, "-index", dir), new(bytes.Buffer), new(bytes.Buffer))
			if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("run(%q) = %v, want one line with %s", test.args, err, test.want)
			}
		})
	}
	after, err := os.ReadFile(filepath.Join(dir, "current"))
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the index changed: %s, %s, %v", before, after, err)
	}
}
