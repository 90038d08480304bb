//! Codes of other shapes than `PREFIX.digits` in a log, beside the regex crate with the same codes as alternatives.

mod settings;

use criterion::{Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use errcat::Catalog;
use errcat_bench::log::Log;
use errcat_build::model::{self, Prefix, Service};
use errcat_build::tables::Tables;
use regex::bytes::Regex;

const SIZE: usize = 16 << 20;

/// Codes of one shape.
struct Shape {
    name: &'static str,
    /// The prefix and its separator; none where codes are listed.
    prefix: Option<(&'static str, &'static str)>,
    codes: Vec<String>,
}

fn shapes() -> Vec<Shape> {
    let words = |count: usize, joint: &str| -> Vec<String> {
        let parts =
            ["card", "bank", "user", "quota", "token", "limit", "order", "basket", "server", "backup"];
        let part = |at: usize| parts[at % parts.len()];
        (0..count)
            .map(|at| format!("{}{joint}{}{joint}{}{}", part(at), part(at / 10), part(at / 100), at / 1000))
            .collect()
    };
    let capitals = |count: usize| -> Vec<String> {
        let parts =
            ["Card", "Bank", "User", "Quota", "Token", "Limit", "Order", "Basket", "Server", "Backup"];
        (0..count)
            .map(|at| format!("No{}{}{}Found", parts[at % 10], parts[at / 10 % 10], parts[at / 100 % 10]))
            .collect()
    };
    let numbered =
        |prefix: &str, count: usize| (0..count).map(|at| format!("{prefix}{:04}", 1000 + at)).collect();
    vec![
        Shape { name: "30 of PAY-1001", prefix: Some(("PAY", "-")), codes: numbered("PAY-", 30) },
        Shape { name: "500 of E0308", prefix: Some(("E", "")), codes: numbered("E", 500) },
        Shape { name: "100 of card_declined", prefix: None, codes: words(100, "_") },
        Shape { name: "5,000 of card_declined", prefix: None, codes: words(5_000, "_") },
        Shape { name: "1,000 of NoSuchBucket", prefix: None, codes: capitals(1_000) },
    ]
}

/// Compiles these codes as a program does that loads its catalog at run time.
fn catalog(shape: &Shape) -> &'static Catalog {
    let mut service = Service::new("bench".to_owned());
    let prefixes = shape.prefix.iter();
    service.prefixes =
        prefixes.map(|(text, separator)| Prefix::new((*text).to_owned(), (*separator).to_owned())).collect();
    let mut template = errcat_build::load("../catalog")
        .expect("the catalog is valid")
        .services
        .swap_remove(0)
        .entries
        .swap_remove(0);
    template.see.clear();
    for (at, code) in shape.codes.iter().enumerate() {
        let mut entry = template.clone();
        (entry.code, entry.name) = (code.clone(), format!("Failed{at}"));
        service.entries.push(entry);
    }
    let tables = Tables::new(&model::Catalog::new(vec![service])).expect("the codes fit");
    let tables: &'static Tables = Box::leak(Box::new(tables));
    Box::leak(Box::new(Catalog::from_parts(&tables.parts())))
}

fn find(criterion: &mut Criterion) {
    for shape in shapes() {
        let catalog = catalog(&shape);
        let codes: Vec<&str> = shape.codes.iter().map(String::as_str).collect();
        let escaped: Vec<String> = codes.iter().map(|code| regex::escape(code)).collect();
        let regex = Regex::new(&format!(r"(?-u)\b(?:{})\b", escaped.join("|"))).expect("codes are escaped");
        for percent in [1, 10, 50] {
            let log = Log { codes: &codes, percent, size: SIZE }.text();
            let mut group = criterion.benchmark_group(format!("find formats/{}/{percent} %", shape.name));
            group.throughput(Throughput::Bytes(log.len() as u64)).sampling_mode(SamplingMode::Flat);
            let by_errcat = || catalog.find_in_bytes(&log).filter(|found| found.code().is_some()).count();
            let by_regex = || regex.find_iter(&log).count();
            assert_eq!(by_errcat(), by_regex(), "both find the same codes");
            group.bench_function("errcat", |bencher| bencher.iter(by_errcat));
            group.bench_function("regex", |bencher| bencher.iter(by_regex));
        }
    }
}

criterion_group! {
    name = benches;
    config = settings::short_samples(100, 800).sample_size(10);
    targets = find
}
criterion_main!(benches);
