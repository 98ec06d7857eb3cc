package main

import (
	"bufio"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// derivations is what families need of WordNet 3: its lemmas, and which of them are
// derived from each other.
type derivations struct {
	lemmas map[string]bool
	pairs  map[pair]bool
}

// readDerivations reads the synsets of a WordNet folder (data.noun and its siblings,
// in the format of wndb(5)).
func readDerivations(folder fs.FS) (derivations, error) {
	d := derivations{map[string]bool{}, map[pair]bool{}}
	synsets := map[synsetID]synset{}
	for _, part := range []string{"noun", "verb", "adj", "adv"} {
		f, err := folder.Open("data." + part)
		if err != nil {
			return d, err
		}
		s := bufio.NewScanner(f)
		s.Buffer(nil, 1<<20) // some synsets run to tens of thousands of bytes
		for s.Scan() {
			if strings.HasPrefix(s.Text(), "  ") { // the licence
				continue
			}
			id, set, err := parseSynset(s.Text())
			if err != nil {
				return d, fmt.Errorf("data.%s: %w", part, err)
			}
			synsets[id] = set
		}
		f.Close()
		if err := s.Err(); err != nil {
			return d, err
		}
	}
	for _, set := range synsets {
		for _, w := range set.words {
			d.lemmas[w] = true
		}
		for _, p := range set.pointers {
			if from, to := set.words[p.from], synsets[p.to].words[p.toWord]; derived(from, to) {
				d.pairs[newPair(from, to)] = true
			}
		}
	}
	return d, nil
}

// synset is a set of words that share a sense.
type synset struct {
	words    []string // in small letters
	pointers []pointer
}

// synsetID names a synset: its part of speech and its offset in the part's file.
type synsetID struct{ part, offset string }

// pointer leads from a word of a synset to one that is derived from it or that it
// is derived from.
type pointer struct {
	from   int
	to     synsetID
	toWord int
}

// parseSynset reads a line of a data file: offset, file, part of speech, the number
// of words (in base 16) and the words, the number of pointers and these, a gloss.
func parseSynset(line string) (synsetID, synset, error) {
	data, _, _ := strings.Cut(line, "|")
	fields := strings.Fields(data)
	const beforeWords, perWord, perPointer = 4, 2, 4
	tooShort := fmt.Errorf("%q ends too soon", line)
	if len(fields) < beforeWords {
		return synsetID{}, synset{}, tooShort
	}
	id := synsetID{adjective(fields[2]), fields[0]}
	n, err := strconv.ParseInt(fields[3], 16, 32)
	rest := fields[beforeWords:]
	if err != nil || len(rest) <= int(n)*perWord {
		return id, synset{}, tooShort
	}
	var s synset
	for ; n > 0; n-- {
		word, _, _ := strings.Cut(rest[0], "(") // the marker of an adjective's place: galore(ip)
		s.words = append(s.words, strings.ToLower(word))
		rest = rest[perWord:]
	}
	pointers, err := strconv.Atoi(rest[0])
	rest = rest[1:]
	if err != nil || len(rest) < pointers*perPointer {
		return id, s, tooShort
	}
	for ; pointers > 0; pointers-- {
		relation, to, part := rest[0], rest[1], rest[2]
		words, err := strconv.ParseInt(rest[3], 16, 32) // two digits of the word that it leads from, two of that to which
		if err != nil {
			return id, s, err
		}
		rest = rest[perPointer:]
		// +, \ and < are derivation, “of the noun” and “participle of”; 0 is the whole synset.
		if from, toWord := int(words>>8), int(words&0xff); strings.Contains(`+\<`, relation) && from > 0 && toWord > 0 {
			s.pointers = append(s.pointers, pointer{from - 1, synsetID{adjective(part), to}, toWord - 1})
		}
	}
	return id, s, nil
}

// adjective returns the letter of a part of speech, with satellite adjectives (s)
// among the adjectives.
func adjective(part string) string {
	if part == "s" {
		return "a"
	}
	return part
}
