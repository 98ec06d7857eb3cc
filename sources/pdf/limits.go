package pdf

import "time"

// Limits bound what reading one file may take. A zero field has its default.
type Limits struct {
	Bytes  int64 // size of the file
	Pages  int
	Memory int64 // bytes that the reading process may hold
	Output int64 // bytes that it may hand over
	// Stall is how long it may take to open the file, and then for each page. Where
	// the system tells how long a process computes (Linux), times are that; by the
	// clock it may then take some times as long.
	Stall time.Duration
	// PerPage is how long it may take for all pages on the average: the whole
	// takes Stall + Pages × PerPage at most.
	PerPage time.Duration
}

// The defaults are several times what the largest government papers take: 1,000
// pages, 100 MB with its pictures, 4 ms and 10 kB for a page. Five seconds of
// silence keep a damaged file below ten.
const (
	DefaultBytes   = 256 << 20
	DefaultPages   = 2000
	DefaultMemory  = 512 << 20
	DefaultOutput  = 256 << 20
	DefaultStall   = 5 * time.Second
	DefaultPerPage = 50 * time.Millisecond
)

func (l Limits) withDefaults() Limits {
	setDefault(&l.Bytes, DefaultBytes)
	setDefault(&l.Pages, DefaultPages)
	setDefault(&l.Memory, DefaultMemory)
	setDefault(&l.Output, DefaultOutput)
	setDefault(&l.Stall, DefaultStall)
	setDefault(&l.PerPage, DefaultPerPage)
	return l
}

func setDefault[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}
