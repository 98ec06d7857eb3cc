// Package commitment finds what a document undertakes to do, and what it expects
// of others, by rules that a person can read.
//
// What comes in are the tagged passages of one document; what goes out are their
// Commitments and Expectations, each with the words that made it one. A
// commitment is a sentence, or a bullet under a lead-in, in which somebody of the
// state says what it will do after the document was published, so that a reader
// can ask later: did they do it? If only "did it work?" can be asked, it is none.
//
// The steps, each a file:
//
//   - units.go: text → sentences and bullets with their lead-ins.
//   - tokens.go: sentence → words, names of bodies as one, marks.
//   - predicate.go: the verbs that speak of what is to come: "will", "plans to",
//     "is due to", "are providing £3.6 million in 2019/20".
//   - subject.go: whose verb it is: the state, a named body, a measure, others.
//   - judge.go: yes, no or doubtful, by the rows below. quoted.go: what others are
//     quoted with. undertaking.go: whether the writer undertakes anything.
//   - fields.go, dates.go, dateforms.go: kind, strength, deadline, money. makers.go: who sets up what is new.
//   - expectation.go: what others are to do.
//   - repeats.go: which passage said the same first. edit.go: what the manifest adds or strikes.
//
// English grammar is code; the words it goes by are data, in
// sources/vocabulary/commitments.yaml. No rule knows a sentence, a body or a
// document. A doubtful find is kept with Sure false: readers would differ on it.
//
// # The rules
//
// Row numbers are those that judge returns. "Body" is a public body, office or
// partnership; "measure" is anything else that a subject can name: a programme,
// a sum, "this".
//
//	 1  measure + any verb not below; outsiders (criminals, victims): a prediction  no
//	 2  we, the government + act or effect                                          yes
//	    body + act                                                                  yes
//	    body + nothing but an effect: ensure, enable, drive, help                   doubt
//	 3  money that will fund; our approach that will align                          doubt
//	 4  content of what was promised just before: will consider, provide guidance   doubt
//	 5  "will be a …", "will act as": description; with an act added                no; doubt
//	 6  "at the core of X will be": existence                                       doubt
//	 7  "will be key to": importance; "our focus will be to do"; "will be a noun"   no; yes; doubt
//	 8  "this will involve" + act, after a commitment; "includes", or a noun        yes; doubt
//	 9  passive with an agent that is a body                                        yes
//	10  passive without agent; a body that will receive money                       yes
//	11  "is due to"; launch, begin, continue with a date, without                   yes; doubt
//	13  others, and what a body will expect of others: see expectation.go           no
//	15  "we must do"; duties of others                                              doubt; no
//	17  "are providing £x" with a time that runs on                                 yes
//	18  creation in hand with a date, without                                       yes; doubt
//	19  what goes on as now                                                         no
//	21  a clause that another governs: "sets out how we will"; what the text will
//	    say: "details will be found in Annex A"                                     no
//	22  success and states: "we will be able to", "we will see"                     no
//	23  plans, aims, intentions of a body; the document's own aim; of a measure     yes, soft; doubt; no
//	25  on a condition; rhetoric                                                    doubt
//
// Of what others say, in quotation marks, nothing is taken. A passive without agent
// is doubtful throughout a document whose writer names an actor for fewer acts than
// it leaves without: laws, guidance for others, reports with recommendations.
//
// # Fields
//
// The actor is the subject: "we" is the government (or whom the manifest says, or the
// author, of a committee's or an inquiry's paper),
// "it" the body that was the subject before, else the body named last. The agent
// of a passive, "led by" and "jointly … by" are actors; "with" and "supported by"
// are none. What is left open, as by a passive without agent, is the act of
// whoever undertook the sentence that it goes on with, else of the government.
//
// A hedge ("aim", "where possible") makes a commitment soft if it stands by the
// main act; one firm act in the sentence makes it firm. Dates count wherever they
// stand, but in a name, in a past clause, or before publication.
package commitment
