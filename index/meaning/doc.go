// Package meaning tells which passages are near in meaning to a query that may
// share no word with them: "how does war help organised crime?" and "fragile and
// conflict-affected states".
//
// A text goes in; 384 numbers come out, such that texts of like meaning point in
// like directions (their cosine is near 1). The numbers are made by e5-small-v2,
// a BERT encoder of twelve layers, in plain Go:
//
//	text → pieces of words                   pieces.go
//	pieces → vector                          model.go, encode.go, linear.go
//	the loops that take the time             kernels.go, and for AVX2 kernels_amd64.s
//	vector → whole numbers, cosines          vector.go
//	passage → texts to encode                texts.go, sentences.go
//	an index's vectors, made and read        make.go, file.go
//	a query's vector: a few at a time, kept  query.go
//
// # The same on every processor
//
// Matrices are multiplied in whole numbers. What is done in floating point is
// done in one order, without fused operations, and with exponential and error
// functions of the package's own, so that a vector is the same to the last bit
// with AVX2 and without, on amd64 and elsewhere; tests compare. So are rankings.
//
// # What it costs
//
// On one x86-64 core with AVX2 a question takes some 9 ms, a passage with its
// sentences some 270 ms; without AVX2 ten times as long. The weights are 34 MB of
// the program's file; the system maps what is read. 1,400 vectors are
// compared with a query in some 30 µs.
//
// # The weights
//
// weights/SOURCE.md says where they come from and under which terms. They are
// read and written by command export, the embedded documents' vectors by command
// ship; both need to run again only if the weights, [Texts] or the documents
// change:
//
//	go generate ./index/meaning
package meaning

//go:generate go run ./export -dir weights
//go:generate go run ./ship -to weights/shipped.bin
