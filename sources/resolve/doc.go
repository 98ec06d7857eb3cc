// Package resolve turns what people write into passages: "para 79", "paragraphs
// 79 to 82", "p 31", "Annex A NCA", "fn 39", with or without the document, or a
// whole citation as package cite prints it, in any of its styles.
//
// In come manifests and passages ([New]) and a reference ([Resolver.Resolve]);
// out comes a [Reference] with the ids of its passages in reading order and the
// address that shows them. What isn't a reference gives [ErrNotReference], so
// that it can be searched for; a reference to what doesn't exist gives a
// [MissingError], which says what does.
//
// The steps:
//
//	reference → tokens   words and numbers, nearly all punctuation dropped (tokens.go)
//	→ pieces             by the grammar (grammar.go), read once for each document, by its own names (read.go, cursor.go; its rules: rules.go, names.go, numberrules.go, annexes.go, sections.go, limit.go)
//	→ passages           pieces and what limits them, segment by segment (segment.go, gather.go)
//
// The reading that names its document best is taken, and of equals the first
// document's: "para 79" alone is a paragraph of the strategy.
package resolve
