package morphology

import "strings"

// table is lines in the order of their first fields, which end with a tab or
// with the line.
type table string

// find returns what stands behind a key's tab; ok is false if no line has the key.
func (t table) find(key string) (rest string, ok bool) {
	low, high := 0, len(t) // a line that begins in [low, high) may have the key
	for low < high {
		start := low
		if i := strings.LastIndexByte(string(t[low:(low+high)/2]), '\n'); i >= 0 {
			start = low + i + 1
		}
		line, _, _ := strings.Cut(string(t[start:]), "\n")
		found, rest, _ := strings.Cut(line, "\t")
		switch strings.Compare(found, key) {
		case 0:
			return rest, true
		case -1:
			low = start + len(line) + 1
		default:
			high = start
		}
	}
	return "", false
}
