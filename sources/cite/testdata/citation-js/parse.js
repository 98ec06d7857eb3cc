// Reads a BibTeX or RIS file on standard input and prints it as CSL-JSON.
// The one argument names the format: bibtex or ris.
const { Cite } = require('@citation-js/core')
require('@citation-js/plugin-bibtex')
require('@citation-js/plugin-ris')

const types = { bibtex: '@bibtex/text', ris: '@ris/file' }
const cite = new Cite(require('fs').readFileSync(0, 'utf8'), { forceType: types[process.argv[2]] })
console.log(JSON.stringify(cite.data.map(({ _graph, ...item }) => item)))
