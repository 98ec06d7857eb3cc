package cluster

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"socsearch/index/engine"
)

// Config says where a cluster is.
type Config struct {
	URLs           []string // of its nodes: http://127.0.0.1:9200
	Alias          string   // of the index
	User, Password string   // "" for none
	// Attempt is how long a node may take for a read before another is asked, longer
	// and longer until the time of the request is over. 0: defaultAttempt.
	Attempt time.Duration
	// Shards and Replicas are those of indexes that are built; 0 shards: one.
	Shards, Replicas int
}

// The limits of talking to a cluster.
const (
	defaultAttempt = 700 * time.Millisecond // a search takes some tens of milliseconds
	longest        = 10 * time.Second       // a read that nobody set a limit to
	longestWrite   = 2 * time.Minute        // making an index waits for shards
	nodeRest       = 5 * time.Second        // of a node that failed, before it is asked again
	probeEvery     = 500 * time.Millisecond // how often one of the resting is tried when all rest
	firstPause     = 150 * time.Millisecond // before nodes are asked again that all said 5xx, and twice that the next time
	rounds         = 5                      // of that: some five seconds
	connections    = 32                     // to a node
	mostAnswer     = 256 << 20              // bytes of an answer
)

// client asks the nodes of a cluster.
type client struct {
	nodes          []*node
	http           *http.Client
	user, password string
	attempt        time.Duration
	pause          time.Duration

	mu     sync.Mutex
	turn   int       // whose turn it is
	probed time.Time // when a resting node was tried last
}

func newClient(c Config) (*client, error) {
	x := &client{user: c.User, password: c.Password, attempt: c.Attempt, pause: firstPause}
	if x.attempt == 0 {
		x.attempt = defaultAttempt
	}
	for _, s := range c.URLs {
		u, err := url.Parse(strings.TrimSuffix(strings.TrimSpace(s), "/"))
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil || u.RawQuery != "" {
			return nil, fmt.Errorf("%q is no address of a node: write http://HOST:9200, or https, and user and password in OPENSEARCH_USERNAME and OPENSEARCH_PASSWORD", redact(s))
		}
		x.nodes = append(x.nodes, &node{url: u.String()})
	}
	if len(x.nodes) == 0 {
		return nil, errors.New("no address of a node: write -opensearch-url http://HOST:9200")
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxConnsPerHost, transport.MaxIdleConnsPerHost = connections, connections
	transport.Proxy = nil
	x.http = &http.Client{Transport: transport, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return x, nil
}

// redact leaves out what may be a password.
func redact(address string) string {
	if at := strings.LastIndexByte(address, '@'); at >= 0 {
		return "…" + address[at:]
	}
	return address
}

// statusError is an answer that isn't the one hoped for.
type statusError struct {
	status int
	reason string
}

func (e *statusError) Error() string {
	return fmt.Sprintf("OpenSearch answers %d: %s", e.status, e.reason)
}

// Unwrap makes what may pass by itself an [engine.ErrUnavailable].
func (e *statusError) Unwrap() error {
	if e.status >= http.StatusInternalServerError || e.status == http.StatusTooManyRequests {
		return engine.ErrUnavailable
	}
	return nil
}

func isStatus(err error, status int) bool {
	var s *statusError
	return errors.As(err, &s) && s.status == status
}

// call is what is asked of a node.
type call struct {
	method, path string
	body         []byte // JSON, or lines of it
	lines        bool
	read         bool // it changes nothing and may be asked again, elsewhere
}

// ask asks nodes until one answers, and decodes the answer into out; nil for none.
// A read that a node doesn't answer in time is asked of another.
func (c *client) ask(ctx context.Context, a call, out any) error {
	limit := longest
	if !a.read {
		limit = longestWrite
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	asked := map[*node]bool{}
	last := error(nil)
	busy, round := false, 0 // a node said that it can't
	for waited := 0; ; {    // for nodes that were slow
		n := c.pick(asked)
		if n == nil && (waited > 0 || busy && round < rounds) {
			if busy { // a copy takes the place of one whose node has just died
				sleep(ctx, c.pause<<round)
				busy = false
				round++
			}
			// A node that waited for one that is frozen asks another copy the next time.
			maps.DeleteFunc(asked, func(n *node, _ bool) bool { return !c.isDown(n) })
			n = c.pick(asked)
		}
		if n == nil {
			if last == nil {
				last = fmt.Errorf("%w: no node has answered lately", engine.ErrUnavailable)
			}
			return last
		}
		asked[n] = true
		patience := time.Duration(0)
		if a.read && len(c.nodes) > 1 {
			patience = c.attempt << max(0, waited-1)
		}
		err := c.once(ctx, n, a, out, patience)
		if err == nil || ctx.Err() != nil && errors.Is(err, ctx.Err()) || !errors.Is(err, engine.ErrUnavailable) {
			return err
		}
		last = err
		if errors.Is(err, errSlow) {
			waited++
		}
		busy = busy || isStatusUnavailable(err)
		if !a.read || ctx.Err() != nil {
			return err
		}
	}
}

// isStatusUnavailable reports whether a node answered that it can't answer now.
func isStatusUnavailable(err error) bool {
	var s *statusError
	return errors.As(err, &s) && errors.Is(s, engine.ErrUnavailable)
}

// sleep waits, unless the context ends first.
func sleep(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

// errSlow is the error of a node that takes its time.
var errSlow = fmt.Errorf("%w in time", engine.ErrUnavailable)

// once asks one node, which may take so long; 0: as long as the context.
func (c *client) once(parent context.Context, n *node, a call, out any, patience time.Duration) error {
	ctx := parent
	if patience > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(parent, patience)
		defer cancel()
	}
	r, err := http.NewRequestWithContext(ctx, a.method, n.url+a.path, bytes.NewReader(a.body))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/json")
	if a.lines {
		r.Header.Set("Content-Type", "application/x-ndjson")
	}
	if c.user != "" {
		r.SetBasicAuth(c.user, c.password)
	}
	answer, err := c.http.Do(r)
	if err != nil {
		return c.failed(parent, n, err)
	}
	defer answer.Body.Close()
	body := io.LimitReader(answer.Body, mostAnswer)
	if answer.StatusCode >= http.StatusMultipleChoices {
		data, _ := io.ReadAll(io.LimitReader(body, 4<<10))
		e := &statusError{answer.StatusCode, reasonOf(data)}
		how := well
		if errors.Is(e, engine.ErrUnavailable) {
			how = slow // it answers, if not with what was asked
		}
		c.met(n, how)
		return e
	}
	data, err := io.ReadAll(body)
	if err != nil {
		return c.failed(parent, n, err)
	}
	c.met(n, well)
	if out == nil {
		return nil
	}
	if err := json.Unmarshal(data, out); err != nil {
		return fmt.Errorf("OpenSearch's answer to %s: %w", a.path, err)
	}
	return nil
}

// failed keeps that a node didn't answer, unless nobody waits for it any more.
func (c *client) failed(parent context.Context, n *node, err error) error {
	if errors.Is(parent.Err(), context.Canceled) {
		return parent.Err()
	}
	if errors.Is(err, context.DeadlineExceeded) {
		c.met(n, slow)
		return fmt.Errorf("%w: node %s: %v", errSlow, n.url, err)
	}
	c.met(n, down)
	return fmt.Errorf("%w: node %s: %v", engine.ErrUnavailable, n.url, err)
}

// reasonOf finds the reason in the answer of an error.
func reasonOf(data []byte) string {
	var e struct {
		Error struct {
			Type   string `json:"type"`
			Reason string `json:"reason"`
			Cause  []struct {
				Reason string `json:"reason"`
			} `json:"root_cause"`
		} `json:"error"`
	}
	if json.Unmarshal(data, &e) != nil || e.Error.Type == "" {
		return strings.ToValidUTF8(string(data[:min(len(data), 200)]), "�")
	}
	reason := e.Error.Type + ": " + e.Error.Reason
	if len(e.Error.Cause) > 0 && e.Error.Cause[0].Reason != e.Error.Reason {
		reason += ": " + e.Error.Cause[0].Reason
	}
	return reason
}

// get reads.
func (c *client) get(ctx context.Context, path string, out any) error {
	return c.ask(ctx, call{method: http.MethodGet, path: path, read: true}, out)
}

// post reads with a body.
func (c *client) post(ctx context.Context, path string, body, out any) error {
	return c.send(ctx, http.MethodPost, path, body, out, true)
}

// put changes something.
func (c *client) put(ctx context.Context, path string, body any) error {
	return c.send(ctx, http.MethodPut, path, body, nil, false)
}

func (c *client) send(ctx context.Context, method, path string, body, out any, read bool) error {
	data, err := json.Marshal(body)
	if err != nil {
		return err
	}
	return c.ask(ctx, call{method: method, path: path, body: data, read: read}, out)
}

// remove deletes; what isn't there is no error.
func (c *client) remove(ctx context.Context, path string) error {
	err := c.ask(ctx, call{method: http.MethodDelete, path: path}, nil)
	if isStatus(err, http.StatusNotFound) {
		return nil
	}
	return err
}

// Check reports what is wrong with the addresses of the nodes.
func (c Config) Check() error {
	_, err := newClient(c)
	return err
}
