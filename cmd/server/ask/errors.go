package ask

import "strings"

// Error says why something can't be answered, in words for who asked.
type Error struct {
	Title   string
	Detail  string
	Missing bool         // what is asked for doesn't exist; else the request can't be understood
	Fields  []FieldError // the parameters that are wrong
	Nearest string       // id of a passage that may have been meant
	Called  string       // its label
}

// FieldError says what is wrong with a parameter.
type FieldError struct {
	Parameter string `json:"parameter"`
	Detail    string `json:"detail"`
}

func (e *Error) Error() string { return e.Detail }

func describeErrors(errors []FieldError) string {
	var parts []string
	for _, e := range errors {
		parts = append(parts, e.Parameter+" "+e.Detail)
	}
	return strings.Join(parts, "; ")
}
