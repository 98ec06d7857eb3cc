// Package enginetest is what every engine must pass: [Run] holds what an engine
// finds against what a [Fake] does, which keeps the passages in memory and looks at
// each; [RunLists] holds lists of postings against what is in the passages.
package enginetest
