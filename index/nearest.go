package index

import (
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2/search"
)

// Nearest returns the id of the passage of a document whose anchor is most like
// the given one: for a number the nearest paragraph. It is "" for an unknown
// document.
func (x *Index) Nearest(document, anchor string) (string, error) {
	prefix := document + "/"
	dict, err := x.store.reader.FieldDictPrefix(fieldID, []byte(prefix))
	if err != nil {
		return "", err
	}
	defer dict.Close()
	best, least := "", -1
	for {
		e, err := dict.Next()
		if err != nil {
			return "", err
		}
		if e == nil {
			return best, nil
		}
		if d := anchorDistance(anchor, strings.TrimPrefix(e.Term, prefix)); least < 0 || d < least {
			best, least = e.Term, d
		}
	}
}

// notANumber is further than any two paragraphs are apart.
const notANumber = 1 << 40

// anchorDistance tells how unlike two anchors are.
func anchorDistance(a, b string) int {
	n, err := strconv.Atoi(a)
	if err != nil {
		return search.LevenshteinDistance(a, b)
	}
	m, err := strconv.Atoi(b)
	if err != nil {
		return notANumber
	}
	return max(n-m, m-n)
}
