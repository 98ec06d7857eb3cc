package web

import (
	"fmt"
	"maps"
	"net/http"
	"slices"

	"socsearch/cmd/server/watch"
	"socsearch/index/library"
	"socsearch/sources/split"
)

// documentsView is the page of the documents with their state.
type documentsView struct {
	view
	Documents []documentState
	Folder    *watch.State // nil: no folder is watched
	Doing     string       // what its watcher does, as a sentence
}

// documentState is what was made of a document's file.
type documentState struct {
	*library.Document
	Facts   []factView
	Kept    []reasonCount // where its words stand
	LeftOut []reasonCount // and why others are in no passage
}

// reasonCount counts the words, or else the characters, under a reason.
type reasonCount struct {
	Reason     string `json:"reason"`
	Words      int    `json:"words,omitempty"`
	Characters int    `json:"characters"`
}

// documentsPage answers GET /documents.
func (s *server) documentsPage(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	if err := noParameters(r); err != nil {
		return err
	}
	v := documentsView{view: s.view("Documents", r)}
	for i := range x.Documents {
		d := &x.Documents[i]
		kept, leftOut := accountOf(d)
		v.Documents = append(v.Documents, documentState{d, documentFacts(d), kept, leftOut})
	}
	if s.Folder != nil {
		state := s.Folder()
		v.Folder, v.Doing = &state, describeWork(state)
	}
	return s.render(w, r, http.StatusOK, "documents", v)
}

// accountOf tells where the words of a document went: what is kept, and what isn't.
func accountOf(d *library.Document) (kept, leftOut []reasonCount) {
	keeps := []string{split.InPassage, split.InFootnote, split.InMark, split.InHeading}
	for _, reason := range d.Account.Reasons() {
		c := reasonCount{reason, d.Account.Words[reason], d.Account.Count[reason]}
		switch {
		case c.Characters == 0:
		case slices.Contains(keeps, reason):
			kept = append(kept, c)
		default:
			leftOut = append(leftOut, c)
		}
	}
	for _, reason := range slices.Sorted(maps.Keys(d.Unread)) {
		leftOut = append(leftOut, reasonCount{Reason: "not read: " + reason, Characters: d.Unread[reason]})
	}
	return kept, leftOut
}

// describeWork says what the watcher of a folder does.
func describeWork(s watch.State) string {
	switch s.Doing {
	case watch.Reading:
		return progressSentence("Reading the documents", s, "read")
	case watch.Indexing:
		return "Building the index. The one before stays in service until then."
	case watch.Meaning:
		return progressSentence("Reading the passages for what they mean, so that questions find them; they can be searched by their words already", s, "read")
	}
	return "Waiting for changes."
}

func progressSentence(what string, s watch.State, done string) string {
	if s.Of == 0 {
		return what + "."
	}
	return fmt.Sprintf("%s: %d of %d %s.", what, s.Done, s.Of, done)
}

// documentStateJSON is what the API adds to a document: what was made of its file.
type documentStateJSON struct {
	File    string        `json:"file"`
	Kept    []reasonCount `json:"kept"`
	LeftOut []reasonCount `json:"left_out"`
	Doubts  []string      `json:"doubts"`
}

func newDocumentState(d *library.Document) documentStateJSON {
	kept, leftOut := accountOf(d)
	s := documentStateJSON{File: d.File, Kept: kept, LeftOut: leftOut, Doubts: d.Doubts}
	if s.Kept == nil {
		s.Kept = []reasonCount{}
	}
	if s.LeftOut == nil {
		s.LeftOut = []reasonCount{}
	}
	if s.Doubts == nil {
		s.Doubts = []string{}
	}
	return s
}
