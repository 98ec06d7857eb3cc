// Package watch looks after a folder that papers are dropped into: those that are
// there stand in the index beside the embedded documents, those that change are read
// again, those that vanish go.
//
// The folder is looked at every second, and not listened to: what a system tells of
// changed files it doesn't tell of folders on a network, it can drop what comes too
// fast, and a file that is still being copied must be waited for by the clock anyway.
// A folder of hundreds of files is listed in a millisecond.
//
//	settle.go  files that haven't changed for a while are whole
//	watch.go   changes → documents → a new index, which the server takes into service
//	state.go   what is told of it all at /documents
//
// Every index is built of the files as they were at one moment: where one changes
// while it is read, what was read is thrown away. Documents whose files are as they
// were aren't read again.
package watch
