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
package plan
