package resolve

import (
	"errors"
	"fmt"
	"strings"
)

// ErrNotReference says that a text isn't a reference.
var ErrNotReference = errors.New("not a reference to a passage")

// MissingError says that a reference names what doesn't exist.
type MissingError struct {
	Document string // its slug; "" where no document is meant
	What     string // what doesn't exist: "paragraph 300"
	// Known says what does exist, as a sentence without a full stop: "the strategy
	// has paragraphs 1 to 207".
	Known string
	// Bare tells that nothing but numbers was written, which may as well be
	// meant as words to search for.
	Bare bool
	// none: the document has nothing of the kind, so another may be meant.
	none bool
}

func (e *MissingError) Error() string {
	return fmt.Sprintf("there is no %s: %s", e.What, e.Known)
}

// list writes "a, b and c".
func list(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:len(items)-1], ", ") + " and " + items[len(items)-1]
}
