// Package browsertest holds nothing but tests: they drive the site in a real
// browser, headless Chromium, as a reader with a mouse, with a keyboard alone,
// without JavaScript, on a phone, in the dark and on paper. Every kind of page
// is checked by axe-core in both colour schemes.
//
// Chromium comes from the system (apt-get install chromium), axe-core from npm
// (npm ci in this folder). Where either is missing the tests skip and say so,
// and fail where CI is set.
//
// Pictures of every page, wide and narrow, light and dark:
//
//	go test ./cmd/server/web/browsertest -run Screenshots -screenshots "$PWD/screenshots"
package browsertest
