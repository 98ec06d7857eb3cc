package xmltree

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html/charset"

	"socsearch/sources/blocks"
)

// The bounds of a file.
const (
	maxDepth = 256     // elements inside one another
	maxNodes = 1 << 20 // in one tree: the longest act in force has a tenth
)

// Node is an element, or text: then its Name is "".
type Node struct {
	Name     string // without its name space
	Space    string
	Attr     []xml.Attr
	Text     string
	Children []*Node
}

// Get returns an attribute, whatever its name space; "" where there is none. A nil
// node has none.
func (n *Node) Get(local string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// Child returns the first element of a name directly below; nil for none. A nil
// node has none.
func (n *Node) Child(name string) *Node {
	if n == nil {
		return nil
	}
	for _, c := range n.Children {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// Find returns the first element of a name anywhere below; nil for none.
func (n *Node) Find(name string) *Node {
	for _, c := range n.Children {
		if c.Name == name {
			return c
		}
		if found := c.Find(name); found != nil {
			return found
		}
	}
	return nil
}

// Words returns all text below, with a space between elements. A nil node has none.
func (n *Node) Words() string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	n.words(&b)
	return strings.Join(strings.Fields(b.String()), " ")
}

func (n *Node) words(b *strings.Builder) {
	b.WriteString(n.Text)
	for _, c := range n.Children {
		c.words(b)
		if c.Name != "" {
			b.WriteByte(' ')
		}
	}
}

// Parse reads a file as one tree and returns its outermost element.
func Parse(name string, data []byte) (root *Node, err error) {
	err = Each(name, data, func(xml.StartElement) bool { return false }, func(n *Node) error {
		if root == nil {
			root = n
		}
		return nil
	})
	if err == nil && root == nil {
		err = blocks.Errorf("%s holds no element: it is empty or damaged", name)
	}
	return root, err
}

// Each reads a file and calls visit for the outermost elements that enter doesn't
// enter, each with all that stands in it. name is that of the file, for messages.
func Each(name string, data []byte, enter func(xml.StartElement) bool, visit func(*Node) error) error {
	r := &reader{name: name, decoder: xml.NewDecoder(bytes.NewReader(data)), enter: enter, visit: visit}
	r.decoder.CharsetReader = charset.NewReaderLabel
	for {
		token, err := r.decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return r.malformed()
		}
		if err := r.take(token); err != nil {
			return err
		}
	}
}

type reader struct {
	name    string
	decoder *xml.Decoder
	enter   func(xml.StartElement) bool
	visit   func(*Node) error
	depth   int
	nodes   int     // of the tree under way
	open    []*Node // its elements that haven't ended
}

func (r *reader) malformed() error {
	line, _ := r.decoder.InputPos()
	return blocks.Errorf("%s isn’t well-formed XML (line %d): the file is damaged", r.name, line)
}

func (r *reader) take(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		if r.depth++; r.depth > maxDepth {
			return blocks.Errorf("%s has more than %d elements inside one another: it is refused", r.name, maxDepth)
		}
		if len(r.open) > 0 || !r.enter(t) {
			n := &Node{Name: t.Name.Local, Space: t.Name.Space, Attr: append([]xml.Attr(nil), t.Attr...)}
			r.open = append(r.open, n)
			return r.add(n, len(r.open)-2)
		}
	case xml.EndElement:
		r.depth--
		return r.end()
	case xml.CharData:
		if len(r.open) > 0 {
			return r.add(&Node{Text: string(t)}, len(r.open)-1)
		}
	case xml.Directive:
		return blocks.Errorf("%s declares a document type, by which a file can grow without end or fetch others: it is refused. Remove the line that begins with <!DOCTYPE", r.name)
	}
	return nil
}

// add puts a node below the open element of a depth.
func (r *reader) add(n *Node, below int) error {
	if below < 0 {
		r.nodes = 0
	}
	if r.nodes++; r.nodes > maxNodes {
		return blocks.Errorf("%s has more than %d elements: split it", r.name, maxNodes)
	}
	if below >= 0 {
		r.open[below].Children = append(r.open[below].Children, n)
	}
	return nil
}

func (r *reader) end() error {
	last := len(r.open) - 1
	if last < 0 {
		return nil
	}
	n := r.open[last]
	r.open = r.open[:last]
	if last == 0 {
		return r.visit(n)
	}
	return nil
}
