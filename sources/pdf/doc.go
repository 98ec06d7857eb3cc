// Package pdf reads a PDF by position into pages of lines.
package pdf
