package document

import (
	"strings"
	"testing"
)

// FuzzParseManifest reads any bytes as a manifest: what is taken has what the
// rest of the program relies on, and what is refused is refused in one line that
// names the file.
func FuzzParseManifest(f *testing.F) {
	f.Add([]byte("slug: a\ntitle: b\nfile: c.txt\n"))
	f.Add([]byte("slug: api\ntitle: b\nfile: c\n"))
	f.Add([]byte("slug: a\ntitle: b\nfile: c\npages: {first: 3, last: 1, starts: leading space}\n"))
	f.Add([]byte("slug: a\ntitle: b\nfile: c\noutline:\n- heading: X\n  children: [{heading: Y, objective: 1}]\n"))
	f.Add([]byte("a: &a [*a]\n"))
	f.Add([]byte("titel: [\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := ParseManifest("x.yaml", data)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "x.yaml") || strings.Contains(err.Error(), "\n") {
				t.Errorf("ParseManifest(%q) = %q, want one line that names the file", data, err)
			}
			return
		}
		if m.Slug == "" || m.Slug != Slug(m.Slug) || m.Title == "" || m.File == "" || m.ShortName() == "" {
			t.Errorf("ParseManifest(%q) takes %+v", data, m)
		}
	})
}
