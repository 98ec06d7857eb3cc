package plan

// Occurrence is a leaf in some fields: what can be counted.
type Occurrence struct {
	Fields []string
	Leaf   Leaf
}
