package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

const defaultTime = 2 * time.Second

type settings struct {
	rounds int
	time   time.Duration
}

// measured is a row of the table.
type measured struct {
	name      string
	build     time.Duration // 0: it was there already
	size      int64         // of its files
	total     int           // of the passages found by all queries
	p50, p99  time.Duration
	perSecond float64
	resident  int64 // of the whole process, after it was measured
}

// inProcess measures an engine that runs in this process, after one round that isn't
// counted.
func inProcess(build func(dir string, c collection) (engine, error)) measurer {
	return func(name, dir string, c collection, s settings) (measured, error) {
		_, statErr := os.Stat(dir)
		started := time.Now()
		e, err := build(dir, c)
		if err != nil {
			return measured{}, err
		}
		defer e.close()
		m := measured{name: name, size: folderSize(dir)}
		if statErr != nil {
			m.build = time.Since(started)
		}
		return m, m.take(e, s)
	}
}

func (m *measured) take(e engine, s settings) error {
	for _, q := range queries() {
		total, err := e.search(q)
		if err != nil {
			return fmt.Errorf("query %q: %w", q, err)
		}
		m.total += total
	}
	var p50s, p99s []time.Duration
	var rates []float64
	for range s.rounds {
		p50, p99 := latencies(e, s.time)
		p50s, p99s = append(p50s, p50), append(p99s, p99)
		rates = append(rates, throughput(e, s.time))
	}
	m.p50, m.p99, m.perSecond, m.resident = median(p50s), median(p99s), median(rates), resident()
	return nil
}

// latencies runs the queries one by one, all of them as often as there is time
// for, and at least once.
func latencies(e engine, d time.Duration) (p50, p99 time.Duration) {
	var took []time.Duration
	for end := time.Now().Add(d); len(took) == 0 || time.Now().Before(end); {
		for _, q := range queries() {
			started := time.Now()
			e.search(q)
			took = append(took, time.Since(started))
		}
	}
	slices.Sort(took)
	return took[len(took)/2], took[len(took)*99/100]
}

// throughput runs the queries on all processors and returns how many a second.
func throughput(e engine, d time.Duration) float64 {
	var done atomic.Int64
	var workers sync.WaitGroup
	list := queries()
	started := time.Now()
	for w := range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := w; time.Since(started) < d; i++ {
				e.search(list[i%len(list)])
				done.Add(1)
			}
		})
	}
	workers.Wait()
	return float64(done.Load()) / time.Since(started).Seconds()
}

func median[T int64 | float64 | time.Duration](values []T) T {
	slices.Sort(values)
	return values[len(values)/2]
}

func folderSize(dir string) (size int64) {
	filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			if info, err := d.Info(); err == nil {
				size += info.Size()
			}
		}
		return nil
	})
	return size
}

// resident returns the memory of the process in bytes, files that are mapped
// included; 0 where the system doesn't say.
func resident() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	kilobytes, _ := strconv.ParseInt(strings.Fields(rest + " 0")[0], 10, 64)
	return kilobytes << 10
}

func printTable(c collection, rows []measured) {
	fmt.Printf("%d passages, %d queries, %d processors, %s\n\n", c.n, len(queries()), runtime.GOMAXPROCS(0), runtime.Version())
	fmt.Println("| | p50 µs | p99 µs | queries/s | our queries/s to theirs | built in | on disk MB | resident MB | found |")
	fmt.Println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
	for _, r := range rows {
		built := "–"
		if r.build > 0 {
			built = r.build.Round(10 * time.Millisecond).String()
		}
		fmt.Printf("| %s | %d | %d | %.0f | %.1f | %s | %.1f | %d | %d |\n", r.name, r.p50.Microseconds(), r.p99.Microseconds(),
			r.perSecond, rows[0].perSecond/r.perSecond, built, float64(r.size)/(1<<20), r.resident>>20, r.total)
	}
}
