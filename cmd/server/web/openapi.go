package web

import (
	"net/http"
	"sync"

	"github.com/goccy/go-yaml"

	"socsearch/static"
)

// openAPI is the description of the API as JSON, made of the YAML that people
// edit.
var openAPI = sync.OnceValues(func() ([]byte, error) { return yaml.YAMLToJSON(static.OpenAPI()) })

// openAPIAPI answers GET /api/v1/openapi.json.
func (s *server) openAPIAPI(w http.ResponseWriter, _ *http.Request, _ *snapshot) error {
	description, err := openAPI()
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	_, err = w.Write(description)
	return err
}
