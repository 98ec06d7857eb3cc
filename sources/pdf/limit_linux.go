package pdf

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
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

// ticks is the unit of /proc's processor times: 100 a second on every platform of
// Go's.
const ticks = 10 * time.Millisecond

// computedTime returns how long a process has computed, and whether the system
// tells.
func computedTime(pid int) (time.Duration, bool) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, false
	}
	// The name in brackets may hold spaces; user and system time are the twelfth
	// and thirteenth fields after it.
	fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:])
	if len(fields) < 13 {
		return 0, false
	}
	user, err := strconv.Atoi(string(fields[11]))
	system, err2 := strconv.Atoi(string(fields[12]))
	return time.Duration(user+system) * ticks, err == nil && err2 == nil
}
