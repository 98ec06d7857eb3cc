package glyph

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	lib "github.com/ledongthuc/pdf"
)

// errCut is the error of a stream that ends before its checksum does: either
// the checksum alone is cut, as some versions of Adobe's PDF library leave it, or
// data are lost too.
var errCut = fmt.Errorf("%w: a stream breaks off", ErrDamaged)

// emptyStream is the length in bytes of a packed stream that holds nothing, its
// checksum not counted.
const emptyStream = 8

// uncut returns what unpack did, without the error that a stream is cut if
// nothing is lost: if whole tells so of its data, or it is too short to hold any.
func uncut(v lib.Value, data []byte, err error, whole func([]byte) bool) ([]byte, error) {
	if !errors.Is(err, errCut) {
		return data, err
	}
	if len(data) == 0 && v.Key("Length").Int64() <= emptyStream || len(data) > 0 && whole(data) {
		return data, nil
	}
	return nil, err
}

// breaksOff reports whether unpacking ended for want of bytes.
func breaksOff(err error) bool { return errors.Is(err, io.ErrUnexpectedEOF) }

// closed reports whether a content stream ends as a whole one does: after an
// operator, and with no text, state or marked content open. One that is cut
// within its data nearly always leaves something open.
func closed(data []byte) bool {
	lex := &lexer{data: data}
	open := map[string]int{}
	var args []operand
	end := 0
	for {
		var op string
		op, args = lex.operation(args)
		switch op {
		case "":
			return open["text"] <= 0 && open["state"] <= 0 && open["mark"] <= 0 && len(bytes.TrimSpace(data[end:])) == 0
		case "ID":
			lex.skipImage()
		case "BT":
			open["text"] = 1
		case "ET":
			open["text"] = 0
		case "q":
			open["state"]++
		case "Q":
			open["state"]--
		case "BMC", "BDC":
			open["mark"]++
		case "EMC":
			open["mark"]--
		}
		end = lex.at
	}
}

// mapped reports whether a CMap goes on to its end.
func mapped(data []byte) bool { return bytes.Contains(data, []byte("endcmap")) }
