package glyph

import lib "github.com/ledongthuc/pdf"

// state is the part of the graphics state that says where and how text stands
// (ISO 32000-1, 9.3).
type state struct {
	ctm matrix

	font       *Font
	size       float64
	charSpace  float64
	wordSpace  float64
	scale      float64 // horizontal; 1 is natural
	leading    float64
	rise       float64
	mode       int // 3 is invisible
	text, line matrix

	fill      ink
	space     space
	thin      bool // what is painted is seen through
	vanished  bool // what is painted isn't seen at all
	lineWidth float64
	clip      rect // what is painted is seen within
	oddClip   bool // and the clip is no rectangle
}

// maxSaved bounds the stack of saved states; viewers need 28.
const maxSaved = 512

// interpreter runs the operators of a page that matter to text.
type interpreter struct {
	file    *File
	drawing *Drawing
	state   state
	stack   []state
	marks   []mark // marked content that is open
	depth   int
	forms   int

	path     path
	areas    []area // painted so far
	pictures coverage
	turns    [4]int // characters by the quarter turns that would set them upright
}

// run runs a content stream.
func (in *interpreter) run(data []byte, r *resources) error {
	lex := &lexer{data: data}
	var args []operand
	for {
		var op string
		op, args = lex.operation(args)
		switch op {
		case "":
			return nil
		case "ID":
			lex.skipImage()
			in.picture()
		case "Do":
			if err := in.draw(arg(args, 0).name(), r); err != nil {
				return err
			}
		case "Tf":
			in.state.font = in.file.font(r, arg(args, 0).name())
			in.state.size = arg(args, 1).number
		case "gs":
			in.graphicsState(r.dict.Key("ExtGState").Key(arg(args, 0).name()))
		case "BDC":
			in.beginMarked(arg(args, 0).name(), arg(args, 1), r)
		default:
			if !in.graphics(op, args) && !in.textState(op, args) && !in.paths(op, args, r) {
				in.textShow(op, args)
			}
		}
		if len(in.drawing.Glyphs) > maxGlyphs {
			return errTooDense
		}
	}
}

// arg returns an operand, or an empty one if there are fewer.
func arg(args []operand, i int) operand {
	if i < len(args) {
		return args[i]
	}
	return operand{}
}

func (o operand) name() string { return string(o.text) }

// draw draws a named XObject.
func (in *interpreter) draw(name string, r *resources) error {
	v := r.dict.Key("XObject").Key(name)
	switch v.Key("Subtype").Name() {
	case "Image":
		in.picture()
	case "Form":
		if in.file.isHidden(r.dict.Key("XObject"), name) {
			return nil
		}
		return in.form(v, r)
	}
	return nil
}

// graphicsState takes from an ExtGState what matters to text: the font, and
// whether what is painted can be seen through.
func (in *interpreter) graphicsState(v lib.Value) {
	if ca := v.Key("ca"); ca.Kind() == lib.Real || ca.Kind() == lib.Integer {
		in.state.thin, in.state.vanished = ca.Float64() < white, ca.Float64() <= 1-white
	}
	if bm := v.Key("BM"); bm.Kind() == lib.Name && bm.Name() != "Normal" && bm.Name() != "Compatible" {
		in.state.thin = true
	}
	if v.Key("SMask").Kind() == lib.Dict {
		in.state.thin = true
	}
	if f := v.Key("Font"); f.Len() == 2 {
		in.state.font, in.state.size = loadFont(f.Index(0)), f.Index(1).Float64()
	}
}

// graphics runs an operator on the graphics state or on marked content, and
// tells whether op was one.
func (in *interpreter) graphics(op string, args []operand) bool {
	switch op {
	case "q":
		if len(in.stack) < maxSaved {
			in.stack = append(in.stack, in.state)
		}
	case "Q":
		if n := len(in.stack); n > 0 {
			in.state, in.stack = in.stack[n-1], in.stack[:n-1]
		}
	case "cm":
		in.state.ctm = matrixOf(args).times(in.state.ctm)
	case "BT":
		in.state.text, in.state.line = identity, identity
	case "BMC":
		in.beginMarked(arg(args, 0).name(), operand{}, nil)
	case "EMC":
		in.endMarked()
	default:
		return false
	}
	return true
}

func matrixOf(args []operand) matrix {
	if len(args) < 6 {
		return identity
	}
	var m matrix
	for i := range m {
		m[i] = args[i].number
	}
	return m
}

// textState runs an operator on the text state or the text position, and tells
// whether op was one.
func (in *interpreter) textState(op string, args []operand) bool {
	s := &in.state
	x := arg(args, 0).number
	switch op {
	case "Tc":
		s.charSpace = x
	case "Tw":
		s.wordSpace = x
	case "Tz":
		s.scale = x / 100
	case "TL":
		s.leading = x
	case "Ts":
		s.rise = x
	case "Tr":
		s.mode = int(x)
	case "Td":
		s.move(x, arg(args, 1).number)
	case "TD":
		s.leading = -arg(args, 1).number
		s.move(x, arg(args, 1).number)
	case "Tm":
		s.line = matrixOf(args)
		s.text = s.line
	case "T*":
		s.move(0, -s.leading)
	default:
		return false
	}
	return true
}

// move starts a new line at an offset from the start of this one.
func (s *state) move(x, y float64) {
	s.line = matrix{1, 0, 0, 1, x, y}.times(s.line)
	s.text = s.line
}

// textShow runs an operator that shows text; others matter nothing to text.
func (in *interpreter) textShow(op string, args []operand) {
	s := &in.state
	switch op {
	case "Tj":
		in.show(arg(args, 0).text)
	case "'":
		s.move(0, -s.leading)
		in.show(arg(args, 0).text)
	case "\"":
		s.wordSpace, s.charSpace = arg(args, 0).number, arg(args, 1).number
		s.move(0, -s.leading)
		in.show(arg(args, 2).text)
	case "TJ":
		for _, o := range arg(args, 0).list {
			if o.kind == numberKind {
				s.advance(-o.number / 1000 * s.size * s.scale)
				continue
			}
			in.show(o.text)
		}
	}
}
