package web

import (
	"net/http"
)

// healthJSON is the answer of /healthz and /readyz.
type healthJSON struct {
	Status   string `json:"status"` // ok, starting or failing
	Passages int    `json:"passages,omitempty"`
	Index    string `json:"index,omitempty"` // its fingerprint
}

// healthz reports whether the process is worth keeping: it runs a real query. A
// process that has no index yet is starting, not sick: to kill it would only
// make it start again.
func (s *server) healthz(w http.ResponseWriter, r *http.Request) error {
	return s.health(w, r, http.StatusOK)
}

// readyz reports whether requests should be sent here.
func (s *server) readyz(w http.ResponseWriter, r *http.Request) error {
	return s.health(w, r, http.StatusServiceUnavailable)
}

func (s *server) health(w http.ResponseWriter, r *http.Request, withoutIndex int) error {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "application/json")
	x := snapshotOf(r)
	if x == nil {
		w.WriteHeader(withoutIndex)
		return encodeJSON(w, healthJSON{Status: "starting"})
	}
	if err := x.Check(r.Context()); err != nil {
		s.Log.Error("the index fails its check", "error", err)
		w.WriteHeader(http.StatusServiceUnavailable)
		return encodeJSON(w, healthJSON{Status: "failing"})
	}
	return encodeJSON(w, healthJSON{"ok", x.Manifest.Passages, x.Manifest.Fingerprint()})
}
