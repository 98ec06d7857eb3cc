// Package xmltree reads XML of strangers within bounds: into trees, one for each
// part of a file that is read as a whole, so that a long book takes little memory.
//
// Nothing that a file declares is expanded or fetched: one with a document type is
// refused, as are elements nested beyond reason. What is wrong is a [blocks.Error].
package xmltree
