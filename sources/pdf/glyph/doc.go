// Package glyph reads what the pages of a PDF draw: characters with their places.
package glyph
