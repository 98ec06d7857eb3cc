package words

// Levenshtein counts the letters, in bytes, that must be put in, left out or
// exchanged to make one word of another. Beyond most it stops and returns most+1.
func Levenshtein(a, b string, most int) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if max(len(a)-len(b), len(b)-len(a)) > most {
		return most + 1
	}
	var short [32]int // room for a word without asking for memory
	row := append(short[:0], 0)
	for j := range len(b) {
		row = append(row, j+1) // distances of the part of a so far from each beginning of b
	}
	for i := range len(a) {
		before := row[0] // the distance one letter shorter in both
		row[0] = i + 1
		least := row[0]
		for j := range len(b) {
			d := before
			if a[i] != b[j] {
				d = 1 + min(before, row[j], row[j+1])
			}
			before, row[j+1] = row[j+1], d
			least = min(least, d)
		}
		if least > most { // it only grows from here
			return most + 1
		}
	}
	return min(row[len(b)], most+1)
}
