//go:build unix

package cluster

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"socsearch/index/cluster/clustertest"
	"socsearch/index/engine"
	"socsearch/index/engine/enginetest"
	"socsearch/index/library"
	"socsearch/index/plan"
	"socsearch/index/query"
	"socsearch/index/schema"
	"socsearch/index/words"
	"socsearch/sources"
)

// asker asks an index and knows what is right.
type asker struct {
	index    *Index
	searches []engine.Search
	want     []*engine.Found
}

// newAsker asks some searches once, while all is well.
func newAsker(t *testing.T, c *sources.Corpus, x *Index) *asker {
	a := &asker{index: x}
	lexicon := words.NewLexicon(c.Definitions, c.Gazetteer.Organisations, x.Terms(), nil)
	collection := plan.NewCollection(x.Terms, func() *words.Lexicon { return lexicon }, x.Count)
	for _, text := range []string{"drugs", "modern slavery victims", `"county lines"`, "what does the NCA do about fraud", "crim*", "drugs -prison"} {
		read, err := collection.Read(t.Context(), query.Parse(text), plan.Options{})
		must(t, err)
		s := engine.Search{Ask: read.Ask, Size: 10, Filters: engine.Filters{schema.FacetDocument: {Any: []string{"strategy"}}}}
		found, err := x.Find(t.Context(), s)
		must(t, err)
		a.searches, a.want = append(a.searches, s), append(a.want, found)
	}
	return a
}

// ask asks search n and compares: ErrUnavailable is no wrong answer.
func (a *asker) ask(ctx context.Context, t *testing.T, n int) error {
	i := n % len(a.searches)
	found, err := a.index.Find(ctx, a.searches[i])
	if err != nil {
		return err
	}
	same := func(x, y engine.Hit) bool { return x.Place == y.Place }
	if found.Total != a.want[i].Total || found.Whole != a.want[i].Whole || !slices.EqualFunc(found.Hits, a.want[i].Hits, same) {
		t.Errorf("search %d finds %d of %d passages, or others", i, found.Total, a.want[i].Total)
	}
	return nil
}

// load asks from several sides until stop is called, which returns how many were
// answered and how many weren't.
func (a *asker) load(t *testing.T) (stop func() (answered, failed int64)) {
	ctx, cancel := context.WithCancel(context.Background())
	var good, bad atomic.Int64
	var askers sync.WaitGroup
	for side := range 2 {
		askers.Go(func() {
			for n := side; ctx.Err() == nil; n++ {
				patient, done := context.WithTimeout(context.Background(), 20*time.Second) // more than a request has: the machine may have much to do
				err := a.ask(patient, t, n)
				done()
				if err == nil {
					good.Add(1)
				} else if bad.Add(1) < 5 {
					t.Log(err)
				}
			}
		})
	}
	return func() (int64, int64) {
		cancel()
		askers.Wait()
		return good.Load(), bad.Load()
	}
}

func skipLong(t *testing.T) {
	t.Helper()
	if os.Getenv("SOCSEARCH_LONG") == "" {
		t.Skip("runs for minutes and needs a machine that has time: set SOCSEARCH_LONG=1")
	}
}

// TestThreeNodes runs what every engine must pass on three nodes; then one of them
// freezes, one is killed and comes back, and all are killed and come back.
func TestThreeNodes(t *testing.T) {
	skipLong(t)
	nodes := clustertest.Start(t, 3)
	c, x := built(t, Config{URLs: nodes.URLs(), Alias: "test", Shards: 3, Replicas: 1})
	t.Run("suite", func(t *testing.T) { enginetest.Run(t, c, enginetest.Engine{Engine: x, Vocabulary: x.Terms()}) })
	x.most = 30 // so that every search needs the cluster
	a := newAsker(t, c, x)
	under := func(name string, do func()) {
		t.Run(name, func(t *testing.T) {
			stop := a.load(t)
			time.Sleep(time.Second)
			do()
			time.Sleep(5 * time.Second)
			answered, failed := stop()
			t.Logf("%d searches answered, %d failed", answered, failed)
			if failed > 0 || answered == 0 {
				t.Errorf("%d of %d searches failed", failed, answered+failed)
			}
		})
	}
	under("frozen", func() { nodes.Freeze(2) })
	nodes.Thaw(2)
	nodes.Wait(t, "wait_for_status=green&wait_for_nodes=3")
	for i := range 3 { // the elected manager is one of them
		under("killed", func() { nodes.Kill(i) })
		nodes.Run(t, i)
		nodes.Wait(t, "wait_for_status=green&wait_for_nodes=3")
	}
	for i := range 3 {
		nodes.Kill(i)
	}
	for n := range 20 {
		started := time.Now()
		if err := a.ask(t.Context(), t, n); !errors.Is(err, engine.ErrUnavailable) || time.Since(started) > 5*time.Second {
			t.Errorf("with every node killed a search ends with %v after %v", err, time.Since(started))
		}
	}
	if err := x.Check(t.Context()); !errors.Is(err, engine.ErrUnavailable) {
		t.Errorf("with every node killed Check = %v", err)
	}
	for i := range 3 {
		nodes.Run(t, i)
	}
	nodes.Wait(t, "wait_for_status=green&wait_for_nodes=3")
	time.Sleep(nodeRest)
	for n := range 12 {
		if err := a.ask(t.Context(), t, n); err != nil {
			t.Errorf("with every node back: %v", err)
		}
	}
}

// TestSwap builds again and again while searches are under way in an index that was
// opened before: none fails while the next is built.
func TestSwap(t *testing.T) {
	skipLong(t)
	config := Config{URLs: clustertest.Start(t, 1).URLs(), Alias: "test"}
	c, x := built(t, config)
	x.most = 30
	a := newAsker(t, c, x)
	stop := a.load(t)
	must(t, Build(t.Context(), config, c, all(c), library.OriginEmbedded, nil))
	if answered, failed := stop(); failed > 0 || answered == 0 {
		t.Errorf("%d searches failed, %d didn't", failed, answered)
	}
	now, err := Current(t.Context(), config)
	if err != nil || now == x.name {
		t.Errorf("the index is still %s, %v", now, err)
	}
	must(t, Build(t.Context(), config, c, all(c), library.OriginEmbedded, nil))
	must(t, Build(t.Context(), config, c, all(c), library.OriginEmbedded, nil))
	if err := a.ask(t.Context(), t, 0); !errors.Is(err, engine.ErrUnavailable) {
		t.Errorf("an index that is gone: %v", err)
	}
	if list := indexes(t, x.client); len(list) != 4 { // two, each with its files
		t.Errorf("three builds leave %q", list)
	}
}

// indexes lists what there is but for the lock.
func indexes(t *testing.T, c *client) []string {
	var list []struct{ Index string }
	must(t, c.get(t.Context(), "/_cat/indices/test-gen-*?format=json&h=index", &list))
	var names []string
	for _, l := range list {
		names = append(names, l.Index)
	}
	return names
}

const killEnv = "SOCSEARCH_KILL" // the address of a node, and the moment at which to die

// TestMain builds and dies, where it is asked to.
func TestMain(m *testing.M) {
	url, moment, asked := strings.Cut(os.Getenv(killEnv), " ")
	if !asked {
		os.Exit(m.Run())
	}
	die := func() {
		syscall.Kill(os.Getpid(), syscall.SIGKILL)
		time.Sleep(time.Minute)
	}
	if after, err := strconv.Atoi(moment); err == nil {
		time.AfterFunc(time.Duration(after)*time.Millisecond, die)
	}
	afterStep = func(step string) {
		if step == moment {
			die()
		}
	}
	c, err := sources.Load(sources.Embedded())
	if err == nil {
		err = Build(context.Background(), Config{URLs: []string{url}, Alias: "test"}, c, all(c), library.OriginEmbedded, nil)
	}
	if err != nil {
		os.Stderr.WriteString(err.Error())
		os.Exit(1)
	}
	os.Exit(0)
}

// TestKilledBuilds kills builders after each step and at moments between: the index
// that was there, or the new one, answers, and the next build clears up.
func TestKilledBuilds(t *testing.T) {
	skipLong(t)
	config := Config{URLs: clustertest.Start(t, 1).URLs(), Alias: "test"}
	c, x := built(t, config)
	moments := []string{"clear", "create", "load", "settle", "files", "manifest", "alias"}
	for after := 100; len(moments) < 20; after += 150 {
		moments = append(moments, strconv.Itoa(after))
	}
	killed := 0
	for _, moment := range moments {
		forgetLock(t, x.client)
		builder := exec.CommandContext(t.Context(), os.Args[0])
		var said bytes.Buffer
		builder.Stderr = &said
		builder.Env = append(os.Environ(), killEnv+"="+config.URLs[0]+" "+moment)
		err := builder.Run()
		if err == nil { // it was faster
			continue
		}
		if builder.ProcessState.ExitCode() >= 0 {
			t.Fatalf("the builder that was to die at %s ended: %v %s", moment, err, &said)
		}
		killed++
		now, err := Open(t.Context(), config, c.Hash)
		if err != nil {
			t.Fatalf("after a build was killed at %s: %v", moment, err)
		}
		newAsker(t, c, now)
		now.Close()
	}
	if killed < len(moments)/2 {
		t.Errorf("%d of %d builders were killed", killed, len(moments))
	}
	lockedBy(t, x.client, "another", time.Now())
	if err := Build(t.Context(), config, c, all(c), library.OriginEmbedded, nil); !errors.Is(err, library.ErrLocked) {
		t.Errorf("while another holds the lock Build = %v", err)
	}
	forgetLock(t, x.client)
	must(t, Build(t.Context(), config, c, all(c), library.OriginEmbedded, nil))
	if list := indexes(t, x.client); len(list) > 4 {
		t.Errorf("builders that were killed leave %q", list)
	}
}

// forgetLock lets the lock be as old as that of a builder that is long gone.
func forgetLock(t *testing.T, c *client) {
	t.Helper()
	lockedBy(t, c, "gone", time.Now().Add(-2*lockStale))
}

// lockedBy writes the lock of a builder that renewed it at some time.
func lockedBy(t *testing.T, c *client, owner string, renewed time.Time) {
	t.Helper()
	must(t, c.put(t.Context(), "/test"+lockSuffix+"/_doc/"+lockID, lockDocument{owner, renewed}))
}
