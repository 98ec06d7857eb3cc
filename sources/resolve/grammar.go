package resolve

// The grammar of references, as it is read after normalise.go has undone ways of
// writing and tokens.go has dropped punctuation. Words in capitals are names of the
// grammar's own; "quoted" ones stand as they are; [ ] may be missing, { } may come
// again, | is or. What the documents themselves give (titles, authors, headings,
// titles of boxes, names of entries) is in ANGLES.
//
//	REFERENCE  = [LISTED] SEGMENT { ";" SEGMENT }                        read.go
//	LISTED     = NUMBER, the writer's own note, before an <AUTHOR>       "12. HM Government, …"
//	SEGMENT    = { DOCUMENT | LIMIT | PIECE | NOISE }
//	DOCUMENT   = [COUNTRY] ( <TITLE> | <SERIES> | <AUTHOR> | <PUBLISHER>
//	             | <DATE> | ISBN | ADDRESS | CROSS | TYPE )              rules.go, names.go
//	TYPE       = "White Paper" | "Command Paper" | …                     after a name
//	             | "Second Report of Session …" | "[2016] OJ L119/1"
//	CROSS      = "(n 3)" | "supra note 3" | "above n 3"                  after an author or a title
//	LIMIT      = PAGES | OBJECTIVES | PARTS | <ANNEX> | HEADING          limit.go
//	HEADING    = <HEADING> "section" | <HEADING>, before a para or page  sections.go
//	PAGES      = ("p" | "page" | …) NUMBERS | NUMBERS, see 1
//	OBJECTIVES = "objective" SMALL { ("and" | "to") SMALL }
//	PARTS      = "part" SMALL { ("and" | "to") SMALL } | <PART>
//	PIECE      = PARAGRAPHS | NOTES | FIGURES | COUNTED | THING          numberrules.go
//	PARAGRAPHS = ("para" | "¶" | "§" | …) NUMBERS | "[" NUMBER "]" | NUMBERS, see 1
//	NOTES      = ("fn" | "n" | "note" | …) NUMBERS
//	FIGURES    = ("fig" | "figure" | …) NUMBERS
//	COUNTED    = ["policy"] <HEADING> [["para"] NUMBERS]                 "conclusion 3", "recital 26", "Article 28": sections.go
//	             | ("articles" | "annexes") NUMBERS
//	THING      = ( <FOREWORD> | BOX | ENTRY ) ["para" NUMBERS]
//	             | "para" (NUMBERS | "last") "of" ( <FOREWORD> | BOX )
//	BOX        = "box" [ <BOX TITLE> | words of one ] | <BOX TITLE> "box"
//	ENTRY      = <ANNEX> <ENTRY NAME> { <ENTRY NAME> } | <ENTRY NAME> "in" <ANNEX>
//	             | <ENTRY NAME>, of a document that is all entries
//	NUMBERS    = SPAN { ["and"] SPAN } ["ff"]
//	SPAN       = NUMBER [ ("-" | "to" | "through") [label] NUMBER ]      101–3 is 101 to 103
//	NUMBER     = figures | figures with points, as 4.12 | a letter and figures, as A1.2
//	             | words below a thousand after a label | an ordinal before one
//
// All of a text must be read: one word that no rule knows, and it is no reference but
// words to search for. A LIMIT alone is all that stands there; beside a PIECE it is
// where the piece must stand, and a piece that doesn't is refused.
//
// What may mean two things means:
//
//  1. A bare number is a paragraph, as people type it into a search box ("79",
//     "strategy 79"); after a citation of the whole (full title, series number, year
//     or cross-reference) it is a page, since that is what pinpoints are (OSCOLA 3.4,
//     Chicago 14.23). A page that there isn't is refused, never taken for a paragraph.
//     After an author alone it is nothing.
//  2. "(n 3)" and "n 3" after "see", "supra" or "above" are the writer's own notes
//     (OSCOLA 1.2); "n 3" after a place or a work, and typed alone, is the document's
//     footnote. "ibid" leads nowhere: what stood before isn't known.
//  3. "para 5, fn 39" is the footnote in that paragraph, in either order; with "and"
//     or ";" between them they are two places. The same of "para 5, p 63".
//  4. A number in square brackets is a paragraph, a year in them isn't ("[2018] UKSC").
//  5. A year that isn't the document's names another paper, by the same author or
//     under the same title; a year with a letter (2018a) is the year.
//  6. A publisher's name with the year stands for the author where a place follows; a
//     note says so. Without a place it is words to search for.
//  7. An organisation and "para 2" is its entry on a page of entries; with an annex
//     named, its entry there.
//  8. "box on firearms" is the one box whose title has the word; two boxes, or words
//     of the document's own title alone, are none.
//  9. Where no document is named it is the first that has the place, and
//     [Reference].Others has the rest. An address of another page makes it none.
//  10. "ff" names no end: what is named is shown, with a note. A sentence or bullet of a
//     paragraph is the paragraph; a line of it is none, since lines differ. The top or
//     foot of a page is the page.
//  11. An article, a policy or an annex without a paragraph is all of it.
//  12. A document that names no author may have any before its title or number.
//  13. A small number in brackets behind another is a point of it, "79(2)", and in an
//     article a paragraph, "5(2)".
//  14. A bare number after ";" is counted as those before it, "paras 79; 82".
