package sources

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// decodeText returns the text of a file without its byte order mark: UTF-8, or
// UTF-16 where the mark says so, else Windows-1252, which doubt reports. It
// fails, naming the byte, where the file is none of these.
func decodeText(name string, data []byte) (text, doubt string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		decoded, _, err := transform.Bytes(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder(), data)
		if err != nil {
			return "", "", fmt.Errorf("%s: it begins as UTF-16 and isn't: %w: save it as UTF-8", name, err)
		}
		return string(decoded), "", nil
	}
	at := invalidAt(data)
	if at < 0 {
		return string(data), "", nil
	}
	if i := bytes.IndexAny(data, "\x00"); i >= 0 {
		return "", "", fmt.Errorf("%s: it is no text: byte %d is zero: save it as UTF-8", name, i)
	}
	for i, b := range data {
		if r := charmap.Windows1252.DecodeByte(b); r == utf8.RuneError || r >= 0x80 && r < 0xa0 {
			return "", "", fmt.Errorf("%s: it is neither UTF-8 (byte %d) nor Windows-1252 (byte %d): save it as UTF-8", name, at, i)
		}
	}
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", "", fmt.Errorf("%s: %w: save it as UTF-8", name, err)
	}
	return string(decoded), fmt.Sprintf("it is not UTF-8 (byte %d) and was read as Windows-1252: look at its quotation marks and signs, or save it as UTF-8", at), nil
}

// invalidAt returns the place of the first byte that is no part of UTF-8; -1 if
// there is none.
func invalidAt(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}
