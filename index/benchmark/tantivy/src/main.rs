//! Measures tantivy on the passages and queries of the benchmark beside it, which runs
//! this program and reads what it prints:
//!
//!     tantivy-peer DIR PASSAGES QUERIES any|all ROUNDS MILLISECONDS THREADS
//!
//! PASSAGES has a JSON object a line (text, organisation, objective, threat, kind),
//! QUERIES a query a line. The index in DIR is built if there is none: text in `en_stem`
//! with positions, stored; four facets as fast fields; merged to one segment. Each query
//! is answered with the ten best passages, a snippet of each, the total and the counts of
//! the facets; its words are joined by OR (any) or by AND (all).
//!
//! Printed is one JSON object: build_ms (null if the index was there), p50_ns, p99_ns,
//! per_second (medians of the rounds), resident_kb, total (of the passages found by all
//! queries).

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use serde_json::{json, Value};
use tantivy::aggregation::agg_req::Aggregations;
use tantivy::aggregation::AggregationCollector;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::QueryParser;
use tantivy::schema::{
    Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions, STORED, STRING,
};
use tantivy::snippet::SnippetGenerator;
use tantivy::{Index, IndexWriter, Searcher, TantivyDocument};

const FACETS: [&str; 4] = ["organisation", "objective", "threat", "kind"];
const HITS: usize = 10;
const MEMORY: usize = 400 << 20; // of the writer, in bytes: what the others are given
const MOST_VALUES: usize = 100; // of a facet: more than there are

type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().collect();
    let [_, dir, passages, queries, words, rounds, millis, threads] = args.as_slice() else {
        return Err(
            "usage: tantivy-peer DIR PASSAGES QUERIES any|all ROUNDS MILLISECONDS THREADS".into(),
        );
    };
    let (rounds, threads): (usize, usize) = (rounds.parse()?, threads.parse()?);
    let round = Duration::from_millis(millis.parse()?);
    let (index, built) = open(Path::new(dir), passages)?;
    let engine = Engine::new(&index, words == "all")?;
    let queries = fs::read_to_string(queries)?;
    let queries: Vec<&str> = queries.trim().lines().collect();

    let mut total = 0;
    for query in &queries {
        total += engine.search(query)?; // a round that isn't counted
    }
    let (mut p50, mut p99, mut rates) = (vec![], vec![], vec![]);
    for _ in 0..rounds {
        let took = latencies(&engine, &queries, round)?;
        p50.push(took[took.len() / 2]);
        p99.push(took[took.len() * 99 / 100]);
        rates.push(throughput(&engine, &queries, round, threads)?);
    }
    p50.sort();
    p99.sort();
    rates.sort_by(f64::total_cmp);
    println!(
        "{}",
        json!({
            "build_ms": built.map(|d| d.as_millis() as u64),
            "p50_ns": p50[rounds / 2].as_nanos() as u64,
            "p99_ns": p99[rounds / 2].as_nanos() as u64,
            "per_second": rates[rounds / 2],
            "resident_kb": resident()?,
            "total": total,
        })
    );
    Ok(())
}

fn schema() -> Schema {
    let mut builder = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("en_stem")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    builder.add_text_field(
        "text",
        TextOptions::default()
            .set_indexing_options(indexing)
            .set_stored(),
    );
    builder.add_text_field("id", STRING | STORED);
    for facet in FACETS {
        builder.add_text_field(facet, TextOptions::from(STRING).set_fast("raw"));
    }
    builder.build()
}

/// Opens the index in a folder, or builds it from the passages; how long that took.
fn open(dir: &Path, passages: &str) -> Result<(Index, Option<Duration>)> {
    if dir.exists() {
        return Ok((Index::open_in_dir(dir)?, None));
    }
    fs::create_dir_all(dir)?;
    let started = Instant::now();
    let index = Index::create_in_dir(dir, schema())?;
    let schema = index.schema();
    let mut writer: IndexWriter = index.writer(MEMORY)?;
    for line in BufReader::new(File::open(passages)?).lines() {
        writer.add_document(TantivyDocument::parse_json(&schema, &line?)?)?;
    }
    writer.commit()?;
    let segments = index.searchable_segment_ids()?;
    if segments.len() > 1 {
        writer.merge(&segments).wait()?;
    }
    writer.garbage_collect_files().wait()?;
    writer.wait_merging_threads()?;
    Ok((index, Some(started.elapsed())))
}

struct Engine {
    searcher: Searcher,
    parser: QueryParser,
    text: Field,
    facets: Aggregations,
}

impl Engine {
    fn new(index: &Index, all_words: bool) -> Result<Engine> {
        let text = index.schema().get_field("text")?;
        let mut parser = QueryParser::for_index(index, vec![text]);
        if all_words {
            parser.set_conjunction_by_default();
        }
        let mut facets = serde_json::Map::new();
        for facet in FACETS {
            facets.insert(
                facet.into(),
                json!({"terms": {"field": facet, "size": MOST_VALUES}}),
            );
        }
        Ok(Engine {
            searcher: index.reader()?.searcher(),
            parser,
            text,
            facets: serde_json::from_value(Value::Object(facets))?,
        })
    }

    /// Answers a query with all that a page needs; returns the total.
    fn search(&self, query: &str) -> Result<usize> {
        let (query, _) = self.parser.parse_query_lenient(query);
        let facets = AggregationCollector::from_aggs(self.facets.clone(), Default::default());
        let best = TopDocs::with_limit(HITS).order_by_score();
        let (best, total, counts) = self.searcher.search(&query, &(best, Count, facets))?;
        let snippets = SnippetGenerator::create(&self.searcher, &*query, self.text)?;
        for (_, address) in best {
            let passage: TantivyDocument = self.searcher.doc(address)?;
            std::hint::black_box(snippets.snippet_from_doc(&passage).to_html());
        }
        std::hint::black_box(counts);
        Ok(total)
    }
}

/// Runs the queries one by one, all of them as often as there is time for, and at least
/// once; how long each took, sorted.
fn latencies(engine: &Engine, queries: &[&str], round: Duration) -> Result<Vec<Duration>> {
    let (started, mut took) = (Instant::now(), vec![]);
    while took.is_empty() || started.elapsed() < round {
        for query in queries {
            let asked = Instant::now();
            engine.search(query)?;
            took.push(asked.elapsed());
        }
    }
    took.sort();
    Ok(took)
}

/// Runs the queries on all threads; how many a second.
fn throughput(engine: &Engine, queries: &[&str], round: Duration, threads: usize) -> Result<f64> {
    let (started, done) = (Instant::now(), AtomicU64::new(0));
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|first| {
                let done = &done;
                scope.spawn(move || -> Result<()> {
                    let mut at = first;
                    while started.elapsed() < round {
                        engine.search(queries[at % queries.len()])?;
                        done.fetch_add(1, Ordering::Relaxed);
                        at += 1;
                    }
                    Ok(())
                })
            })
            .collect();
        workers
            .into_iter()
            .try_for_each(|worker| worker.join().expect("no panic"))
    })?;
    Ok(done.into_inner() as f64 / started.elapsed().as_secs_f64())
}

/// The memory of this process, files that are mapped included; 0 where the system doesn't
/// say.
fn resident() -> Result<u64> {
    let Ok(status) = fs::read_to_string("/proc/self/status") else {
        return Ok(0);
    };
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    Ok(line
        .and_then(|kb| kb.split_whitespace().next())
        .map_or(Ok(0), str::parse)?)
}
