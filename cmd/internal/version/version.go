// Package version tells which build of the program this is.
package version

import (
	"runtime/debug"
	"strings"
)

// String returns the module's version, or the commit that was built, and the Go
// release: "v1.2.0 go1.26.8", "3f2a9c1 go1.26.8".
func String() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	v := info.Main.Version
	for _, s := range info.Settings {
		const short = 7 // digits of a commit that tell it apart
		if s.Key == "vcs.revision" && len(s.Value) > short && strings.HasPrefix(v, "(") {
			v = s.Value[:short]
		}
	}
	return v + " " + info.GoVersion
}
