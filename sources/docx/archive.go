package docx

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"slices"
	"strings"

	"socsearch/sources/blocks"
)

// The bounds of an archive.
const (
	maxParts = 5_000
	maxPart  = 64 << 20 // bytes of a part, unpacked: many times the longest book's
	// maxRatio is how many times a part may grow; text in XML grows some 20 times.
	maxRatio = 200
	// fewBytes may grow as they like.
	fewBytes = 1 << 20
	// maxUnpacked bounds all parts that are read of one file together.
	maxUnpacked = 256 << 20
)

// archive is a zip file whose parts are read one at a time, bounded.
type archive struct {
	parts    map[string]*zip.File
	kind     string // for messages
	unpacked int64  // bytes
}

func openArchive(data []byte, kind string) (*archive, error) {
	if bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")) {
		return nil, blocks.Errorf("the file is protected by a password, or an old .doc: save it as %s without a password", kind)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, blocks.Errorf("the file is no %s, or it is damaged: it isn’t a whole zip archive", kind)
	}
	if len(z.File) > maxParts {
		return nil, blocks.Errorf("the file has %d parts, more than any %s: it is refused", len(z.File), kind)
	}
	a := &archive{parts: map[string]*zip.File{}, kind: kind}
	for _, f := range z.File {
		if f.Flags&1 != 0 {
			return nil, blocks.Errorf("the file is encrypted: save it without a password")
		}
		if _, twice := a.parts[f.Name]; !twice {
			a.parts[f.Name] = f
		}
	}
	return a, nil
}

// read unpacks a part; nil where there is none.
func (a *archive) read(name string) ([]byte, error) {
	f := a.parts[name]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, blocks.Errorf("%s in the file can’t be unpacked: the file is damaged", name)
	}
	defer r.Close()
	most := int64(maxPart)
	if byRatio := int64(f.CompressedSize64)*maxRatio + fewBytes; byRatio < most {
		most = byRatio
	}
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, blocks.Errorf("%s in the file can’t be unpacked: the file is damaged", name)
	}
	if int64(len(data)) > most {
		return nil, blocks.Errorf("%s in the file grows beyond %d MB when it is unpacked, like an archive bomb: it is refused", name, most>>20)
	}
	if a.unpacked += int64(len(data)); a.unpacked > maxUnpacked {
		return nil, blocks.Errorf("the file grows beyond %d MB when it is unpacked, like an archive bomb: it is refused", maxUnpacked>>20)
	}
	return data, nil
}

// names lists the parts whose names begin and end so, in order.
func (a *archive) names(prefix, suffix string) []string {
	var list []string
	for _, name := range slices.Sorted(maps.Keys(a.parts)) {
		if strings.HasPrefix(name, prefix) && strings.HasSuffix(name, suffix) {
			list = append(list, name)
		}
	}
	return list
}
