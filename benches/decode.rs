//! Real responses (`tests/data/bodies.jsonl`) to code, message and arguments, beside what parsing their JSON costs.

mod settings;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use errcat::Response;
use serde_json::Value;

/// The inputs, as bytes.
fn bodies() -> Vec<Vec<u8>> {
    let rows = include_str!("../tests/data/bodies.jsonl").lines();
    let rows = rows.map(|row| serde_json::from_str::<Value>(row).expect("each line of the file is JSON"));
    rows.map(|row| row["input"].as_str().expect("each row has an input").as_bytes().to_vec()).collect()
}

fn decode(criterion: &mut Criterion) {
    let all = bodies();
    let json: Vec<_> =
        all.iter().filter(|body| serde_json::from_slice::<Value>(body).is_ok()).cloned().collect();
    for (name, bodies) in [("all", &all), ("JSON", &json)] {
        let mut group = criterion.benchmark_group(format!("decode/{name}"));
        group.throughput(Throughput::Elements(bodies.len() as u64));
        group.bench_function("errcat", |bencher| {
            bencher.iter(|| {
                bodies.iter().filter(|body| black_box(Response::new(body).decode()).code().is_some()).count()
            });
        });
        if name == "JSON" {
            group.bench_function("serde_json", |bencher| {
                bencher.iter(|| {
                    bodies
                        .iter()
                        .filter(|body| black_box(serde_json::from_slice::<Value>(body)).is_ok())
                        .count()
                });
            });
        }
    }
}

criterion_group! {
    name = benches;
    config = settings::short_samples(200, 1000);
    targets = decode
}
criterion_main!(benches);
