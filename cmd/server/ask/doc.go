// Package ask reads what people and programs ask for: out of the raw values of an
// address it makes requests that have been checked, and out of what was found the
// sentences that describe it. The pages, the API and the tools for language models
// share both; none of it knows HTTP.
//
//	values.go     raw values, and what is wrong with them
//	search.go     values become a search
//	address.go    and a search becomes an address again
//	register*.go  values become a request to the register, and that its lines
//	passages.go   the passages that an address names
//	describe.go   what a search shows, in a sentence
//	notes.go      what a reader must know of it
package ask
