//! A message from its template and four arguments, beside `format!` with the template in the program.

mod settings;

use std::fmt::Write;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use errcat::code;

const ARGS: [&str; 4] =
    ["0e2e1a2c-7f3d-4b6a-9a51-2f1d7c0b8e11", "ECS", "5d1c3f77-0a84-4f0e-8a0b-6b8e2f9d4c22", "BMS"];

/// `format!` or `write!` with the message of `CSBS.6019` as a literal, which they take apart when the program is compiled.
macro_rules! with_literal {
    ($macro:ident($($out:ident,)? [$args:expr])) => {
        $macro!(
            $($out,)?
            "The source server ({}) type ({}) is not the same as the target server ({}) type ({}).",
            $args[0], $args[1], $args[2], $args[3]
        )
    };
}

fn new_string(criterion: &mut Criterion) {
    let message = code!("CSBS.6019").entry().message();
    let text = with_literal!(format([ARGS]));
    assert_eq!(message.format(&ARGS).map(|formatted| formatted.into_string()).ok().as_ref(), Some(&text));
    let mut group = criterion.benchmark_group("format/new String");
    group.bench_function("errcat", |bencher| {
        bencher.iter(|| black_box(message).format(black_box(&ARGS)).map(|formatted| formatted.into_string()));
    });
    group.bench_function("format!", |bencher| {
        bencher.iter(|| {
            let args = black_box(&ARGS);
            with_literal!(format([args]))
        });
    });
    group.bench_function("limit", |bencher| bencher.iter(|| black_box(&text).clone()));
}

fn reused_string(criterion: &mut Criterion) {
    let message = code!("CSBS.6019").entry().message();
    let text = with_literal!(format([ARGS]));
    let mut out = String::with_capacity(512);
    let mut group = criterion.benchmark_group("format/reused String");
    group.bench_function("errcat", |bencher| {
        bencher.iter(|| {
            out.clear();
            let result = black_box(message).format_into(black_box(&ARGS), &mut out);
            black_box(&out);
            result
        });
    });
    group.bench_function("errcat Display", |bencher| {
        bencher.iter(|| {
            out.clear();
            let formatted = black_box(message).format(black_box(&ARGS));
            let result = formatted.map(|formatted| write!(out, "{formatted}"));
            black_box(&out);
            result
        });
    });
    group.bench_function("write!", |bencher| {
        bencher.iter(|| {
            let args = black_box(&ARGS);
            out.clear();
            let result = with_literal!(write(out, [args]));
            black_box(&out);
            result
        });
    });
    group.bench_function("limit", |bencher| {
        bencher.iter(|| {
            out.clear();
            out.push_str(black_box(&text));
            black_box(&out);
        });
    });
}

criterion_group! {
    name = benches;
    config = settings::short_samples(200, 1000);
    targets = new_string, reused_string
}
criterion_main!(benches);
