// Package web answers HTTP requests: the pages that people see and the API
// beside them. It reads addresses, asks package index, and writes what comes
// back as HTML (templates in static) or JSON; it knows nothing of bleve.
//
//	routes.go    every address, in one function
//	errors.go    errors become statuses, pages and problem documents
//	params.go    raw values of an address become a checked search
//	address.go   and a search becomes an address again
//	api_*.go     the API
//	page_*.go    the pages
package web
