// Package twins writes passages down again as the file of another kind, with their
// numbers, headings, notes and boxes as such files have them: what is read of it must
// be the same. It is for tests.
package twins
