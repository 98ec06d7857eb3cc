package glyph

import (
	lib "github.com/ledongthuc/pdf"
)

// ink is the colour of what is painted, as far as it hides or shows text.
type ink byte

const (
	inkDark  ink = iota // any colour that can be told from white
	inkWhite            // paper's
	inkOther            // a pattern, a picture, something seen through
)

// white is how much of each additive colour there is in white, at least, and 1-white
// how much of each printing ink, at most.
const white = 0.98

// colours runs an operator that sets the colour of fills, and reports whether op was
// one.
func (in *interpreter) colours(op string, args []operand, r *resources) bool {
	s := &in.state
	switch op {
	case "g", "rg":
		s.space = additive
		s.fill = s.space.inkOf(args)
	case "k":
		s.space = subtractive
		s.fill = s.space.inkOf(args)
	case "cs":
		s.space = spaceOf(arg(args, 0).name(), r)
		s.fill = inkDark
		if s.space == unknown {
			s.fill = inkOther
		}
	case "sc", "scn":
		s.fill = s.space.inkOf(args)
	default:
		return false
	}
	return true
}

// space is how a colour space makes white.
type space byte

const (
	additive    space = iota // of all its colours: grey, RGB
	subtractive              // of none: CMYK, separations
	unknown                  // patterns, tables of colours
)

func (s space) inkOf(args []operand) ink {
	if s == unknown || len(args) == 0 {
		return inkOther
	}
	for _, a := range args {
		if a.kind != numberKind {
			return inkOther
		}
		if s == additive && a.number < white || s == subtractive && a.number > 1-white {
			return inkDark
		}
	}
	return inkWhite
}

func spaceOf(name string, r *resources) space {
	v := r.dict.Key("ColorSpace").Key(name)
	if v.Kind() == lib.Array {
		name = v.Index(0).Name()
	} else if v.Kind() == lib.Name {
		name = v.Name()
	}
	switch name {
	case "DeviceGray", "DeviceRGB", "CalGray", "CalRGB", "G", "RGB":
		return additive
	case "DeviceCMYK", "CMYK", "Separation", "DeviceN":
		return subtractive
	case "ICCBased":
		if v.Index(1).Key("N").Int64() == 4 {
			return subtractive
		}
		return additive
	}
	return unknown
}
