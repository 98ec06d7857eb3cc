package document

// IsRoman reports whether the number is in small Roman figures.
func (n Number) IsRoman() bool { return n.roman }
