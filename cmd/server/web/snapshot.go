package web

import (
	"context"
	"net/http"

	"socsearch/cmd/server/ask"
)

// snapshot is the index that a request is answered from. What a page or an answer
// says of passages are its methods.
type snapshot struct{ ask.Snapshot }

type snapshotKey struct{}

// withSnapshot holds on to the index in use for as long as a request takes. All that a
// request answers is from that one, whatever is put into service meanwhile: no
// other place takes the live index to make a page of it.
func (s *server) withSnapshot(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if x, release, err := s.live.Acquire(); err == nil {
			defer release()
			r = r.WithContext(context.WithValue(r.Context(), snapshotKey{}, &snapshot{ask.Snapshot{Index: x}}))
		}
		next.ServeHTTP(w, r)
	})
}

// snapshotOf returns the request's index; nil where none was open when it came.
func snapshotOf(r *http.Request) *snapshot {
	x, _ := r.Context().Value(snapshotKey{}).(*snapshot)
	return x
}
