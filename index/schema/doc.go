// Package schema says what is indexed of a passage, whatever the engine: the
// fields that are searched, those that are looked up whole, and the facets.
package schema
