// Package enginetest is what every engine must pass: [Run] holds what an engine
// says of some passages against what is in them, and what queries find over it
// against what they find over [Memory], which keeps the passages' terms in maps.
package enginetest
