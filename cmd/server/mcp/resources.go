package mcp

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"socsearch/cmd/server/ask"
	"socsearch/index"
	"socsearch/index/library"
	"socsearch/sources/cite"
)

// The addresses of resources. Which there are depends on the index in use, so that
// they are described and not listed.
const (
	passageResource  = "socsearch://passages/{document}/{anchor}"
	documentResource = "socsearch://documents/{document}"
)

// addResources describes passages and documents as resources, which a person picks to
// put before a model.
func addResources(s *sdk.Server, t *tools) {
	s.AddResourceTemplate(&sdk.ResourceTemplate{Name: "passage", Title: "A passage", URITemplate: passageResource, MIMEType: "text/markdown",
		Description: "A passage, or a range of paragraphs (79-82), verbatim with footnotes and citation"}, t.resource(passageMarkdown))
	s.AddResourceTemplate(&sdk.ResourceTemplate{Name: "document", Title: "A document", URITemplate: documentResource, MIMEType: "text/markdown",
		Description: "What a document is, whether it is superseded, and its headings with their pages and first passages"}, t.resource(documentMarkdown))
}

// resource answers from the index in use what an address names by its path.
func (t *tools) resource(write func(x ask.Snapshot, base string, path []string) (string, error)) sdk.ResourceHandler {
	return func(_ context.Context, r *sdk.ReadResourceRequest) (*sdk.ReadResourceResult, error) {
		address, err := url.Parse(r.Params.URI)
		if err != nil {
			return nil, sdk.ResourceNotFoundError(r.Params.URI)
		}
		x, release, err := t.live.Acquire()
		if err != nil {
			return nil, err
		}
		defer release()
		text, err := write(ask.Snapshot{Index: x}, t.base, strings.Split(strings.TrimPrefix(address.Path, "/"), "/"))
		if errors.Is(err, index.ErrNotFound) || errors.As(err, new(*ask.Error)) {
			return nil, sdk.ResourceNotFoundError(r.Params.URI)
		}
		return &sdk.ReadResourceResult{Contents: []*sdk.ResourceContents{{Text: text}}}, err
	}
}

// passageMarkdown quotes passages with the lines that go wherever their words do.
func passageMarkdown(x ask.Snapshot, base string, path []string) (string, error) {
	passages, _, err := x.ReadPassages(path[0], path[len(path)-1])
	if err != nil {
		return "", err
	}
	d := x.Document(passages[0].Document)
	work := cite.Work{Manifest: &d.Manifest, Pins: cite.Passages(passages...)}
	text := cite.Markdown(work, cite.QuoteOptions{Footnotes: true, Link: base + passages[0].URL, Accessed: today()})
	return text + closing(d), nil
}

func documentMarkdown(x ask.Snapshot, _ string, path []string) (string, error) {
	d := x.Document(path[0])
	if d == nil {
		return "", index.ErrNotFound
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", d.Title)
	for _, h := range flatten(d.Contents, nil) {
		fmt.Fprintf(&b, "%s- %s", strings.Repeat("  ", h.Level-1), h.Heading)
		if h.Page != 0 {
			fmt.Fprintf(&b, ", p %d", h.Page)
		}
		if h.First != "" {
			fmt.Fprintf(&b, " (%s)", h.First)
		}
		b.WriteString("\n")
	}
	return b.String() + closing(d), nil
}

// closing are the lines that a document has been superseded, and whose words it has.
func closing(d *library.Document) string {
	var b strings.Builder
	for _, line := range []string{d.SupersededLine(), d.Licence.Notice} {
		if line != "" {
			b.WriteString("\n" + line + "\n")
		}
	}
	return b.String()
}
