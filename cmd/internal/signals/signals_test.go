package signals

import (
	"context"
	"errors"
	"testing"
	"time"
)

func TestWait(t *testing.T) {
	own := errors.New("its own error")
	tests := []struct {
		name    string
		command func(context.Context) error
		want    error
	}{
		{"back at once", func(context.Context) error { return own }, own},
		{"back when told to end", func(ctx context.Context) error { <-ctx.Done(); return own }, own},
		{"hangs", func(context.Context) error { select {} }, ErrEnded},
	}
	for _, test := range tests {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
		defer cancel()
		const grace = 200 * time.Millisecond
		if err := wait(ctx, test.command, grace); !errors.Is(err, test.want) {
			t.Errorf("%s: wait = %v, want %v", test.name, err, test.want)
		}
	}
}
