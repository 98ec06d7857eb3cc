// Package words knows words: the terms of an index and how many passages have
// them, acronyms and what they stand for, spellings, and the words that tell
// nothing.
package words
