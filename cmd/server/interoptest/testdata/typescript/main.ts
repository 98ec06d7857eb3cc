// Asks a server, whose address is the first argument, through the types that
// openapi-typescript generated. The second argument is a draft's text.
import createClient from "openapi-fetch";
import type { components, paths } from "./schema.js";

declare const process: { argv: string[] };
const [, , baseUrl = "", draft = ""] = process.argv;
// Of the media types that there are, those that are asked for here.
type Answers = "application/json" | "application/problem+json";
const api = createClient<paths, Answers>({ baseUrl });

// some is a value that must be there.
function some<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("something is missing");
  return value;
}

const say = (line: string) => console.log(line);

async function search() {
  const all = some((await api.GET("/api/v1/search", { params: { query: { q: "county lines" } } })).data);
  const first = some((await api.GET("/api/v1/search", { params: { query: { q: "county lines", objective: ["1"] } } })).data);
  say(`county lines: ${all.total} passages, ${first.total} of them under Objective 1`);
}

type Passages = components["schemas"]["PassageAnswer"] | components["schemas"]["PassagesAnswer"];

async function passage(anchor: string): Promise<Passages> {
  const { data } = await api.GET("/api/v1/passages/{document}/{anchor}", { params: { path: { document: "strategy", anchor } } });
  return some(data);
}

async function passages() {
  const one = await passage("79");
  if ("id" in one) say(`${one.id}: ${one.label} on page ${one.page}, ${some(one.citations["oscola"]).text}`);
  const several = await passage("79-82");
  if ("passages" in several) say(`strategy/79-82: ${several.passages.length} passages`);
  const none = await api.GET("/api/v1/passages/{document}/{anchor}", { params: { path: { document: "strategy", anchor: "300" } } });
  say(`strategy/300: ${some(none.error).status}, nearest ${some(none.error).nearest}`);
}

async function members() {
  const found = some((await api.GET("/api/v1/search", { params: { query: { q: "county lines", fields: ["id", "label"] } } })).data);
  const result = some(found.results[0]);
  say(`chosen members: ${result.id}, ${result.label}, ${result.text === undefined ? "without text" : "with text"}`);
}

async function organisations() {
  const all = some((await api.GET("/api/v1/organisations")).data);
  for (const o of all.organisations) if (o.slug === "nca") say(`organisations: ${o.slug} is ${o.name}`);
  const one = some((await api.GET("/api/v1/organisations/{slug}", { params: { path: { slug: "home-office" } } })).data);
  say(`organisation home-office: ${some(one.entries[0]).id} and ${one.entries.length - 1} entries of the roles page`);
}

async function documents() {
  const { documents } = some((await api.GET("/api/v1/documents")).data);
  say(`documents: ${some(documents[0]).slug} superseded by ${some(some(documents[0]).superseded_by).series}, ${some(documents[1]).slug}`);
  const one = some((await api.GET("/api/v1/documents/{document}", { params: { path: { document: "strategy" } } })).data);
  say(`contents of strategy begin with ${some(one.contents[0]).heading}`);
}

async function register() {
  const found = some((await api.GET("/api/v1/commitments", { params: { query: { commitment_kind: ["legislate"] } } })).data);
  if (found.results.some((r) => "kind" in r && r.passage === "strategy/77")) say("legislate: strategy/77 is among the passages");
  const expected = some((await api.GET("/api/v1/commitments", { params: { query: { list: "expectations" } } })).data);
  const line = some(expected.results[0]);
  if ("of" in line && line.of !== "") say("expected of others: somebody");
}

async function names() {
  const typed = "prison and prob";
  const completed = some((await api.GET("/api/v1/suggest", { params: { query: { q: typed } } })).data);
  for (const s of completed.suggestions) if (s.kind === "organisation") say(`${typed}: ${s.kind} ${s.text}`);
  const note = some((await api.GET("/api/v1/resolve", { params: { query: { ref: "fn 39" } } })).data);
  say(`fn 39: ${note.passages[0]}`);
}

async function check() {
  const { data } = await api.POST("/api/v1/check", {
    body: draft,
    headers: { "Content-Type": "text/markdown" },
    bodySerializer: String,
  });
  const { summary, findings } = some(data);
  say(`draft: ${summary.exact} exact of ${summary.quotations} quotations, reference ${some(some(findings[0]).reference).verdict}`);
}

await search();
await passages();
await members();
await organisations();
await documents();
await register();
await names();
await check();
