// Package plan turns a query's tree into a plan: which terms to look for, in
// which fields, how they belong together and what each counts.
//
// A word becomes a leaf with the ways to find it: its lemmas, the two parts of a
// compound or the compound itself, what its acronym stands for, other words that
// mean the same, the word that it is a slip of. Words side by side become a group
// that says how much of them a passage must have.
//
// A planner asks the index what it must know: which words stand in it, and
// whether words stand together.
//
//	ask.go            a whole query: its plan, what to widen it with, what to mark
//	collection.go     what a planner knows of the index
//	plan.go           nodes of a tree → nodes of a plan
//	planwords.go      words → leaves; numbers.go, family.go, respell.go
//	expand.go         words that stand for them
//	sentencewords.go  which words of a sentence tell nothing
//	phrasehints.go    what to say of a phrase that stands nowhere
//	shape.go          questions about a plan
//	occurrence.go     what is counted; probe.go, together.go
package plan
