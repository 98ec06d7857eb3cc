package sources_test

import (
	"os"
	"testing"

	"socsearch/sources/pdf"
)

// TestMain lets the process that reads PDFs begin.
func TestMain(m *testing.M) {
	pdf.RunChild()
	os.Exit(m.Run())
}
