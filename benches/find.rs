//! Every code in a log of 64 MB, beside the regex crate and Aho-Corasick with the same prefixes.

mod settings;

use std::hint::black_box;

use aho_corasick::AhoCorasick;
use criterion::{Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use errcat::{Catalog, CodeRef};
use errcat_bench::catalogs::five_thousand;
use errcat_bench::log::{Log, prefixes};
use regex::bytes::Regex;

const SIZE: usize = 64 << 20;

/// The code of the catalog that begins here and is written with digits, as the regular expression has it.
fn code_at(catalog: &'static Catalog, log: &[u8], start: usize, digits: usize) -> Option<CodeRef> {
    let count = log[digits..].iter().take(8).take_while(|byte| byte.is_ascii_digit()).count();
    catalog.find(std::str::from_utf8(&log[start..digits + count]).ok()?)
}

fn find(criterion: &mut Criterion, catalog: &'static Catalog) {
    let codes: Vec<&str> = catalog.codes().map(CodeRef::as_str).collect();
    let prefixes = prefixes(catalog);
    let escaped: Vec<String> = prefixes.iter().map(|prefix| regex::escape(prefix)).collect();
    let regex =
        Regex::new(&format!(r"(?-u)\b(?:{})\.\d{{3,8}}", escaped.join("|"))).expect("prefixes are escaped");
    let dotted = prefixes.iter().map(|prefix| format!("{prefix}."));
    let automaton = AhoCorasick::builder().match_kind(aho_corasick::MatchKind::LeftmostLongest).build(dotted);
    let automaton = automaton.expect("prefixes are short");

    for percent in [1, 10, 50] {
        let log = Log { codes: &codes, percent, size: SIZE }.text();
        let mut group = criterion.benchmark_group(format!("find/{} prefixes/{percent} %", prefixes.len()));
        group.throughput(Throughput::Bytes(log.len() as u64)).sampling_mode(SamplingMode::Flat);
        let by_errcat = || catalog.find_in_bytes(&log).filter(|found| found.code().is_some()).count();
        let by_regex = || {
            let found = regex.find_iter(&log).filter_map(|found| std::str::from_utf8(found.as_bytes()).ok());
            found.filter(|text| catalog.find(text).is_some()).count()
        };
        let by_automaton = || {
            let found = automaton.find_iter(&log);
            found.filter(|found| code_at(catalog, &log, found.start(), found.end()).is_some()).count()
        };
        let count = by_errcat();
        assert_eq!((by_regex(), by_automaton()), (count, count), "all find the same codes");
        group.bench_function("errcat", |bencher| bencher.iter(by_errcat));
        group.bench_function("regex", |bencher| bencher.iter(by_regex));
        group.bench_function("aho-corasick", |bencher| bencher.iter(by_automaton));
        group.bench_function("regex, no lookup", |bencher| bencher.iter(|| regex.find_iter(&log).count()));
        group.bench_function("limit", |bencher| {
            bencher.iter(|| memchr::memchr_iter(b'\n', black_box(&log)).count());
        });
    }
}

fn all(criterion: &mut Criterion) {
    find(criterion, &errcat::CATALOG);
    find(criterion, &five_thousand::CATALOG);
}

criterion_group! {
    name = benches;
    config = settings::short_samples(100, 800).sample_size(25);
    targets = all
}
criterion_main!(benches);
