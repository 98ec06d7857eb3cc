package web

import (
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"runtime/debug"
	"strconv"
	"time"

	"github.com/gorilla/mux"
)

// observe gives each request its id and the security headers, and logs and counts
// what was answered. It stands around the router, so that what the router does
// itself (404, redirects) is counted like all else.
func (s *server) observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		started := time.Now()
		seen := &statusWriter{ResponseWriter: w, status: http.StatusOK, id: requestID(r)}
		setSecurityHeaders(w.Header())
		w.Header()[headerRequestID] = []string{seen.id}
		s.metrics.inFlight.Inc()
		defer func() {
			s.metrics.inFlight.Dec()
			took := time.Since(started)
			s.metrics.request(seen, took)
			s.logRequest(r, seen, took)
		}()
		// Files of the index are mapped into memory: a fault in reading them is a
		// panic of this request, not the end of the process.
		debug.SetPanicOnFault(true)
		next.ServeHTTP(seen, r)
	})
}

// survive answers a request whose handler panicked, in the way of its addresses.
// The client learns nothing of the reason.
func (s *server) survive(writeError errorWriter) mux.MiddlewareFunc {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			defer func() {
				p := recover()
				if p == nil {
					return
				}
				seen := findStatusWriter(w)
				if p == http.ErrAbortHandler || seen == nil { // the latter is a request of our own: see tidied
					panic(p)
				}
				s.Log.Error("panic", "id", seen.id, "path", r.URL.Path, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
				if !seen.wrote {
					writeError(w, r, errInternal)
				}
			}()
			next.ServeHTTP(w, r)
		})
	}
}

// logRequest logs no query text unless that was asked for: what people look for
// is nobody's business.
func (s *server) logRequest(r *http.Request, w *statusWriter, took time.Duration) {
	ctx := context.WithoutCancel(r.Context())
	if !s.Log.Enabled(ctx, slog.LevelInfo) {
		return
	}
	attributes := []slog.Attr{
		slog.String("id", w.id), slog.String("method", r.Method), slog.String("path", r.URL.Path),
		slog.Int("status", w.status), slog.Int64("bytes", w.bytes), slog.Duration("duration", took),
	}
	if s.LogQueries && r.URL.RawQuery != "" {
		attributes = append(attributes, slog.String("query", r.URL.RawQuery))
	}
	s.Log.LogAttrs(ctx, slog.LevelInfo, "request", attributes...)
}

const headerRequestID = "X-Request-Id"

// requestID returns the id that a proxy gave the request, or a new one.
func requestID(r *http.Request) string {
	if id := r.Header.Get(headerRequestID); isRequestID(id) {
		return id
	}
	return strconv.FormatUint(rand.Uint64(), 36)
}

// isRequestID reports whether an id is harmless in a log.
func isRequestID(id string) bool {
	const longest = 64 // a UUID has 36
	for i := 0; i < len(id); i++ {
		c := id[i]
		if (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && c != '-' && c != '_' && c != '.' {
			return false
		}
	}
	return id != "" && len(id) <= longest
}

// securityHeaders stand on every answer. The pages have no inline script or
// style, are framed by nobody and use none of what a browser can grant.
var securityHeaders = map[string][]string{
	"Content-Security-Policy": {"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
		"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
	"X-Content-Type-Options":     {"nosniff"},
	"X-Frame-Options":            {"DENY"}, // frame-ancestors for old browsers
	"Referrer-Policy":            {"same-origin"},
	"Cross-Origin-Opener-Policy": {"same-origin"},
	"Permissions-Policy": {"accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(), display-capture=(), " +
		"encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), " +
		"local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), " +
		"serial=(), storage-access=(), usb=(), window-management=(), xr-spatial-tracking=()"},
}

// setSecurityHeaders shares the values between answers: nobody appends to them.
func setSecurityHeaders(h http.Header) {
	for name, value := range securityHeaders {
		h[name] = value
	}
}

// statusWriter remembers what was answered, and to what.
type statusWriter struct {
	http.ResponseWriter
	status int
	wrote  bool
	bytes  int64
	id     string
	route  string // the template that matched; "" for none
}

func (w *statusWriter) WriteHeader(status int) {
	if !w.wrote {
		w.status, w.wrote = status, true
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *statusWriter) Write(b []byte) (int, error) {
	w.wrote = true
	n, err := w.ResponseWriter.Write(b)
	w.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the writer below.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// rememberRoute notes which route of the router a request took.
func rememberRoute(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if seen := findStatusWriter(w); seen != nil {
			if route := mux.CurrentRoute(r); route != nil {
				seen.route, _ = route.GetPathTemplate()
			}
		}
		next.ServeHTTP(w, r)
	})
}

func findStatusWriter(w http.ResponseWriter) *statusWriter {
	for {
		switch at := w.(type) {
		case *statusWriter:
			return at
		case interface{ Unwrap() http.ResponseWriter }:
			w = at.Unwrap()
		default:
			return nil
		}
	}
}
