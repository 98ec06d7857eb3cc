package document

import (
	"strings"
	"testing"
)

// TestStrangers refuses what could mislead or harm, and names the key and the remedy.
func TestStrangers(t *testing.T) {
	base := "slug: a\nfile: a.pdf\n"
	for _, test := range []struct{ in, want string }{
		{"title: T\nlanding_page: javascript:alert(1)", "landing_page"},
		{"title: T\nlanding_page: //example.org/a", "landing_page"},
		{"title: T\nlanding_page: file:///etc/passwd", "landing_page"},
		{"title: T\nlanding_page: https://example.org/a", ""},
		{"title: T\nlicence: {url: 'data:text/html,x'}", "licence.url"},
		{"title: T\npublished: 2018-02-30", "published"},
		{"title: T\npublished: 2018-13", "published"},
		{"title: T\npublished: '0018'", "published"},
		{"title: T\npublished: 2018-11", ""},
		{"title: \"T\\u202egnp\"", "title holds"},
		{"title: \"T\\u0007\"", "title holds"},
		{"title: T\nauthor: \"A\\u2066B\"", "author holds"},
		{"title: " + strings.Repeat("x", longestName+1), "shorten it"},
		{"title: " + strings.Repeat("x", longestName), ""},
		{"title: Développement – “quoted”", ""},
	} {
		_, err := ParseManifest("m.yaml", []byte(base+test.in+"\n"))
		switch {
		case test.want == "" && err != nil:
			t.Errorf("%.60q: %v", test.in, err)
		case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), "m.yaml: ")):
			t.Errorf("%.60q: error %v, want one with %q", test.in, err, test.want)
		}
	}
}
