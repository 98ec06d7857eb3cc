// Package interoptest tries what other people's programs make of the server: linters
// of its description, clients that generators make of it, a program that sends what
// the description allows and forbids, and clients of the tools for language models.
//
// The server is the built program, on a port of loopback and over standard input and
// output. The other programs are installed here:
//
//	npm ci --ignore-scripts
//	python3 -m venv venv && venv/bin/pip install -r requirements.txt
//
// and run by
//
//	SOCSEARCH_LONG=1 go test ./cmd/server/interoptest -v -timeout 20m
//
// Without SOCSEARCH_LONG nothing is run. A test whose program isn't there is skipped,
// and says what to install.
package interoptest
