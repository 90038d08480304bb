//! A code by its text: `Code::find` beside perfect hashes, hash maps, `match` and binary search.

mod settings;

use std::collections::HashMap;
use std::hint::black_box;

use criterion::{Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use errcat::{Catalog, Code, CodeRef};
use errcat_bench::catalogs::peers;
use errcat_bench::limit::Limit;
use errcat_bench::queries::{COUNT, Queries};
use rustc_hash::FxBuildHasher;

// As a program has its own catalog: in itself.
#[allow(missing_docs, clippy::all, clippy::pedantic, reason = "generated code")]
mod five_thousand {
    errcat::include_catalog!("five_thousand", crate::five_thousand);
}
#[allow(missing_docs, clippy::all, clippy::pedantic, reason = "generated code")]
mod hundred_thousand {
    errcat::include_catalog!("hundred_thousand", crate::hundred_thousand);
}

/// One catalog in all the shapes in which codes can be looked up.
struct Tables {
    name: &'static str,
    catalog: &'static Catalog,
    codes: Vec<&'static str>,
    phf: &'static phf::Map<&'static str, u32>,
    limit: Limit,
    foldhash: hashbrown::HashMap<&'static str, u32, foldhash::fast::FixedState>,
    fx: HashMap<&'static str, u32, FxBuildHasher>,
    std: HashMap<&'static str, u32>,
    sorted: Vec<(&'static str, u32)>,
    by_match: Option<fn(&str) -> Option<u32>>,
}

impl Tables {
    fn new(name: &'static str, catalog: &'static Catalog, phf: &'static phf::Map<&'static str, u32>) -> Self {
        let codes: Vec<&str> = catalog.codes().map(CodeRef::as_str).collect();
        let pairs = || codes.iter().copied().zip(0..);
        let mut sorted: Vec<_> = pairs().collect();
        sorted.sort_unstable();
        Self {
            name,
            catalog,
            phf,
            limit: Limit::new(&codes),
            foldhash: pairs().collect(),
            fx: pairs().collect(),
            std: pairs().collect(),
            sorted,
            by_match: None,
            codes,
        }
    }

    /// Measures each way to look up, with hits, misses and both; `own` is what users write,
    /// whereas the compiler does not know which catalog `self` has. `LONG`: more than a few codes
    /// have more than sixteen bytes.
    fn run<C, const LONG: bool>(&self, criterion: &mut Criterion, own: impl Fn(&str) -> Option<C>) {
        let queries = Queries::new(&self.codes);
        for (set, queries) in [("hits", &queries.hits), ("misses", &queries.misses), ("mix", &queries.mix)] {
            let mut group = criterion.benchmark_group(format!("lookup/{}/{set}", self.name));
            group.throughput(Throughput::Elements(COUNT as u64)).sampling_mode(SamplingMode::Flat);
            macro_rules! measure {
                ($name:literal, $find:expr) => {
                    let find = $find;
                    group.bench_function($name, |bencher| {
                        bencher
                            .iter(|| queries.iter().filter(|query| black_box(find(query)).is_some()).count());
                    });
                };
            }
            measure!("errcat", &own);
            measure!("errcat, by reference", |query: &str| self.catalog.find(query));
            measure!("phf", |query: &str| self.phf.get(query).copied());
            measure!("foldhash", |query: &str| self.foldhash.get(query).copied());
            measure!("fx", |query: &str| self.fx.get(query).copied());
            measure!("std", |query: &str| self.std.get(query).copied());
            measure!("binary search", |query: &str| {
                let at = self.sorted.binary_search_by_key(&query, |(code, _)| code).ok()?;
                self.sorted.get(at).map(|(_, id)| *id)
            });
            if let Some(find) = self.by_match {
                measure!("match", find);
            }
            let hints = self.limit.hints(&self.codes, queries);
            group.bench_function("limit", |bencher| {
                bencher.iter(|| {
                    let hinted = queries.iter().zip(&hints);
                    hinted
                        .filter(|(query, hint)| black_box(self.limit.find::<LONG>(query, **hint)).is_some())
                        .count()
                });
            });
        }
    }
}

fn lookup(criterion: &mut Criterion) {
    let mut bundled = Tables::new("bundled", &errcat::CATALOG, &peers::BUNDLED);
    bundled.by_match = Some(peers::bundled_match);
    bundled.run::<_, false>(criterion, Code::find);
    Tables::new("five_thousand", &five_thousand::CATALOG, &peers::FIVE_THOUSAND)
        .run::<_, true>(criterion, |query| five_thousand::CATALOG.find(query));
    Tables::new("hundred_thousand", &hundred_thousand::CATALOG, &peers::HUNDRED_THOUSAND)
        .run::<_, true>(criterion, |query| hundred_thousand::CATALOG.find(query));
}

criterion_group! {
    name = benches;
    config = settings::short_samples(100, 500);
    targets = lookup
}
criterion_main!(benches);
