package main

import (
	"google.golang.org/protobuf/encoding/protowire"
)

// graph is what is read of an ONNX file: its tensors by name, and the nodes
// that multiply by whole numbers, in the order in which they run.
type graph struct {
	tensors  map[string]tensor
	products []product
}

// tensor is an array of numbers as they stand in the file, little-endian.
type tensor struct {
	shape []int
	data  []byte
}

// product is a MatMulInteger node: its name and the name of its matrix.
type product struct{ name, matrix string }

// The numbers of the fields that are read, from onnx.proto.
const (
	modelGraph        = 7
	graphNode         = 1
	graphInitializer  = 5
	nodeInput         = 1
	nodeName          = 3
	nodeOperator      = 4
	tensorDims        = 1
	tensorInt32Data   = 5
	tensorName        = 8
	tensorRawData     = 9
	tensorFloatData   = 4
	integerProduct    = "MatMulInteger"
	matrixAmongInputs = 1
)

func readGraph(onnx []byte) (*graph, error) {
	g := &graph{tensors: map[string]tensor{}}
	err := eachField(onnx, func(number protowire.Number, value []byte, _ uint64) error {
		if number != modelGraph {
			return nil
		}
		return eachField(value, g.add)
	})
	return g, err
}

func (g *graph) add(number protowire.Number, value []byte, _ uint64) error {
	switch number {
	case graphNode:
		return g.addNode(value)
	case graphInitializer:
		return g.addTensor(value)
	}
	return nil
}

func (g *graph) addNode(message []byte) error {
	var inputs []string
	var name, operator string
	err := eachField(message, func(number protowire.Number, value []byte, _ uint64) error {
		switch number {
		case nodeInput:
			inputs = append(inputs, string(value))
		case nodeName:
			name = string(value)
		case nodeOperator:
			operator = string(value)
		}
		return nil
	})
	if err == nil && operator == integerProduct && len(inputs) > matrixAmongInputs {
		g.products = append(g.products, product{name, inputs[matrixAmongInputs]})
	}
	return err
}

func (g *graph) addTensor(message []byte) error {
	var name string
	var t tensor
	err := eachField(message, func(number protowire.Number, value []byte, integer uint64) error {
		switch number {
		case tensorDims:
			if value == nil {
				t.shape = append(t.shape, int(integer))
			}
		case tensorName:
			name = string(value)
		case tensorRawData, tensorFloatData: // packed floats are the same bytes
			t.data = append(t.data, value...)
		case tensorInt32Data: // bytes, each as a number of its own
			for len(value) > 0 {
				v, n := protowire.ConsumeVarint(value)
				if n < 0 {
					return protowire.ParseError(n)
				}
				t.data = append(t.data, byte(v))
				value = value[n:]
			}
		}
		return nil
	})
	g.tensors[name] = t
	return err
}

// eachField calls visit for the fields of a message: with the bytes of those
// that have a length, with the number of varints.
func eachField(message []byte, visit func(number protowire.Number, value []byte, integer uint64) error) error {
	for len(message) > 0 {
		number, kind, n := protowire.ConsumeTag(message)
		if n < 0 {
			return protowire.ParseError(n)
		}
		message = message[n:]
		var value []byte
		var integer uint64
		switch kind {
		case protowire.BytesType:
			value, n = protowire.ConsumeBytes(message)
		case protowire.VarintType:
			integer, n = protowire.ConsumeVarint(message)
		default:
			n = protowire.ConsumeFieldValue(number, kind, message)
		}
		if n < 0 {
			return protowire.ParseError(n)
		}
		if err := visit(number, value, integer); err != nil {
			return err
		}
		message = message[n:]
	}
	return nil
}
