package socsearch

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestTour checks that a newcomer is told of every package: the README's table names
// its folder, or the one above it, and package index the rooms below it. Those that
// only tests use are told of by their names.
func TestTour(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	face, err := os.ReadFile("index/doc.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range packageFolders(t) {
		parts := strings.Split(folder, "/")
		depth := min(len(parts), 2)
		if strings.HasPrefix(folder, "cmd/server/") {
			depth = 3
		}
		if named := strings.Join(parts[:depth], "/"); !strings.HasSuffix(named, "test") && named != "sources" && !strings.Contains(string(readme), "`"+named+"/`") {
			t.Errorf("the README’s table of steps lacks `%s/`", named)
		}
		if len(parts) == 2 && parts[0] == "index" && !regexp.MustCompile(`(?m)^//	`+parts[1]+` `).Match(face) {
			t.Errorf("index/doc.go lacks the room %s", parts[1])
		}
	}
}

// packageFolders lists the folders that hold Go files, those of tests left out.
func packageFolders(t *testing.T) []string {
	t.Helper()
	var folders []string
	for _, top := range []string{"cmd", "index", "sources", "static"} {
		err := filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || isTest(path) {
				return err
			}
			if folder := filepath.ToSlash(filepath.Dir(path)); !slices.Contains(folders, folder) {
				folders = append(folders, folder)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return folders
}

// fileNamed is the name of a Go file in a comment.
var fileNamed = regexp.MustCompile(`[\w/]*\w\.go\b`)

// TestTourFiles checks that the files that a package's tour names are there.
func TestTourFiles(t *testing.T) {
	named := 0
	for _, folder := range packageFolders(t) {
		doc, err := os.ReadFile(filepath.Join(folder, "doc.go"))
		if err != nil {
			continue // told of in the file itself
		}
		for _, name := range fileNamed.FindAllString(string(doc), -1) {
			named++
			if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
				t.Errorf("%s/doc.go names %s, which isn't there", folder, name)
			}
		}
	}
	if named < 50 {
		t.Errorf("%d files are named in the tour: the pattern must be wrong", named)
	}
}
