package web

import (
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"socsearch/index"
)

// Metrics are the figures of /metrics.
type Metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	duration *prometheus.HistogramVec
	inFlight prometheus.Gauge
	shed     *prometheus.CounterVec
	answers  *prometheus.CounterVec
	kept     prometheus.Gauge
	search   prometheus.Histogram
	handler  http.Handler
}

// The buckets, in seconds: a search takes well under a millisecond, and nothing
// may take longer than a request's timeout.
var (
	requestBuckets = []float64{.00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5}
	searchBuckets  = []float64{.00001, .000025, .00005, .0001, .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .5, 1}
)

// NewMetrics makes the figures, all zero.
func NewMetrics(live *index.Live) *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "socsearch_http_requests_total", Help: "Requests by route and status."}, []string{"route", "status"}),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "socsearch_http_request_seconds", Help: "Time to answer, by route.", Buckets: requestBuckets}, []string{"route"}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{Name: "socsearch_http_requests_in_flight", Help: "Requests under way."}),
		shed:     prometheus.NewCounterVec(prometheus.CounterOpts{Name: "socsearch_http_requests_shed_total", Help: "Requests sent away: overload (503) or one client's rate (429)."}, []string{"reason"}),
		answers:  prometheus.NewCounterVec(prometheus.CounterOpts{Name: "socsearch_answers_total", Help: "Answers by whether they were kept from before (hit) or made (miss)."}, []string{"cache"}),
		kept:     prometheus.NewGauge(prometheus.GaugeOpts{Name: "socsearch_answers_kept_bytes", Help: "Room that is set aside for the answers that are kept."}),
		search:   prometheus.NewHistogram(prometheus.HistogramOpts{Name: "socsearch_search_seconds", Help: "Time in the index for a search.", Buckets: searchBuckets}),
	}
	for _, from := range []string{"hit", "miss"} {
		m.answers.WithLabelValues(from) // zero is a figure, too
	}
	m.registry.MustRegister(m.requests, m.duration, m.inFlight, m.shed, m.answers, m.kept, m.search, &indexCollector{live: live},
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	m.handler = promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
	return m
}

// Search notes how long a search took: see [index.Index.OnSearch].
func (m *Metrics) Search(took time.Duration) { m.search.Observe(took.Seconds()) }

// otherRoutes is the route of requests that the router has no address for.
const otherRoutes = "other"

// answered notes whether an answer was kept from before.
func (m *Metrics) answered(known bool) {
	if known {
		m.answers.WithLabelValues("hit").Inc()
	} else {
		m.answers.WithLabelValues("miss").Inc()
	}
}

func (m *Metrics) request(w *statusWriter, took time.Duration) {
	route := w.route
	if route == "" {
		route = otherRoutes
	}
	m.requests.WithLabelValues(route, strconv.Itoa(w.status)).Inc()
	m.duration.WithLabelValues(route).Observe(took.Seconds())
}

// figures answers /metrics.
func (s *server) figures(w http.ResponseWriter, r *http.Request) error {
	s.metrics.handler.ServeHTTP(w, r)
	return nil
}

// indexCollector tells of the index in use at the moment of asking.
type indexCollector struct{ live *index.Live }

var (
	indexInfo     = prometheus.NewDesc("socsearch_index_info", "The index in use: always 1.", []string{"fingerprint", "generation"}, nil)
	indexPassages = prometheus.NewDesc("socsearch_index_passages", "Passages in the index in use.", nil, nil)
	engineNodes   = prometheus.NewDesc("socsearch_engine_nodes", "Nodes of the cluster that the index is in, by whether they answered lately.", []string{"state"}, nil)
	indexAge      = prometheus.NewDesc("socsearch_index_age_seconds", "Time since the index in use was built.", nil, nil)
)

// Describe is prometheus.Collector's.
func (c *indexCollector) Describe(out chan<- *prometheus.Desc) {
	out <- indexInfo
	out <- indexPassages
	out <- indexAge
	out <- engineNodes
}

// Collect is prometheus.Collector's. Without an index there are no figures.
func (c *indexCollector) Collect(out chan<- prometheus.Metric) {
	x, release, err := c.live.Acquire()
	if err != nil {
		return
	}
	defer release()
	out <- prometheus.MustNewConstMetric(indexInfo, prometheus.GaugeValue, 1, x.Manifest.Fingerprint(), x.Generation())
	out <- prometheus.MustNewConstMetric(indexPassages, prometheus.GaugeValue, float64(x.Manifest.Passages))
	out <- prometheus.MustNewConstMetric(indexAge, prometheus.GaugeValue, time.Since(x.Manifest.Built).Seconds())
	if nodes, resting := x.Nodes(); nodes > 0 {
		out <- prometheus.MustNewConstMetric(engineNodes, prometheus.GaugeValue, float64(nodes-resting), "up")
		out <- prometheus.MustNewConstMetric(engineNodes, prometheus.GaugeValue, float64(resting), "down")
	}
}
