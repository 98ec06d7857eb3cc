-- Searches that were never asked before: a word that stands nowhere is excluded
-- from each, another every time.
local words = {"county+lines", "cyber+crime", "money+laundering", "NCA", "modern+slavery+victims", "firearms",
  "border+force", "drugs", "prisons", "illicit+finance", "HMRC", "dark+web", "passport", "asset+recovery", "witnesses"}
local thread = 0

function setup(t)
  t:set("id", thread)
  thread = thread + 1
end

local n = 0
function request()
  n = n + 1
  return wrk.format("GET", "/api/v1/search?per_page=10&synonyms=off&q=" .. words[n % #words + 1] .. "+-zq" .. id .. "x" .. n)
end
