package ask

// facetTitles stand over the facets.
var facetTitles = map[string]string{
	"organisation": "Organisation",
	"objective":    "Objective",
	"part":         "Part",
	"threat":       "Threat",
	"strand":       "Strand",
	"commitment":   "Commitments",
	"kind":         "Kind of passage",
	"document":     "Document",
}

// FacetTitle is what stands over a facet.
func FacetTitle(facet string) string { return facetTitles[facet] }
