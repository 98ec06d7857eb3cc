package sources

import (
	"strings"
	"testing"
)

func TestDecodeText(t *testing.T) {
	tests := []struct {
		name, data, want, doubt, fails string
	}{
		{name: "UTF-8", data: "1 £40 million – “in full”", want: "1 £40 million – “in full”"},
		{name: "byte order mark", data: "\xef\xbb\xbf1 The port", want: "1 The port"},
		{name: "UTF-16", data: "\xff\xfe1\x00 \x00\xa3\x00", want: "1 £"},
		{name: "Windows-1252", data: "1 \xa340 \x96 \x93in full\x94 caf\xe9", want: "1 £40 – “in full” café", doubt: "byte 2"},
		{name: "neither", data: "1 \xa340 \x81", fails: "byte 2"},
		{name: "no text", data: "\x00\xff", fails: "no text"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, doubt, err := decodeText("a.txt", []byte(test.data))
			switch {
			case (err != nil) != (test.fails != "") || err != nil && (!strings.Contains(err.Error(), test.fails) || !strings.HasPrefix(err.Error(), "a.txt: ")):
				t.Errorf("error %v, want one with %q", err, test.fails)
			case got != test.want:
				t.Errorf("text %q, want %q", got, test.want)
			case !strings.Contains(doubt, test.doubt) || (doubt != "") != (test.doubt != ""):
				t.Errorf("doubt %q, want one with %q", doubt, test.doubt)
			}
		})
	}
}
