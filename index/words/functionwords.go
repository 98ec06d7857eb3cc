package words

import (
	"strings"

	"socsearch/index/analysis"
)

// stopWords are the English stop words of the Snowball project (BSD licence).
const stopWords = `
i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its
itself they them their theirs themselves what which who whom this that these those am is are was were be been being have
has had having do does did doing would should could ought i'm you're he's she's it's we're they're i've you've we've
they've i'd you'd he'd she'd we'd they'd i'll you'll he'll she'll we'll they'll isn't aren't wasn't weren't hasn't
haven't hadn't doesn't don't didn't won't wouldn't shan't shouldn't can't cannot couldn't mustn't let's that's who's
what's here's there's when's where's why's how's a an the and but if or because as until while of at by for with about
against between into through during before after above below to from up down in out on off over under again further then
once here there when where why how all any both each few more most other some such no nor not only own same so than too
very`

// questionWords are those with which people put questions and requests to a search
// box.
const questionWords = `
can could does may might must shall should will would get gets got let tell show find give
please about also any much many per via vs etc anything something there whose whom within among upon onto`

// FunctionWords are words that say nothing of what is looked for.
var FunctionWords = setOf(stopWords + questionWords)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// IsFunctionWord reports whether a word as typed is a function word; an acronym
// never is: IT, WHO.
func IsFunctionWord(word string) bool {
	word = strings.ReplaceAll(word, "’", "'")
	return FunctionWords[strings.ToLower(word)] && !(analysis.IsAcronym(word) && len(word) > 1)
}

// FillerWords are words that have a meaning and tell next to nothing of what is
// looked for: English verbs, adverbs and adjectives with which almost anything
// can be asked. Unlike function words they are looked for.
var FillerWords = setOf(`
use uses used using make makes made making take takes took taken taking come comes came coming go goes went gone going
give gives gave given giving put puts keep keeps kept want wants wanted need needs needed like likes try tries tried trying
know knows known think thinks mean means meant say says said happen happens happened happening work works worked working
look looks looked looking see sees seen seem seems done start starts started help helps helped helping end ends ended
thing things way ways kind kinds sort sorts lot lots bit part parts case cases example examples people person anyone someone everyone
good better best bad worse worst new old big small great little long much less least enough mostly main certain
near here now today still already yet ever never always often just even really actually too quite instead else again around away back
every each another other others several different same such one two first last next
whether however therefore though although unless while`)
