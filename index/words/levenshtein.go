package words

// Levenshtein counts the letters, in bytes, that must be put in, left out or
// exchanged to make one word of another.
func Levenshtein(a, b string) int {
	row := make([]int, len(b)+1) // distances of the part of a so far from each beginning of b
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0] // the distance one letter shorter in both
		row[0] = i + 1
		for j := range len(b) {
			d := before
			if a[i] != b[j] {
				d = 1 + min(before, row[j], row[j+1])
			}
			before, row[j+1] = row[j+1], d
		}
	}
	return row[len(b)]
}
