package sources_test

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"socsearch/sources"
	"socsearch/sources/document"
	"socsearch/sources/flow"
	"socsearch/sources/twins"
)

// law is a small act in Akoma Ntoso.
const law = `<?xml version="1.0"?><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta><identification source="#a"><FRBRWork><FRBRdate date="2018-05-23"/><FRBRname value="Things Act 2018"/></FRBRWork></identification></meta>
<body><part><num>PART 1</num><heading>Preliminary</heading><section eId="section-1"><num>1</num><heading>Overview</heading><subsection><num>(1)</num><content><p>This Act makes provision<authorialNote marker="1"><p>A note.</p></authorialNote>.</p></content></subsection><subsection><num>(2)</num><content><p>It binds.</p></content></subsection></section>
<section eId="section-2"><num>2</num><heading>Meaning</heading><content><p>A thing is a thing.</p></content></section></part></body></act></akomaNtoso>`

// originals are a file of each kind.
func originals(t *testing.T) map[string][]byte {
	t.Helper()
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	passages := corpus.Passages[:60]
	word, err := twins.DOCX("Title", passages)
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{"a.docx": word, "a.html": twins.HTML("Title", passages), "a.xml": []byte(law)}
}

// TestDamage reads files that are cut off or have wrong bytes: each is read or refused
// in one line, and soon. SOCSEARCH_LONG=1 reads many.
func TestDamage(t *testing.T) {
	copies := 40
	if os.Getenv("SOCSEARCH_LONG") != "" {
		copies = 1000
	}
	const slow = 10 * time.Second
	random := rand.New(rand.NewPCG(1, 2))
	for name, whole := range originals(t) {
		read, refused, slowest := 0, 0, time.Duration(0)
		for n := range copies {
			data := slices.Clone(whole)
			if n%3 == 0 {
				data = data[:random.IntN(len(data))]
			}
			for range random.IntN(20) {
				if len(data) > 0 {
					data[random.IntN(len(data))] = byte(random.IntN(256))
				}
			}
			started := time.Now()
			source, err := sources.ReadBlocks(name, data)
			if err == nil {
				_, err = flow.Split(&document.Manifest{Slug: "a", Title: "Title", File: name}, source)
			}
			slowest = max(slowest, time.Since(started))
			if err != nil {
				refused++
				if strings.Contains(err.Error(), "\n") {
					t.Errorf("%s: the error has several lines: %v", name, err)
				}
				continue
			}
			read++
		}
		t.Logf("%s: %d copies read, %d refused, the slowest in %s", name, read, refused, slowest)
		if slowest > slow {
			t.Errorf("%s: a damaged copy took %s", name, slowest)
		}
	}
}

// TestFolderWithoutManifests loads files with what they say of themselves.
func TestFolderWithoutManifests(t *testing.T) {
	files := originals(t)
	folder := fstest.MapFS{"api.html": {Data: files["a.html"]}, "paper.docx": {Data: files["a.docx"]}, "paper.html": {Data: files["a.html"]}, "things.xml": {Data: []byte(law)}, ".hidden.html": {Data: []byte("x")}, "~$paper.docx": {Data: []byte("x")}, "notes.txt": {Data: []byte("x")}}
	c, err := sources.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range c.Documents {
		got = append(got, d.Slug+" = "+d.Title)
	}
	want := []string{"api-html = Title", "paper = Title", "paper-html = Title", "things = Things Act 2018"}
	if !slices.Equal(got, want) {
		t.Errorf("documents %q, want %q", got, want)
	}
	byID := map[string]*document.Passage{}
	for i := range c.Passages {
		byID[c.Passages[i].ID] = &c.Passages[i]
	}
	for id, want := range map[string]string{"things/section-1-1": "This Act makes provision.", "things/section-1-2": "It binds.", "things/section-2": "A thing is a thing."} {
		if p := byID[id]; p == nil || p.Text != want || p.Page != 0 {
			t.Errorf("%s = %+v, want the text %q", id, p, want)
		}
	}
}

// TestReaderReadsOnce reads a file again only when it changed, and gives the same
// corpus as reading all.
func TestReaderReadsOnce(t *testing.T) {
	folder := fstest.MapFS{"a.xml": {Data: []byte(law)}, "b.xml": {Data: []byte(strings.ReplaceAll(law, "thing", "matter"))}, "c.xml": {Data: []byte("<html/>")}}
	var r sources.Reader
	first, failures, err := r.Load(folder)
	if err != nil || len(failures) != 1 || failures[0].File != "c.xml" {
		t.Fatalf("Load: %v, failures %v", err, failures)
	}
	again, _, err := r.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	fresh, _, err := sources.LoadSome(folder)
	if err != nil {
		t.Fatal(err)
	}
	for i := range fresh.Passages {
		for _, c := range []*sources.Corpus{first, again} {
			if got, want := c.Passages[i].ID+c.Passages[i].Fingerprint(), fresh.Passages[i].ID+fresh.Passages[i].Fingerprint(); got != want {
				t.Errorf("passage %d is %s, want %s", i, got, want)
			}
			if got, want := len(c.Passages[i].Organisations), len(fresh.Passages[i].Organisations); got != want {
				t.Errorf("passage %d names %d organisations, want %d", i, got, want)
			}
		}
	}
	folder["b.xml"].Data = []byte(law)
	changed, _, err := r.Load(folder)
	if err != nil || changed.Hash == first.Hash || !strings.Contains(changed.Passages[len(changed.Passages)-1].Text, "thing") {
		t.Errorf("a changed file isn’t read again: %v", err)
	}
}
