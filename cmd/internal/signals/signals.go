// Package signals ends a command when it is told to end, whatever it waits for.
package signals

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// ErrEnded is why a command ended that didn't come back in time.
var ErrEnded = errors.New("ended by a signal before the work was done: what was there before stays")

// Run runs a command with a context that ends at SIGINT or SIGTERM. A command
// that isn't back a while after that is left: it may hang in reading a file,
// which no context ends. A second signal ends the process at once.
func Run(command func(context.Context) error, grace time.Duration) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	return wait(ctx, command, grace)
}

func wait(ctx context.Context, command func(context.Context) error, grace time.Duration) error {
	ended := make(chan error, 1)
	go func() { ended <- command(ctx) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	select {
	case err := <-ended:
		return err
	case <-time.After(grace):
		return ErrEnded
	}
}
