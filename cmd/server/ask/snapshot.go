package ask

import "socsearch/index"

// Snapshot is the index that a request is answered from, from its first byte to its
// last, whatever is put into service meanwhile. What is asked and said of an answer
// are its methods.
type Snapshot struct{ *index.Index }
