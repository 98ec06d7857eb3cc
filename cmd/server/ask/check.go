package ask

import (
	"net/url"
	"strings"

	"socsearch/index/draft"
	"socsearch/sources/cite"
)

// The parameters of a check; the style is that of exports and briefings, too.
const (
	ParamStyle    = "style"
	ParamDocument = "document"
	ParamName     = "name"
)

// Style reads the style of citations; "" where none is named.
func (p *Values) Style() cite.Style {
	styles := []string{""}
	for _, style := range cite.Styles {
		styles = append(styles, string(style))
	}
	return cite.Style(p.OneOf(ParamStyle, styles...))
}

// ReadStyle reads a style that came otherwise than in an address.
func ReadStyle(value string) (cite.Style, error) {
	p := Read(url.Values{ParamStyle: {value}})
	style := p.Style()
	return style, p.Err()
}

// ReadCheck checks the values of an address that a draft is sent to. The day of
// reading is left to the caller.
func (x Snapshot) ReadCheck(values url.Values) (draft.Options, error) {
	p := Read(values)
	p.Only(ParamStyle, ParamDocument, ParamName)
	o := draft.Options{Style: p.Style(), Document: strings.ToLower(p.Get(ParamDocument)), Name: p.Get(ParamName)}
	if o.Document != "" && x.Document(o.Document) == nil {
		p.Wrong(ParamDocument, "must be a document that is here: there is no “"+o.Document+"”")
	}
	return o, p.Err()
}
