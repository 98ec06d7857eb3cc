package pdf

import (
	"context"
	"os"
	"syscall"
	"testing"

	"socsearch/sources/pdf/pdftest"
)

// BenchmarkRead prints pages read a second, by one core since the child uses no
// more, and the most memory that a child held.
func BenchmarkRead(b *testing.B) {
	for _, name := range pdftest.Fixtures {
		b.Run(name, func(b *testing.B) {
			path := pdftest.Fixture(b, name)
			pages, peak := 0, int64(0)
			onExit = func(s *os.ProcessState) {
				if u, ok := s.SysUsage().(*syscall.Rusage); ok {
					peak = max(peak, u.Maxrss)
				}
			}
			defer func() { onExit = nil }()
			for b.Loop() {
				d, err := Read(context.Background(), path, Limits{})
				if err != nil {
					b.Fatal(err)
				}
				pages += len(d.Pages)
			}
			b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
			b.ReportMetric(float64(peak)/1024, "MB-peak") // Linux counts kilobytes
		})
	}
}
