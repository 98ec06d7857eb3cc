// Package library is what an index knows besides its passages: the documents
// with their contents and pages, organisations, the values of closed facets, and
// what references name passages by.
package library
