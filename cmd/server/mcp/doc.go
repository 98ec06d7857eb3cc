// Package mcp offers the documents to language models as tools (the Model Context
// Protocol): searching, reading passages verbatim with their citations, resolving
// references, and checking the quotations of what a model wrote.
//
// In come the live index and a call of a tool; out goes its answer, or an error that
// names the argument and the remedy. Passages and documents can be read as resources,
// too, which a person picks. Every answer carries the fingerprint of the
// index and says which of the documents is superseded. Nothing can be changed through
// a tool. The two ways in are [Serve], over standard input and output, and
// [Handler], over HTTP without sessions.
package mcp
