package main

import (
	"fmt"
	"os"
	"strings"
)

// corrections are what people found wrong in the sources.
type corrections struct {
	lemmas    lemmasOf
	related   map[pair]bool
	unrelated map[pair]bool
}

// pair is two words, in order.
type pair struct{ a, b string }

func newPair(a, b string) pair { return pair{min(a, b), max(a, b)} }

func readCorrections(path string) (corrections, error) {
	c := corrections{lemmasOf{}, map[pair]bool{}, map[pair]bool{}}
	data, err := os.ReadFile(path)
	if err != nil {
		return c, err
	}
	for n, line := range strings.Split(string(data), "\n") {
		said, reason, _ := strings.Cut(line, "#")
		f := strings.Fields(said)
		switch {
		case len(f) == 0:
		case strings.TrimSpace(reason) == "":
			return c, fmt.Errorf("%s, line %d: give the reason behind a #", path, n+1)
		case len(f) >= 3 && f[1] == "=":
			c.lemmas[f[0]] = f[2:]
		case len(f) == 3 && f[1] == "~":
			c.related[newPair(f[0], f[2])] = true
		case len(f) == 3 && f[1] == "!~":
			c.unrelated[newPair(f[0], f[2])] = true
		default:
			return c, fmt.Errorf("%s, line %d: write WORD = LEMMAS, WORD ~ WORD or WORD !~ WORD", path, n+1)
		}
	}
	return c, nil
}
