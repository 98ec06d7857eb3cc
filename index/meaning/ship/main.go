// Command ship writes the vectors of the embedded documents, which the program
// embeds so that its first start needn't make them: about a minute's work.
package main

import (
	"flag"
	"log"
	"os"

	"socsearch/index/meaning"
	"socsearch/sources"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("ship: ")
	path := flag.String("to", "weights/shipped.bin", "file to write")
	flag.Parse()
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		log.Fatal(err)
	}
	var texts []string
	for i := range corpus.Passages {
		texts = append(texts, meaning.Texts(&corpus.Passages[i])...)
	}
	if err := os.WriteFile(*path, meaning.Ship(texts), 0o644); err != nil {
		log.Fatal(err)
	}
	log.Printf("%d vectors", len(texts))
}
