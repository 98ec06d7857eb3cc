package main

import (
	"flag"
	"testing"

	"socsearch/cmd/internal/flagtable"
)

var updateFlags = flag.Bool("update", false, "write the table of flags into the README")

// TestFlagsInReadme holds the README's table to the flags that the server has.
func TestFlagsInReadme(t *testing.T) {
	flagtable.Check(t, "../../README.md", "server", new(options).define, *updateFlags)
}
