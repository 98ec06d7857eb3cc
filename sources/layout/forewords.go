package layout

import (
	"slices"
	"strings"

	"socsearch/sources/document"
)

// longestName is how many bytes a heading has at most that labels repeat.
const longestName = 40

// forewordName is how labels call the paragraphs before the first numbered one:
// by the outermost heading over them, if none is one of the many forms of "Foreword
// by". It is "" where that is too long for a label.
func (c *cutter) forewordName() string {
	name, level := document.Foreword, maxLevel+1
	for _, p := range slices.Backward(c.parts) {
		if !p.heading || p.level >= level {
			continue
		}
		if name, level = p.text(), p.level; isForeword(name) {
			return document.Foreword
		}
	}
	if len(name) > longestName {
		return ""
	}
	return name
}

func isForeword(heading string) bool {
	h := strings.ToLower(heading)
	return strings.Contains(h, "foreword") || strings.HasPrefix(h, "preface")
}

// signatures leaves out what stands below a foreword's last paragraph: a name
// and an office, on short lines that end no sentence.
func (c *cutter) signatures() {
	const lines = 5
	foreword := false
	for i := len(c.parts) - 1; i >= 0 && !foreword; i-- {
		if c.parts[i].heading {
			foreword = isForeword(c.parts[i].text())
			break
		}
	}
	for i := len(c.parts) - 1; foreword && i > 0; i-- {
		p := c.parts[i]
		if p.heading || c.parts[i-1].heading || p.kind == document.KindFigure || len(p.lines) > lines {
			return
		}
		for _, l := range p.lines {
			if !l.short || endsSentence(l.text) || l.isBullet() || startsLower(l.text) && len(p.lines) == 1 {
				return
			}
		}
		if p.reason == "" {
			p.reason = Signature
			if p.kind == document.KindForeword {
				c.first--
				c.named[p.name]--
			}
		}
		if c.open == p {
			c.open = nil
		}
	}
}
