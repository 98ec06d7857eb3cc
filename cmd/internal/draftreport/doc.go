// Package draftreport writes what was found of a draft as a person or a program
// takes it away: text, CSV, Markdown, HTML, JSON, and the draft corrected.
//
// In comes a [draft.Report]; out comes a file. Nothing is judged here.
package draftreport
