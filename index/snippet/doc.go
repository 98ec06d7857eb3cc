// Package snippet marks in texts what a plan looks for, and cuts out the part of
// a passage that shows most of it.
package snippet
