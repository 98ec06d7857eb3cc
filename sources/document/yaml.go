package document

import (
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
)

// DecodeYAML reads a manifest or a vocabulary into a struct and refuses keys that it
// hasn't. An error is one line with the file's name, the place and the key.
func DecodeYAML(name string, data []byte, into any) error {
	if err := yaml.UnmarshalWithOptions(data, into, yaml.Strict()); err != nil {
		return fmt.Errorf("%s: %s", name, strings.ReplaceAll(yaml.FormatError(err, false, false), "\n", " "))
	}
	return nil
}
