// Package cluster is the engine on OpenSearch (2.19 and later), the only package
// below index that speaks HTTP.
//
// # The same words by construction
//
// Texts are analysed in Go ([socsearch/index/analysis]) and indexed as their terms;
// OpenSearch splits them at spaces and "|" and does nothing else. Several terms at
// a position are joined by "|". Plans are translated node by node to queries that
// find the passages; see translate.go.
//
// # The way of a search
//
//	plan → how often does each of its leaves occur? asked once for each and kept, since an
//	       index is never changed
//	→ the candidates: the passages that the plan finds, most of them if there are more than
//	  candidates, best first by the impacts of their terms, which are worked out while
//	  indexing
//	→ the candidates' passages, kept decoded and analysed
//	→ package match goes over the candidates as if they were all, with the numbers of the
//	  whole collection: scores are the local engine's
//	→ totals and facets: from the candidates where they are all, else counted in the cluster
//
// Up to that many hits everything is what the local engine says. Beyond, totals and
// facets are, and the best are the best of the candidates; hits behind the candidates
// stand in the order of their impacts.
//
// # In the cluster
//
//	socsearch              an alias for the index in use
//	socsearch-gen-…        an index: a document for each passage
//	socsearch-gen-…-files  what lies beside the store of a local index, in parts
//	socsearch-lock         who is building
//
// An index is filled, counted, and then gets the alias, in one step; its manifest
// stands in the metadata of its mapping. The index before it is left for the servers
// that have it open, and removed by the build after. An index that has the alias is never changed, so
// that a reader that holds on to it by its name reads one state: no point in time
// is needed to page through it.
package cluster
