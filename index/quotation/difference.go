package quotation

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// diff is the difference word by word, in the order of reading.
func (m *matching) diff(steps []step) []Diff {
	var d []Diff
	add := func(op, text string) {
		if n := len(d); n > 0 && d[n-1].Op == op {
			d[n-1].Text += text
			return
		}
		d = append(d, Diff{op, text})
	}
	for k := 0; k < len(steps); k++ {
		s := steps[k]
		switch s.op {
		case opSame, opMark:
			add("same", m.quoted(s.i)+" ")
		case opForm, opChanged: // gather neighbours, so that a phrase is shown whole
			end := k
			for end < len(steps) && (steps[end].op == opForm || steps[end].op == opChanged || steps[end].op == opMissing || steps[end].op == opExtra) {
				end++
			}
			for _, s := range steps[k:end] {
				if s.op != opExtra {
					add("missing", m.form(s.j)+" ")
				}
			}
			for _, s := range steps[k:end] {
				if s.op != opMissing {
					add("extra", m.quoted(s.i)+" ")
				}
			}
			k = end - 1
		case opMissing:
			add("missing", m.form(s.j)+" ")
		case opExtra:
			add("extra", m.quoted(s.i)+" ")
		}
	}
	if n := len(d); n > 0 {
		d[n-1].Text = strings.TrimSuffix(d[n-1].Text, " ")
	}
	return d
}

// quoted is an element as the quotation has it.
func (m *matching) quoted(i int) string { return m.text[m.q[i].start:m.q[i].end] }

// change is a stretch in which the words differ.
type change struct{ document, quotation []string }

func (m *matching) changes(steps []step) []change {
	var list []change
	open := false
	for _, s := range steps {
		if s.op == opSame || s.op == opMark || s.op == opHidden {
			open = false
			continue
		}
		if !open {
			list = append(list, change{})
			open = true
		}
		c := &list[len(list)-1]
		if s.op != opExtra {
			c.document = append(c.document, m.form(s.j))
		}
		if s.op != opMissing {
			c.quotation = append(c.quotation, m.quoted(s.i))
		}
	}
	return list
}

// message says what differs, the gravest first: numbers, negations, modal verbs,
// names, then words.
func (m *matching) message(steps []step) string {
	changes := m.changes(steps)
	for _, g := range []struct {
		what string
		is   func(string) bool
	}{
		{"the number differs", isNumber}, {"a negation differs", isNegation},
		{"a modal verb differs", func(w string) bool { return modals[w] }}, {"a name differs", isName},
	} {
		for _, c := range changes {
			a, b := picked(c.document, g.is), picked(c.quotation, g.is)
			if strings.EqualFold(strings.Join(a, " "), strings.Join(b, " ")) {
				continue
			}
			return g.what + ": " + said(c)
		}
	}
	if len(changes) > 0 {
		c := changes[0]
		if len(c.document) == len(c.quotation) && strings.EqualFold(strings.Join(c.document, ""), strings.Join(c.quotation, "")) {
			return "the spelling differs in a hyphen or in capitals: the document has “" + strings.Join(c.document, " ") + "”"
		}
		return "the words differ: " + said(c)
	}
	return "the parts don’t follow each other in the document"
}

func picked(words []string, is func(string) bool) []string {
	var list []string
	for _, w := range words {
		if is(w) || is(strings.ToLower(w)) {
			list = append(list, w)
		}
	}
	return list
}

func said(c change) string {
	const most = 12 // words
	clip := func(words []string) string {
		if len(words) > most {
			words = append(slices.Clone(words[:most]), "…")
		}
		return "“" + strings.Join(words, " ") + "”"
	}
	switch {
	case len(c.document) == 0:
		return "the document hasn’t got " + clip(c.quotation)
	case len(c.quotation) == 0:
		return "the draft leaves out " + clip(c.document)
	}
	return "the document has " + clip(c.document) + ", not " + clip(c.quotation)
}

// The words that change what a sentence says.
var (
	negations  = set("not no never nor neither none nobody nothing nowhere without cannot hardly scarcely barely rarely seldom fail fails failed unable")
	conditions = set("if unless until except excepting provided providing subject only where when whether should may might could assuming although though however depending otherwise")
	modals     = set("will would shall should may might can could must ought cannot won't")
	numerals   = set("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion half third quarter dozen double twice first second fourth fifth sixth per percent pc")
)

func set(words string) map[string]bool {
	s := map[string]bool{}
	for _, w := range strings.Fields(words) {
		s[w] = true
	}
	return s
}

func isNegation(w string) bool {
	w = strings.ToLower(straight(w))
	return negations[w] || strings.HasSuffix(w, "n't")
}

func isNumber(w string) bool {
	w = strings.ToLower(w)
	return strings.ContainsAny(w, "0123456789") && !strings.HasPrefix(w, "mi") || numerals[w] && w != "per"
}

func isCondition(w string) bool { return conditions[strings.ToLower(w)] }

func isName(w string) bool {
	r, size := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && len(w) > size
}

// warnings say what marked changes hide.
func (m *matching) warnings(steps []step) []string {
	var list []string
	for i := range m.q {
		e := &m.q[i]
		var hidden []string
		for _, s := range steps {
			if s.op == opHidden && s.i == i {
				hidden = append(hidden, m.form(s.j))
			}
		}
		switch e.kind {
		case kindGap:
			list = append(list, hides("The omission leaves out", hidden)...)
		case kindBracket:
			var put []string
			for _, w := range e.inside {
				put = append(put, w.form)
			}
			list = append(list, m.brackets(put, hidden)...)
		}
	}
	for _, s := range steps {
		if m.q[s.i].kind == kindPattern && agrees(s) {
			if a, b := m.form(s.j), m.q[s.i].form; isNegation(a) != isNegation(b) || isNumber(a) != isNumber(b) || modals[strings.ToLower(a)] != modals[strings.ToLower(b)] {
				list = append(list, fmt.Sprintf("The brackets change “%s” to “%s”.", a, b))
			}
		}
	}
	if m.leading {
		list = append(list, hides("The omission at the beginning leaves out", m.sentence(steps[0].j, -1))...)
	}
	if m.trailing {
		list = append(list, hides("The omission at the end leaves out", m.sentence(steps[len(steps)-1].j, 1))...)
	}
	return list
}

// brackets says what square brackets put in and what they stand for.
func (m *matching) brackets(put, hidden []string) []string {
	var list []string
	for _, k := range kinds {
		in, out := picked(put, k.is), picked(hidden, k.is)
		if strings.EqualFold(strings.Join(in, " "), strings.Join(out, " ")) {
			continue
		}
		if len(in) > 0 && k.what != "condition" {
			list = append(list, fmt.Sprintf("The square brackets put in a %s that the document hasn’t got here: “%s”.", k.what, strings.Join(in, " ")))
		}
		if len(out) > 0 {
			list = append(list, fmt.Sprintf("The square brackets stand for a %s: “%s”.", k.what, strings.Join(hidden, " ")))
		}
	}
	const many = 12 // words
	if len(hidden) > many {
		list = append(list, fmt.Sprintf("The square brackets stand for %d words of the document.", len(hidden)))
	}
	return list
}

var kinds = []struct {
	what string
	is   func(string) bool
}{{"negation", isNegation}, {"number", isNumber}, {"condition", isCondition}}

// hides says what an omission hides that changes what a sentence says.
func hides(what string, hidden []string) []string {
	var list []string
	for _, k := range kinds {
		if words := picked(hidden, k.is); len(words) > 0 {
			const most = 6
			if len(words) > most {
				words = append(words[:most], "…")
			}
			list = append(list, fmt.Sprintf("%s a %s: “%s”.", what, k.what, strings.Join(words, "”, “")))
		}
	}
	return list
}

// sentence is the words of the sentence before a place, or after it.
func (m *matching) sentence(at int32, step int32) []string {
	var list []string
	for m.goesOn(min(at, at+step)) {
		at += step
		list = append(list, m.form(at))
	}
	return list
}

// goesOn reports whether the next place is a word of the same sentence.
func (c *Corpus) goesOn(at int32) bool {
	if at < 0 || int(at)+1 >= len(c.places) {
		return false
	}
	a, b := c.places[at], c.places[at+1]
	return a.unit == b.unit && !strings.ContainsAny(c.units[a.unit].text[a.end:b.start], ".!?\n")
}
