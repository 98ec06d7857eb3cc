package pdf

import (
	"syscall"
	"time"
)

// limitProcess bounds the memory and the processor time of this process. What
// goes beyond ends it: the Go runtime with "out of memory", the kernel with
// SIGXCPU.
func limitProcess(l Limits) error {
	data := uint64(l.Memory)
	if err := syscall.Setrlimit(syscall.RLIMIT_DATA, &syscall.Rlimit{Cur: data, Max: data}); err != nil {
		return err
	}
	// The parent ends a child that is slow; this is for one whose parent is gone.
	whole := l.Stall + time.Duration(l.Pages)*l.PerPage
	seconds := uint64(2*whole/time.Second) + 2
	return syscall.Setrlimit(syscall.RLIMIT_CPU, &syscall.Rlimit{Cur: seconds, Max: seconds})
}
