package web

import (
	"context"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"time"

	"github.com/gorilla/mux"
	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"

	"socsearch/index/draft"
)

// Limits bound what clients can take of the server. Zero is no limit.
type Limits struct {
	Timeout    time.Duration // a request's, on its context
	MaxBody    int64         // bytes
	Concurrent int           // requests that are worked on at once; as many times queuedPerPlace wait
	PerSecond  float64       // requests a second for each client
	Burst      int           // requests that a client may make at once
	// Loopback counts clients on loopback too. Only who is on this machine
	// already comes from there, or a proxy that should be among TrustedProxies.
	Loopback bool
	// TrustedProxies are the networks whose X-Forwarded-For is believed.
	TrustedProxies []netip.Prefix
}

const (
	// queuedPerPlace and longestWait tell how many requests wait for a place, and
	// how long: a crowd of people waits, a flood is sent away at once.
	queuedPerPlace = 8
	longestWait    = time.Second

	// rememberedClients bounds the clients whose requests are counted; who comes
	// back after more others than that begins anew.
	rememberedClients = 16_384
)

// limiter holds the limits' state.
type limiter struct {
	Limits
	clients *lru.Cache[netip.Prefix, *rate.Limiter]
	places  chan struct{} // one for each request that is worked on
	queue   chan struct{} // one for each request that is worked on or waits
}

func newLimiter(limits Limits) (*limiter, error) {
	clients, err := lru.New[netip.Prefix, *rate.Limiter](rememberedClients)
	if err != nil {
		return nil, err
	}
	l := &limiter{Limits: limits, clients: clients}
	if limits.Concurrent > 0 {
		l.places = make(chan struct{}, limits.Concurrent)
		l.queue = make(chan struct{}, limits.Concurrent*(1+queuedPerPlace))
	}
	return l, nil
}

// limit holds the requests of some addresses to the limits of rate, load and time;
// refuse answers those that are sent away.
func (s *server) limit(refuse errorWriter) mux.MiddlewareFunc {
	return func(next http.Handler) http.Handler {
		next = s.timed(next)
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if isOurOwn(r) {
				next.ServeHTTP(w, r)
				return
			}
			if wait := s.limiter.wait(r); wait > 0 {
				s.metrics.shed.WithLabelValues("rate").Inc()
				w.Header().Set("Retry-After", strconv.Itoa(int((wait+time.Second-1)/time.Second)))
				refuse(w, r, errTooMany)
				return
			}
			leave, ok := s.limiter.enter(r.Context())
			if !ok {
				s.metrics.shed.WithLabelValues("overload").Inc()
				w.Header().Set("Retry-After", "1")
				refuse(w, r, errOverloaded)
				return
			}
			defer leave()
			next.ServeHTTP(w, r)
		})
	}
}

// timed gives each request the time that it may take.
func (s *server) timed(next http.Handler) http.Handler {
	if s.limiter.Timeout <= 0 {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), s.limiter.Timeout)
		defer cancel()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

type ourOwnKey struct{}

// asOurOwn marks a request that the site makes of itself while it answers another:
// it has that one's place, and would wait for ever for one of its own.
func asOurOwn(ctx context.Context) context.Context {
	return context.WithValue(ctx, ourOwnKey{}, true)
}

func isOurOwn(r *http.Request) bool { return r.Context().Value(ourOwnKey{}) != nil }

// maxDraftBody is a draft, and a form around it.
const maxDraftBody = draft.MaxSize + 4<<10

// limitBody lets most bytes of a request's body be read; 0 is no limit. A body
// that says that it is longer is an error at once.
func limitBody(w http.ResponseWriter, r *http.Request, most int64) error {
	if most <= 0 {
		return nil
	}
	if r.ContentLength > most {
		return errTooLarge
	}
	r.Body = http.MaxBytesReader(w, r.Body, most)
	return nil
}

// refusePlainly sends a request for a page away: a page would cost what is short.
func refusePlainly(w http.ResponseWriter, _ *http.Request, e *httpError) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(e.status)
	w.Write([]byte(e.title + ". " + e.detail + "\n"))
}

// wait tells how long a client must wait before its next request; 0 if it need
// not.
func (l *limiter) wait(r *http.Request) time.Duration {
	if l.PerSecond <= 0 {
		return 0
	}
	client := l.client(r)
	if client.IsLoopback() && !l.Loopback {
		return 0
	}
	network := clientNetwork(client)
	bucket, ok := l.clients.Get(network)
	if !ok {
		bucket = rate.NewLimiter(rate.Limit(l.PerSecond), max(l.Burst, 1))
		if earlier, found, _ := l.clients.PeekOrAdd(network, bucket); found {
			bucket = earlier
		}
	}
	now := time.Now()
	reservation := bucket.ReserveN(now, 1)
	delay := reservation.DelayFrom(now)
	if delay > 0 {
		reservation.CancelAt(now)
	}
	return delay
}

// clientNetwork is what counts as one client: an IPv4 address, or an IPv6
// network of 64 bits, which one customer has to himself.
func clientNetwork(client netip.Addr) netip.Prefix {
	const customer = 64
	bits := client.BitLen()
	if client.Is6() {
		bits = customer
	}
	network, _ := client.Prefix(bits) // bits fit
	return network
}

// client returns the address of who asks: that of the connection, or if that is
// a trusted proxy the last in X-Forwarded-For that is none.
func (l *limiter) client(r *http.Request) netip.Addr {
	port, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	client := port.Addr().Unmap()
	if !l.trusted(client) {
		return client
	}
	forwarded := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(forwarded) - 1; i >= 0; i-- {
		a, err := netip.ParseAddr(strings.TrimSpace(forwarded[i]))
		if err != nil {
			return client
		}
		if client = a.Unmap(); !l.trusted(client) {
			break
		}
	}
	return client
}

func (l *limiter) trusted(a netip.Addr) bool {
	for _, p := range l.TrustedProxies {
		if p.Contains(a) {
			return true
		}
	}
	return false
}

// enter takes a place, waiting for one if not too many wait already. ok is
// false if there is none; else leave must be called.
func (l *limiter) enter(ctx context.Context) (leave func(), ok bool) {
	if l.places == nil {
		return func() {}, true
	}
	select {
	case l.queue <- struct{}{}:
	default:
		return nil, false
	}
	select {
	case l.places <- struct{}{}:
		return l.leave, true
	default:
	}
	timer := time.NewTimer(longestWait)
	defer timer.Stop()
	select {
	case l.places <- struct{}{}:
		return l.leave, true
	case <-timer.C:
	case <-ctx.Done():
	}
	<-l.queue
	return nil, false
}

func (l *limiter) leave() {
	<-l.places
	<-l.queue
}
