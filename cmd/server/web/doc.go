// Package web answers HTTP requests: the pages that people see and the API
// beside them. Package ask reads what they ask for and says in sentences what was
// found; this one writes it as HTML (templates in static) or JSON. It knows nothing
// of bleve.
//
//	routes.go      every address, in groups with middleware of their own
//	middleware.go  what stands around them
//	snapshot.go    the one index that a request is answered from
//	errors.go      errors become statuses, pages and problem documents
//	api_*.go       the API
//	page_*.go      the pages
package web
