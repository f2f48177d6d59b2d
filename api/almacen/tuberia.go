package almacen

import (
	"context"
	"iter"
)

// recibir goes through a channel until it is closed or nobody waits any more.
func recibir[T any](ctx context.Context, c <-chan T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for {
			select {
			case x, ok := <-c:
				if !ok || !yield(x) {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}

// enviar hands something over, and says whether it could.
func enviar[T any](ctx context.Context, c chan<- T, x T) bool {
	select {
	case c <- x:
		return true
	case <-ctx.Done():
		return false
	}
}

// esperar waits for a channel to be closed, and says whether it was.
func esperar(ctx context.Context, c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	case <-ctx.Done():
		return false
	}
}
