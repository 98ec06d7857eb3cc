// Package analysis cuts British policy prose into the terms that are indexed
// and searched. Text and query go through the same rules, so that what a person
// types meets what the document prints:
//
//   - letters are compared without case and accents, either apostrophe is the
//     same, and possessives count as the word itself (NCA’s, forces’);
//   - a word's inflections are one term, its lemma: prosecutes, prosecuting; led,
//     lead. A form of two words has both lemmas (meeting, meet). Words of one
//     family that are no inflections are different terms (see package morphology);
//   - an acronym is a term of its own beside the word that it looks like: GAIN
//     is not gain, and ROCUs is ROCU;
//   - a compound is its parts and the two joined: anti-corruption is found by
//     anticorruption and by anti corruption;
//   - numbers lose their commas (3,000 is 3000), keep their point, and are
//     terms with and without their £ or %; years written 2018/19, 2018-19 and
//     2018–19 are the same.
//
// [Prose] does all this. [Exact] keeps word forms as they are written, for
// phrases in quotation marks.
package analysis
