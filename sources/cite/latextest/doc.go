// Package latextest tries our BibTeX with the programs that print reference lists:
// plain BibTeX with its oldest style, and biber with biblatex's styles. They are
// large, so the tests are a command of their own and no part of the others:
//
//	apt-get install -y --no-install-recommends biber texlive-latex-recommended texlive-bibtex-extra poppler-utils
//	go test -tags latex ./sources/cite/latextest
package latextest
