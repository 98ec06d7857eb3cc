package web

import (
	"context"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"time"

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
	// back after so many others begins anew.
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

// unlimited are the addresses that answer under any load: those who look after
// the server ask there.
func unlimited(path string) bool {
	return path == "/healthz" || path == "/readyz" || path == "/metrics"
}

// limit holds requests to the limits.
func (s *server) limit(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		l := s.limiter
		if most := l.maxBody(r.URL.Path); most > 0 {
			if r.ContentLength > most {
				s.refuse(w, r, errTooLarge)
				return
			}
			r.Body = http.MaxBytesReader(w, r.Body, most)
		}
		if !unlimited(r.URL.Path) {
			if wait := l.wait(r); wait > 0 {
				s.metrics.shed.WithLabelValues("rate").Inc()
				w.Header().Set("Retry-After", strconv.Itoa(int((wait+time.Second-1)/time.Second)))
				s.refuse(w, r, errTooMany)
				return
			}
			leave, ok := l.enter(r.Context())
			if !ok {
				s.metrics.shed.WithLabelValues("overload").Inc()
				w.Header().Set("Retry-After", "1")
				s.refuse(w, r, errOverloaded)
				return
			}
			defer leave()
		}
		if l.Timeout > 0 {
			ctx, cancel := context.WithTimeout(r.Context(), l.Timeout)
			defer cancel()
			r = r.WithContext(ctx)
		}
		next.ServeHTTP(w, r)
	})
}

// maxBody is how long the body of a request to an address may be; 0 for no limit.
func (l *limiter) maxBody(path string) int64 {
	if takesDraft(path) {
		return maxDraftBody
	}
	return l.MaxBody
}

// maxDraftBody is a draft, and a form around it.
const maxDraftBody = draft.MaxSize + 4<<10

// refuse answers without the router, in the way of the address.
func (s *server) refuse(w http.ResponseWriter, r *http.Request, e *httpError) {
	if strings.HasPrefix(r.URL.Path, "/api/") {
		s.writeProblem(w, r, e)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8") // a page would cost what is short
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
