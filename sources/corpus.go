package sources

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"socsearch/sources/commitment"
	"socsearch/sources/document"
	"socsearch/sources/split"
	"socsearch/sources/tag"
)

// Corpus is everything that is searched.
type Corpus struct {
	Documents []*Document
	Passages  []document.Passage // of all documents, in reading order
	Gazetteer *tag.Gazetteer
	Threats   *tag.Threats
	Strands   *tag.Strands
	// Definitions are the abbreviations that the documents define, in reading
	// order.
	Definitions []tag.Definition
	Hash        string // see [Hash]
}

// Document is a document with what was found in it.
type Document struct {
	*document.Manifest
	Contents []*document.Heading
	Account  split.Account
	Passages int
	Kinds    []KindCount // in the natural order of kinds
	Doubts   []string    // what a person should look at, a sentence each
	// Unread counts the characters of a PDF that aren't in the account, by reason.
	Unread map[string]int
}

// KindCount is how many passages of a kind a document has.
type KindCount struct {
	Kind  document.Kind
	Count int
}

func countKinds(passages []document.Passage) []KindCount {
	counts := map[document.Kind]int{}
	for i := range passages {
		counts[passages[i].Kind]++
	}
	var list []KindCount
	for _, k := range document.Kinds {
		if counts[k] > 0 {
			list = append(list, KindCount{k, counts[k]})
		}
	}
	return list
}

// manifestSuffix is how the name of a manifest ends.
const manifestSuffix = ".yaml"

// Load reads every manifest of a folder and the document that it names. It
// fails, naming the file and the place in it, rather than leave anything out.
// Programs that load PDFs call pdf.RunChild first thing in main.
//
// A file that no manifest names, and that can be read without one, is read with the
// least: what it says of itself.
func Load(folder fs.FS, options ...Option) (*Corpus, error) {
	c, err := load(folder, loading{failed: func(err *FileError) error { return err }}.with(options))
	if err == nil && len(c.Documents) == 0 {
		err = errNoDocuments
	}
	return c, err
}

var errNoDocuments = errors.New("the folder holds no document that can be read: put PDFs, .docx, .odt, HTML or Akoma Ntoso there, or describe each in a file that ends in " + manifestSuffix)

// loading is how a folder is loaded.
type loading struct {
	// failed is told of each document that can't be read; what it returns, if not nil,
	// ends the loading.
	failed func(*FileError) error
	reader *Reader // nil: nothing is kept
	told   func(Progress)
	so     *Progress // far
}

// LoadSome is Load, but leaves out the documents that fail, and returns why for
// each. It still fails if none is left.
func LoadSome(folder fs.FS, options ...Option) (*Corpus, []error, error) {
	var failures []error
	c, err := load(folder, loading{failed: func(err *FileError) error {
		failures = append(failures, err)
		return nil
	}}.with(options))
	if err == nil && len(c.Documents) == 0 {
		err = fmt.Errorf("none of the folder's documents can be read")
	}
	return c, failures, err
}

func load(folder fs.FS, l loading) (*Corpus, error) {
	c := new(Corpus)
	var err error
	if c.Hash, err = Hash(folder); err != nil {
		return nil, err
	}
	if c.Gazetteer, err = parseVocabulary("organisations.yaml", tag.ParseGazetteer); err != nil {
		return nil, err
	}
	if c.Threats, err = parseVocabulary("threats.yaml", tag.ParseThreats); err != nil {
		return nil, err
	}
	if c.Strands, err = parseVocabulary("strands.yaml", tag.ParseStrands); err != nil {
		return nil, err
	}
	var words func() (*commitment.Vocabulary, error)
	if l.reader == nil || !l.reader.WithoutCommitments {
		words = readCommitmentWords()
	}
	if err := c.read(folder, l); err != nil {
		return nil, err
	}
	if err := c.tag(); err != nil {
		return nil, err
	}
	if words != nil {
		if err := c.findCommitments(words); err != nil {
			return nil, err
		}
	}
	for i := range c.Passages {
		c.Passages[i].FillLists()
	}
	rest := c.Passages
	for _, d := range c.Documents {
		document.PrintLabels(rest[:d.Passages])
		rest = rest[d.Passages:]
	}
	link(c.Passages)
	return c, nil
}

// read reads the documents of a folder: those with manifests, then the others.
func (c *Corpus) read(folder fs.FS, l loading) error {
	manifests, err := readManifests(folder, l.failed)
	if err != nil {
		return err
	}
	files, err := undescribed(folder, manifests)
	if err != nil {
		return err
	}
	l.so = &Progress{Of: len(manifests) + len(files), OfBytes: sizes(folder, manifests, files)}
	slugs := map[string]bool{}
	for i, m := range manifests {
		slugs[m.Slug] = true
		l.progress(folder, m.File, i)
		own, r, err := l.reader.keep(folder, m.Slug, []string{m.Name, m.File}, func() (*document.Manifest, *split.Result, error) {
			r, err := readDocument(folder, m)
			return m, r, err
		})
		if err := c.add(own, r, err, m.File, m.Slug, l); err != nil {
			return err
		}
	}
	for i, name := range files {
		l.progress(folder, name, len(manifests)+i)
		slug := document.Slug(strings.TrimSuffix(name, path.Ext(name)))
		taken := func(slug string) bool { return slugs[slug] }
		m, r, err := l.reader.keep(folder, freeSlug(slug, name, taken), []string{name}, func() (*document.Manifest, *split.Result, error) {
			return readUndescribed(folder, name, taken)
		})
		if m != nil {
			slugs[m.Slug] = true
		}
		if err := c.add(m, r, err, name, slug, l); err != nil {
			return err
		}
	}
	return nil
}

// add adds a document, or says why it couldn't be read.
func (c *Corpus) add(m *document.Manifest, r *split.Result, err error, file, slug string, l loading) error {
	if err != nil {
		return l.failed(&FileError{file, fmt.Errorf("document %q: %w", slug, err)})
	}
	l.so.Pages += r.Pages
	c.Documents = append(c.Documents, &Document{m, r.Contents, r.Account, len(r.Passages), countKinds(r.Passages), r.Doubts, r.Unread})
	c.Passages = append(c.Passages, r.Passages...)
	return nil
}

func parseVocabulary[T any](name string, parse func(string, []byte) (*T, error)) (*T, error) {
	data, err := fs.ReadFile(vocabulary, "vocabulary/"+name)
	if err != nil {
		return nil, err
	}
	return parse(name, data)
}

// readManifests reads the manifests of a folder in the order of the documents.
func readManifests(folder fs.FS, failed func(*FileError) error) ([]*document.Manifest, error) {
	names, err := fs.Glob(folder, "*"+manifestSuffix)
	if err != nil {
		return nil, err
	}
	var manifests []*document.Manifest
	seen := map[string]string{}
	for _, name := range names {
		m, err := readManifest(folder, name, seen)
		if err != nil {
			if err := failed(&FileError{name, err}); err != nil {
				return nil, err
			}
			continue
		}
		manifests = append(manifests, m)
	}
	slices.SortStableFunc(manifests, document.InOrder)
	return manifests, nil
}

// readManifest reads a manifest. seen holds the names of those before it, by slug.
func readManifest(folder fs.FS, name string, seen map[string]string) (*document.Manifest, error) {
	data, err := readFile(folder, name)
	if err != nil {
		return nil, err
	}
	m, err := document.ParseManifest(name, data)
	if err != nil {
		return nil, err
	}
	m.Name = name
	if other := seen[m.Slug]; other != "" {
		return nil, fmt.Errorf("%s: slug %q is that of %s too: choose another", name, m.Slug, other)
	}
	seen[m.Slug] = name
	return m, nil
}

// Hash returns the SHA-256, in hex, of all regular files of a folder and of the
// vocabularies: the same files give the same corpus.
func Hash(folder fs.FS) (string, error) {
	sum := sha256.New()
	for _, tree := range []fs.FS{folder, vocabulary} {
		err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			if _, err := regular(tree, name); err != nil {
				return nil // no document: one that a manifest names is refused when it is read
			}
			data, err := fs.ReadFile(tree, name)
			fmt.Fprintf(sum, "%s %d\n", name, len(data))
			sum.Write(data)
			return err
		})
		if err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

func (c *Corpus) tag() error {
	for _, d := range c.Documents {
		for _, o := range d.Organisations.Also {
			if err := c.Gazetteer.Add(o); err != nil {
				return fmt.Errorf("document %q: organisations.also: %w", d.Slug, err)
			}
		}
	}
	c.Gazetteer.AddEntries(c.Passages)
	c.Definitions = tag.FindDefinitions(c.Passages)
	rest := c.Passages
	for _, d := range c.Documents {
		tag.TagDocument(c.Gazetteer, c.Threats, c.Strands, d.Organisations.Masks, rest[:d.Passages])
		rest = rest[d.Passages:]
	}
	return nil
}

// readCommitmentWords reads the words by which commitments are found, while the
// documents are read.
func readCommitmentWords() func() (*commitment.Vocabulary, error) {
	words := sync.OnceValues(func() (*commitment.Vocabulary, error) {
		return parseVocabulary("commitments.yaml", commitment.ParseVocabulary)
	})
	go words()
	return words
}

// findCommitments finds what the documents undertake and expect, in tagged
// passages.
func (c *Corpus) findCommitments(words func() (*commitment.Vocabulary, error)) error {
	v, err := words()
	if err != nil {
		return err
	}
	rest := c.Passages
	for _, d := range c.Documents {
		if err := commitment.Find(v, d.Manifest, c.Gazetteer, c.Definitions, rest[:d.Passages]); err != nil {
			return fmt.Errorf("document %q: %w", d.Slug, err)
		}
		rest = rest[d.Passages:]
	}
	commitment.LinkRepeats(c.Passages)
	return nil
}

// Undescribed lists the definitions that may be of organisations and that the
// gazetteer lacks: abbreviations of capitalised names that no organisation has
// and no mask names.
func (c *Corpus) Undescribed() []tag.Definition {
	var list []tag.Definition
	for _, d := range c.Definitions {
		if !c.Gazetteer.Knows(d.Name) && !c.Gazetteer.Knows(d.Abbreviation) {
			list = append(list, d)
		}
	}
	return list
}

// link sets each passage's way to the one before and after in its document.
func link(passages []document.Passage) {
	for i := 1; i < len(passages); i++ {
		a, b := &passages[i-1], &passages[i]
		if a.Document == b.Document {
			a.Next, b.Previous = document.OptionalString(b.ID), document.OptionalString(a.ID)
		}
	}
}
