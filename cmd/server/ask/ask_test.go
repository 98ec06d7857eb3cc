package ask

import (
	"context"
	"errors"
	"net/url"
	"os"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"socsearch/index"
	"socsearch/index/engine"
	"socsearch/index/local"
	"socsearch/index/plan"
	"socsearch/index/query"
	"socsearch/sources"
)

// testSnapshot is of the index of the documents; built once.
var testSnapshot = sync.OnceValues(func() (Snapshot, error) {
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		return Snapshot{}, err
	}
	dir, err := os.MkdirTemp("", "socsearch-ask-")
	if err != nil {
		return Snapshot{}, err
	}
	defer os.RemoveAll(dir) // the files stay readable while they are open
	if err := local.Build(context.Background(), dir, corpus, local.OriginEmbedded, local.WithMeaning(local.MeaningOff)); err != nil {
		return Snapshot{}, err
	}
	x, err := index.Open(dir, corpus.Hash)
	return Snapshot{x}, err
})

func snapshot(t *testing.T) Snapshot {
	t.Helper()
	x, err := testSnapshot()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func values(t *testing.T, address string) url.Values {
	t.Helper()
	v, err := url.ParseQuery(address)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// wrong lists the parameters that an error names.
func wrong(t *testing.T, err error) []string {
	t.Helper()
	if err == nil {
		return nil
	}
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("%v is no *Error", err)
	}
	var names []string
	for _, f := range e.Fields {
		names = append(names, f.Parameter)
	}
	return names
}

// TestReadSearch checks what raw values become, or which of them are wrong.
func TestReadSearch(t *testing.T) {
	base := func(change func(*index.Request)) index.Request {
		r := index.Request{Filters: engine.Filters{}, NearAlone: 10, Sort: index.SortRelevance, Page: 1, PerPage: 20}
		change(&r)
		return r
	}
	tests := []struct {
		address string
		want    index.Request
		wrong   []string
	}{
		{"", base(func(*index.Request) {}), nil},
		{"page=3&per_page=0&sort=document", base(func(r *index.Request) { r.Page, r.PerPage, r.Sort = 3, 0, index.SortDocument }), nil},
		{"include=implied&match=exact&synonyms=off&meaning=off", base(func(r *index.Request) { r.Implied, r.Exact, r.Plain, r.WordsOnly = true, true, true, true }), nil},
		{"objective=1&objective=2&all_threat=fraud&reject_kind=box", base(func(r *index.Request) {
			r.Filters = engine.Filters{"objective": {Any: []string{"1", "2"}}, "threat": {All: []string{"fraud"}}, "kind": {Reject: []string{"box"}}}
		}), nil},
		{"organisation=NCA", base(func(r *index.Request) { r.Filters = engine.Filters{"organisation": {Any: []string{"nca"}}} }), nil},
		{"objective=", base(func(*index.Request) {}), nil},
		{"page=0", index.Request{}, []string{"page"}},
		{"page=one&per_page=501", index.Request{}, []string{"page", "per_page"}},
		{"page=5001", index.Request{}, []string{"page"}},
		{"objective=9&all_kind=letter", index.Request{}, []string{"objective", "all_kind"}},
		{"sort=size", index.Request{}, []string{"sort"}},
		{"format=pdf", index.Request{}, []string{"format"}},
		{"colour=red&z=1", index.Request{}, []string{"colour", "z"}},
	}
	for _, test := range tests {
		got, err := snapshot(t).ReadSearch(values(t, test.address), true)
		if diff := cmp.Diff(test.wrong, wrong(t, err)); diff != "" {
			t.Errorf("%q: parameters that are wrong (-want +got):\n%s", test.address, diff)
		}
		if err != nil {
			continue
		}
		got.Request.Query = query.Query{}
		if diff := cmp.Diff(test.want, got.Request, cmp.Comparer(func(a, b query.Query) bool { return a.Raw == b.Raw })); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.address, diff)
		}
	}
}

// TestUnknownParameter checks that pages put up with what the API refuses.
func TestUnknownParameter(t *testing.T) {
	if _, err := snapshot(t).ReadSearch(values(t, "q=fraud&utm_source=letter"), false); err != nil {
		t.Errorf("a page refuses an address with more in it: %v", err)
	}
}

// TestUnknownSlug checks that an organisation that there isn't is told with the
// nearest that there is.
func TestUnknownSlug(t *testing.T) {
	got, err := snapshot(t).ReadSearch(values(t, "organisation=ncaa&reject_document=strategie"), true)
	if err != nil {
		t.Fatal(err)
	}
	want := []UnknownValue{{"organisation", "ncaa", "nca"}, {"reject_document", "strategie", "strategy"}}
	if diff := cmp.Diff(want, got.Unknown); diff != "" {
		t.Errorf("unknown values (-want +got):\n%s", diff)
	}
}

// TestReadReference checks which queries are references, and what is said of one to
// what doesn't exist.
func TestReadReference(t *testing.T) {
	tests := []struct {
		query   string
		places  []string
		first   bool
		missing bool
	}{
		{"para 79", []string{"strategy/79"}, false, false},
		{"79", []string{"strategy/79"}, true, false},
		{"para 300", []string{nowhere}, false, true},
		{"county lines", nil, false, false},
	}
	for _, test := range tests {
		got, err := snapshot(t).ReadSearch(url.Values{ParamQuery: {test.query}}, true)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.places, got.Request.Places); diff != "" || got.Request.PlacesFirst != test.first || (got.Missing != "") != test.missing {
			t.Errorf("%q: places first %v, missing %q; places (-want +got):\n%s", test.query, got.Request.PlacesFirst, got.Missing, diff)
		}
	}
}

// TestReadRegister checks which values of the register are wrong.
func TestReadRegister(t *testing.T) {
	tests := []struct {
		address string
		wrong   []string
	}{
		{"actor=home-office&commitment_kind=fund&by=2019&with=money&strength=firm&objective=2&sort=amount", nil},
		{"commitment=firm", nil},
		{"list=expectations&objective=1", nil},
		{"list=expectations&strength=firm", []string{"strength"}},
		{"by=19", []string{"by"}},
		{"strength=hard&reject_commitment_kind=sing", []string{"reject_commitment_kind", "strength"}},
		{"list=wishes", []string{"list"}},
	}
	for _, test := range tests {
		_, err := snapshot(t).ReadRegister(values(t, test.address), true)
		if diff := cmp.Diff(test.wrong, wrong(t, err)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.address, diff)
		}
	}
}

// TestReadCheck checks which values of a check are wrong.
func TestReadCheck(t *testing.T) {
	tests := []struct {
		address string
		wrong   []string
	}{
		{"style=apa&document=Strategy&name=a.txt", nil},
		{"style=mla", []string{"style"}},
		{"document=other&stile=apa", []string{"stile", "document"}},
		{"name=a&name=b", []string{"name"}},
	}
	for _, test := range tests {
		_, err := snapshot(t).ReadCheck(values(t, test.address))
		if diff := cmp.Diff(test.wrong, wrong(t, err)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.address, diff)
		}
	}
}

// TestDescribe checks the sentence about a search: whatever the numbers say.
func TestDescribe(t *testing.T) {
	tests := []struct {
		address string
		total   int
		want    string
	}{
		{"", 2, "2 passages"},
		{"q=cyber+crime", 12, "12 passages that mention cyber crime"},
		{"q=cyber+crime", 1, "1 passage that mentions cyber crime"},
		{"q=traffick*", 3, "3 passages that match traffick*"},
		{"q=cyber+crime&objective=2&organisation=nca", 12, "12 passages that mention cyber crime under Objective 2 and name the National Crime Agency"},
		{"objective=1&objective=2", 0, "No passages under Objective 1 or Objective 2"},
		{"kind=box", 1, "1 paragraph of a box"},
		{"reject_kind=box", 4, "4 passages other than Box"},
		{"threat=fraud", 1, "1 passage that is about fraud"},
		{"reject_threat=fraud", 2, "2 passages that are not about fraud"},
		{"commitment=firm&commitment=soft", 2, "2 passages that undertake something firm or soft"},
		{"reject_commitment=soft", 1, "1 passage that undertakes nothing soft"},
		{"part=annex-a&objective=3&document=strategy", 1, "1 passage under Objective 3 in Annex A in the strategy"},
		{"strand=pursue", 2, "2 passages that name the strand Pursue"},
		{"organisation=home-office&include=implied", 2, "2 passages that name or imply the Home Office"},
		{"organisation=spectre", 0, "No passages"},
	}
	for _, test := range tests {
		asked, err := snapshot(t).ReadSearch(values(t, test.address), true)
		if err != nil {
			t.Fatal(err)
		}
		got := snapshot(t).Describe(asked.Request, &index.Results{Total: test.total, Whole: test.total, Literal: test.total})
		if got != test.want {
			t.Errorf("%q: %q, want %q", test.address, got, test.want)
		}
	}
}

// TestDescribeLoose checks that nothing is claimed where some passages have a part of
// the words only.
func TestDescribeLoose(t *testing.T) {
	r := index.Request{Query: query.Parse("cyber crime")}
	if got, want := snapshot(t).Describe(r, &index.Results{Total: 5, Literal: 3}), "5 passages for cyber crime"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	got := snapshot(t).DescribeQuoting(r, &index.Results{Total: 5, Literal: 5}, func(words string) string { return "<" + words + ">" })
	if want := "5 passages that mention <cyber crime>"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestFacets tells what is missing here of a facet that the index has, and names what
// the index hasn't.
func TestFacets(t *testing.T) {
	for _, f := range Facets {
		ways := 0
		for _, has := range []bool{f.noun != nil, f.place != "", f.verb[0] != ""} {
			if has {
				ways++
			}
		}
		if f.Title == "" || f.Parameter == "" || ways != 1 {
			t.Errorf("facet %s: title %q, parameter %q, %d ways to say it in a sentence: each is needed, one way (facetTexts in facets.go)", f.Name, f.Title, f.Parameter, ways)
		}
		if f.verb[0] != "" && (f.verb[1] == "" || f.not[0] == "" || f.not[1] == "") {
			t.Errorf("facet %s: verb %q, not %q: one, many, and both denied are needed", f.Name, f.verb, f.not)
		}
		for _, v := range snapshot(t).Values(f.Name) {
			if f.noun != nil && (f.noun[v.Value][0] == "" || f.noun[v.Value][1] == "") {
				t.Errorf("facet %s: no noun for %q", f.Name, v.Value)
			}
		}
	}
	for _, f := range facetTexts {
		if FacetNamed(f.Name).Title == "" {
			t.Errorf("facet %s has texts, and the index has no such facet", f.Name)
		}
	}
}

// TestNotes checks what a reader is told of an answer.
func TestNotes(t *testing.T) {
	tests := []struct {
		name  string
		found index.Results
		want  []string
	}{
		{"all have all", index.Results{Total: 2, Whole: 2}, nil},
		{"one has all", index.Results{Total: 2, Whole: 1}, []string{"One passage matches all the words; those after it match some of them, or are near them."}},
		{"none has all", index.Results{Total: 2}, []string{"No passage matches all the words; these match some of them."}},
		{"a sentence", index.Results{Total: 9, Whole: 3, Loose: true}, []string{"3 passages have all the words that tell what is meant, the others some of them; the best come first."}},
		{"a slip", index.Results{Total: 1, Whole: 1, Expanded: []plan.Expanded{{Term: "traficking", To: []string{"trafficking"}, Corrected: true}}},
			[]string{"“traficking” does not occur in the documents: “trafficking” was searched."}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, Notes(Search{}, &test.found)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestAddress checks that the same search has the same address.
func TestAddress(t *testing.T) {
	a := NewAddress(values(t, "page=3&kind=box&q=fraud&kind=box&objective=&utm=1"))
	for _, test := range []struct{ got, want string }{
		{a.String(), "?q=fraud&kind=box&page=3"},
		{a.Without("kind", "box").String(), "?q=fraud"},
		{a.ToPage(1).String(), "?q=fraud&kind=box"},
		{a.Set(ParamSort, "document").ToPage(2).String(), "?q=fraud&kind=box&sort=document&page=2"},
		{QueryAddress(""), ""},
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}

// TestReadPassages checks the passages that an address names, and what is said of
// those that it names in vain.
func TestReadPassages(t *testing.T) {
	tests := []struct {
		anchor  string
		want    []string
		several bool
		nearest string
	}{
		{"79", []string{"strategy/79"}, false, ""},
		{"79-81", []string{"strategy/79", "strategy/80", "strategy/81"}, true, ""},
		{"80,79,80", []string{"strategy/80", "strategy/79"}, true, ""},
		{"Figure-7", []string{"strategy/figure-7"}, false, ""},
		{"300", nil, false, "strategy/207"},
	}
	for _, test := range tests {
		passages, several, err := snapshot(t).ReadPassages("strategy", test.anchor)
		var ids []string
		for _, p := range passages {
			ids = append(ids, p.ID)
		}
		if diff := cmp.Diff(test.want, ids); diff != "" || several != test.several {
			t.Errorf("%q: several %v (-want +got):\n%s", test.anchor, several, diff)
		}
		var missing *Error
		if errors.As(err, &missing) != (test.nearest != "") || missing != nil && (missing.Nearest != test.nearest || !missing.Missing) {
			t.Errorf("%q: %v, want one that is nearest to %q", test.anchor, err, test.nearest)
		}
	}
	if _, _, err := snapshot(t).ReadPassages("other", "1"); !errors.Is(err, index.ErrNotFound) {
		t.Errorf("a document that there isn't: %v", err)
	}
}
