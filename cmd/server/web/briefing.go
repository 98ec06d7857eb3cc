package web

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"socsearch/cmd/server/ask"
	"socsearch/sources/cite"
	"socsearch/sources/document"
	"socsearch/sources/resolve"
)

// The parameters of a briefing: all of it stands in its address.
const (
	paramIDs   = "ids"   // passages and ranges, parted by commas: "strategy/79-82,roles/gchq"
	paramOrder = "order" // whether they stay in the order of ids
	paramTitle = "title"
	paramUndo  = "undo"     // the ids before the last change
	paramAdd   = "add"      // a reference to add
	ownOrder   = "own"      // value of order
	prefixHead = "heading." // before an item's id: the heading that stands over it
	prefixNote = "note."    // before an item's id: the reader's own note on it
)

// The bounds of what people write into a briefing: its address must fit into what
// servers and browsers take.
const (
	maxHeading = 200   // characters
	maxNote    = 2_000 // characters
)

// briefing is what an address says of a collection of passages.
type briefing struct {
	ids      []string
	own      bool // in the order of ids, else in that of the documents
	title    string
	headings map[string]string // by id
	notes    map[string]string
	style    cite.Style // "" for none chosen
	undo     []string
}

// readBriefing reads the values of an address; what is wrong with them stays with p.
func readBriefing(p *ask.Values) briefing {
	b := briefing{
		ids:      ask.SplitIDs(p.All(paramIDs)),
		own:      p.OneOf(paramOrder, "", ownOrder) == ownOrder,
		title:    readText(p, paramTitle, maxHeading),
		headings: map[string]string{},
		notes:    map[string]string{},
		style:    p.Style(),
		undo:     ask.SplitIDs(p.All(paramUndo)),
	}
	for _, name := range p.Names() {
		if id, ok := strings.CutPrefix(name, prefixHead); ok {
			b.headings[id] = readText(p, name, maxHeading)
		}
		if id, ok := strings.CutPrefix(name, prefixNote); ok {
			b.notes[id] = readText(p, name, maxNote)
		}
	}
	if len(b.ids) > ask.MaxRange {
		p.Wrong(paramIDs, fmt.Sprintf("must name %d passages at most", ask.MaxRange))
	}
	return b
}

// readText reads words that a person wrote, in one line or more.
func readText(p *ask.Values, name string, most int) string {
	s := strings.TrimSpace(strings.ReplaceAll(p.Get(name), "\r\n", "\n"))
	if len([]rune(s)) > most {
		p.Wrong(name, fmt.Sprintf("must have %d characters at most", most))
	}
	return s
}

// address is the briefing's own, with the words of the items that it has or may get
// back.
func (b briefing) address() string {
	var pairs []string
	add := func(name, value string) {
		if value != "" {
			pairs = append(pairs, readable.Replace(url.QueryEscape(name))+"="+readable.Replace(url.QueryEscape(value)))
		}
	}
	add(paramIDs, strings.Join(b.ids, ","))
	if b.own && len(b.ids)+len(b.undo) > 0 {
		add(paramOrder, ownOrder)
	}
	add(paramTitle, b.title)
	kept := slices.Concat(b.ids, b.undo)
	for i, id := range kept {
		if slices.Index(kept, id) == i {
			add(prefixHead+id, b.headings[id])
			add(prefixNote+id, b.notes[id])
		}
	}
	add(ask.ParamStyle, string(b.style))
	add(paramUndo, strings.Join(b.undo, ","))
	if len(pairs) == 0 {
		return "/briefing"
	}
	return "/briefing?" + strings.Join(pairs, "&")
}

// readable leaves what parts ids as it is: an address is to be read.
var readable = strings.NewReplacer("%2F", "/", "%2C", ",")

// with is the briefing with other ids, and with the way back to those it has.
func (b briefing) with(ids []string) briefing {
	b.ids, b.undo = ids, b.ids
	return b
}

// without is the briefing without an item.
func (b briefing) without(id string) briefing {
	return b.with(slices.DeleteFunc(slices.Clone(b.ids), func(other string) bool { return other == id }))
}

// moved is the briefing with an item moved by some places, in an order of its own; ""
// where it can't be.
func (b briefing) moved(id string, by int) string {
	at := slices.Index(b.ids, id)
	if at < 0 || at+by < 0 || at+by >= len(b.ids) {
		return ""
	}
	b.ids, b.own, b.undo = slices.Clone(b.ids), true, nil
	b.ids[at], b.ids[at+by] = b.ids[at+by], b.ids[at]
	return b.address()
}

// item is a passage of a briefing, or a range that is cited as one.
type item struct {
	id       string
	passages []*document.Passage
}

// collect finds the passages that the ids name and puts them in order. The ids are
// those of what was found, as they are written best.
func (b *briefing) collect(x *snapshot) (items []item, missing []string, err error) {
	place := map[string]int{}
	for _, id := range b.ids {
		slug, anchor, _ := strings.Cut(id, "/")
		passages, _, err := x.ReadPassages(slug, anchor)
		var wrong *ask.Error
		switch {
		case errors.As(err, &wrong):
			missing = append(missing, id)
		case err != nil:
			return nil, nil, err
		default:
			items = append(items, item{id, passages})
			if place[id], err = x.Place(passages[0].ID); err != nil {
				return nil, nil, err
			}
		}
	}
	if !b.own {
		slices.SortStableFunc(items, func(a, b item) int { return cmp.Compare(place[a.id], place[b.id]) })
	}
	b.ids = nil
	for _, it := range items {
		b.ids = append(b.ids, it.id)
	}
	return items, missing, nil
}

// add puts what a reference names at the end: an id, or what a person writes.
func (b *briefing) add(x *snapshot, reference string) error {
	id := strings.TrimPrefix(strings.TrimSpace(reference), "/")
	if slug, anchor, ok := strings.Cut(id, "/"); ok {
		if _, _, err := x.ReadPassages(slug, anchor); err == nil {
			b.ids = append(b.ids, id)
			return nil
		}
	}
	found, err := x.Resolve(reference)
	if errors.Is(err, resolve.ErrNotReference) || err == nil && len(found.Passages) == 0 {
		return &httpError{status: 404, title: "Not a reference", detail: fmt.Sprintf("“%s” is not a reference to a passage, as “para 79” or “paras 79–82” would be.", reference)}
	}
	if missing := new(resolve.MissingError); errors.As(err, &missing) {
		return &httpError{status: 404, title: "There is no such place", detail: ask.Capitalise(missing.Error()) + "."}
	}
	if err != nil {
		return err
	}
	var passages []*document.Passage
	for _, id := range found.Passages {
		p, err := x.Passage(id)
		if err != nil {
			return err
		}
		passages = append(passages, p)
	}
	b.ids = append(b.ids, briefingIDs(passages)...)
	return nil
}

// briefingIDs are the ids under which passages of a document are collected: a run of
// paragraphs as one.
func briefingIDs(passages []*document.Passage) []string {
	path := strings.TrimPrefix(pathOf(passages), "/")
	slug, anchors, _ := strings.Cut(path, "/")
	var ids []string
	for _, anchor := range strings.Split(anchors, ",") {
		ids = append(ids, slug+"/"+anchor)
	}
	return ids
}
