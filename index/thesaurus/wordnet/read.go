package wordnet

import (
	"bufio"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// Part is a part of speech, by the letter that the files use.
type Part byte

// The parts of speech. A satellite adjective counts as an adjective.
const (
	Noun      Part = 'n'
	Verb      Part = 'v'
	Adjective Part = 'a'
	Adverb    Part = 'r'
)

// parts lists the parts of speech with the endings of their files' names.
var parts = []struct {
	part Part
	name string
}{{Noun, "noun"}, {Verb, "verb"}, {Adjective, "adj"}, {Adverb, "adv"}}

// Pointer relations that are asked for: wninput(5) lists them all.
const (
	Hypernym   = "@"
	InstanceOf = "@i"
	Hyponym    = "~"
	Similar    = "&"
	Derivation = "+"
	Member     = "#m" // of which it is a member
	Entailment = "*"
	Cause      = ">"
	Attribute  = "="
	Pertainym  = "\\"
	Participle = "<"
	VerbGroup  = "$"
	SeeAlso    = "^"
)

// Synset is a set of words that share a sense.
type Synset struct {
	Part     Part
	Words    []string // as printed, with spaces
	Pointers []Pointer
	id       synsetID
	tells    float64 // see similarity.go
}

// Pointer leads from a synset, or from one of its words, to another.
type Pointer struct {
	Relation string
	To       *Synset
	From     int // index of the word that it leads from; -1 for the whole synset
	ToWord   int // index of the word that it leads to; -1 for the whole synset
	toID     synsetID
}

type synsetID struct {
	part   Part
	offset string
}

// Dictionary is WordNet in memory.
type Dictionary struct {
	synsets    map[synsetID]*Synset
	index      map[string][]Sense // by lemma in small letters
	exceptions map[Part]map[string][]string
	irregular  map[string][]string // inflected forms by base form
}

// Read reads the dictionary folder.
func Read(folder fs.FS) (*Dictionary, error) {
	d := &Dictionary{
		synsets:    map[synsetID]*Synset{},
		index:      map[string][]Sense{},
		exceptions: map[Part]map[string][]string{},
		irregular:  map[string][]string{},
	}
	for _, p := range parts {
		d.exceptions[p.part] = map[string][]string{}
		err := lines(folder, "data."+p.name, d.addSynset)
		if err == nil {
			err = lines(folder, "index."+p.name, d.addSenses)
		}
		if err == nil {
			err = lines(folder, p.name+".exc", func(line string) error { return d.addException(p.part, line) })
		}
		if err != nil {
			return nil, err
		}
	}
	if err := d.link(); err != nil {
		return nil, err
	}
	if err := lines(folder, "cntlist.rev", d.addCount); err != nil {
		return nil, err
	}
	d.setShares()
	d.setTells()
	return d, nil
}

// lines calls a function with every line of a file after the licence, which
// stands at its head in lines that begin with spaces.
func lines(folder fs.FS, name string, each func(string) error) error {
	f, err := folder.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20) // some synsets run to tens of thousands of bytes
	for n := 1; s.Scan(); n++ {
		if strings.HasPrefix(s.Text(), "  ") || s.Text() == "" {
			continue
		}
		if err := each(s.Text()); err != nil {
			return fmt.Errorf("%s, line %d: %w", name, n, err)
		}
	}
	return s.Err()
}

// fields reads the fields of a line one by one and remembers the first mistake.
type fields struct {
	left []string
	err  error
}

func (f *fields) next() string {
	if len(f.left) == 0 {
		f.err = fmt.Errorf("the line ends too soon")
		return ""
	}
	s := f.left[0]
	f.left = f.left[1:]
	return s
}

func (f *fields) number(base int) int {
	n, err := strconv.ParseInt(f.next(), base, 32)
	if err != nil && f.err == nil {
		f.err = err
	}
	return int(n)
}

func (d *Dictionary) addSynset(line string) error {
	data, _, _ := strings.Cut(line, "|")
	f := &fields{left: strings.Fields(data)}
	offset := f.next()
	f.next() // lexicographer's file
	s := &Synset{Part: plainPart(f.next())}
	for n := f.number(16); n > 0 && f.err == nil; n-- {
		word, _, _ := strings.Cut(f.next(), "(") // the syntactic marker of an adjective: galore(ip)
		s.Words = append(s.Words, strings.ReplaceAll(word, "_", " "))
		f.next() // number in the lexicographer's file
	}
	for n := f.number(10); n > 0 && f.err == nil; n-- {
		p := Pointer{Relation: f.next()}
		to := f.next()
		p.toID = synsetID{plainPart(f.next()), to}
		words := f.number(16) // two digits of the word that it leads from, two of that to which
		p.From, p.ToWord = words>>8-1, words&0xff-1
		s.Pointers = append(s.Pointers, p)
	}
	s.id = synsetID{s.Part, offset}
	d.synsets[s.id] = s
	return f.err
}

// plainPart reads a part of speech; s is a satellite adjective.
func plainPart(s string) Part {
	if s == "s" || s == "" {
		return Adjective
	}
	return Part(s[0])
}

func (d *Dictionary) link() error {
	for _, s := range d.synsets {
		for i := range s.Pointers {
			p := &s.Pointers[i]
			if p.To = d.synsets[p.toID]; p.To == nil {
				return fmt.Errorf("a pointer leads to synset %s, which is not there", p.toID.offset)
			}
		}
	}
	return nil
}

func (d *Dictionary) addSenses(line string) error {
	f := &fields{left: strings.Fields(line)}
	lemma := strings.ReplaceAll(f.next(), "_", " ")
	part := plainPart(f.next())
	n := f.number(10)
	for skip := f.number(10); skip > 0 && f.err == nil; skip-- {
		f.next() // a relation that its senses have
	}
	f.next() // the number of senses again
	f.next() // the number of senses ranked
	for rank := 1; rank <= n && f.err == nil; rank++ {
		s := d.synsets[synsetID{part, f.next()}]
		if s == nil {
			return fmt.Errorf("a sense of %q is not among the synsets", lemma)
		}
		d.index[lemma] = append(d.index[lemma], Sense{Synset: s, Rank: rank})
	}
	return f.err
}

func (d *Dictionary) addException(part Part, line string) error {
	form, bases, _ := strings.Cut(strings.ReplaceAll(line, "_", " "), " ")
	d.exceptions[part][form] = strings.Fields(bases)
	for _, base := range strings.Fields(bases) {
		d.irregular[base] = append(d.irregular[base], form)
	}
	return nil
}
