package index

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"socsearch/sources/document"
	"socsearch/sources/resolve"
)

// TestResolve checks that what the index keeps of the passages is enough for the
// resolver: references mean the same as with the passages themselves.
func TestResolve(t *testing.T) {
	x := openTestIndex(t)
	c, err := corpus()
	must(t, err)
	var manifests []*document.Manifest
	for i := range x.Documents {
		manifests = append(manifests, &x.Documents[i].Manifest)
	}
	whole := resolve.New(manifests, c.Passages)
	refs := []string{"p 31", "pages 30-32", "objective 2 para 130", "part three", "foreword", "annex a nca", "the strategy, annex A, HMPPS", "fn 39", "Cm 9718 paras 79–82", "para 999"}
	for i := range c.Passages {
		p := &c.Passages[i]
		refs = append(refs, p.ID, p.Label)
		for _, n := range p.Footnotes {
			refs = append(refs, "fn "+n.Number)
		}
		for _, o := range p.Organisations {
			refs = append(refs, strings.TrimSpace("annex a "+o.Abbreviation), "annex a "+o.Name)
		}
	}
	for _, ref := range refs {
		got, gotErr := x.Resolve(ref)
		want, wantErr := whole.Resolve(ref)
		if diff := cmp.Diff(want, got); diff != "" || (gotErr == nil) != (wantErr == nil) || gotErr != nil && gotErr.Error() != wantErr.Error() {
			t.Errorf("Resolve(%q), error %v, want %v:\n%s", ref, gotErr, wantErr, diff)
		}
	}
}
