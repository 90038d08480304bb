//! Does one operation many times, for callgrind to count its instructions: see `.ci/instructions`.
//!
//! `count OPERATION` prints how many units it did. Each function here is collected from its call to its return.
//! `count OPERATION LENGTH`, for `.ci/doubling`, does it once for each shape of `tests/doubling/shapes.rs`, and prints their
//! names.

use std::hint::black_box;
use std::process::ExitCode;

#[path = "../../../tests/doubling/shapes.rs"]
mod shapes;

use errcat::{CATALOG, Code, Response, Template, code};
use errcat_bench::log::Log;
use errcat_bench::messages::{messages, templates};
use errcat_bench::queries::Queries;

#[inline(never)]
fn lookup(query: &str) -> Option<Code> {
    Code::find(query)
}

#[inline(never)]
fn format(message: Template, args: &[&str; 4], out: &mut String) {
    out.clear();
    // The number of arguments is right.
    let _ = message.format_into(args, out);
}

#[inline(never)]
fn extract(message: Template, text: &str) -> bool {
    message.extract(text).is_some()
}

#[inline(never)]
fn match_message(text: &str) -> usize {
    CATALOG.match_message(text).len()
}

#[inline(never)]
fn find(log: &[u8]) -> usize {
    CATALOG.find_in_bytes(log).filter(|found| found.code().is_some()).count()
}

/// Does an operation many times, and returns how often.
type Run = fn() -> usize;

/// What is counted: its name in the file of ceilings, and what does it.
const OPERATIONS: [(&str, Run); 6] = [
    ("lookup-hit", || look_up(&queries().hits)),
    ("lookup-miss", || look_up(&queries().misses)),
    ("format-into", format_into),
    ("extract", || of_messages(|template, text| usize::from(extract(template, text)))),
    ("match-message", || of_messages(|_, text| match_message(text))),
    ("find-per-kb", find_per_kb),
];

fn queries() -> Queries {
    Queries::new(&Code::all().map(Code::as_str).collect::<Vec<_>>())
}

fn look_up(queries: &[&str]) -> usize {
    let few = &queries[..4096];
    few.iter().for_each(|query| _ = black_box(lookup(query)));
    few.len()
}

fn format_into() -> usize {
    const TIMES: usize = 1000;
    let message = code!("CSBS.6019").entry().message();
    let args = ["0e2e1a2c-7f3d-4b6a-9a51-2f1d7c0b8e11", "ECS", "5d1c3f77-0a84-4f0e-8a0b-6b8e2f9d4c22", "BMS"];
    let mut out = String::with_capacity(512);
    for _ in 0..TIMES {
        format(black_box(message), black_box(&args), &mut out);
    }
    TIMES
}

fn of_messages(operation: impl Fn(Template, &str) -> usize) -> usize {
    let messages = messages(&templates(&CATALOG));
    messages.iter().for_each(|one| _ = black_box(operation(one.template, &one.text)));
    messages.len()
}

fn find_per_kb() -> usize {
    const KB: usize = 256;
    let codes: Vec<&str> = Code::all().map(Code::as_str).collect();
    let log = Log { codes: &codes, percent: 10, size: KB << 10 }.text();
    black_box(find(&log[..KB << 10]));
    KB
}

/// Reads a text of some shape in one of the ways that the library has.
#[inline(never)]
fn read(operation: &str, text: &str) -> usize {
    match operation {
        "decode" => Response::new(text).decode_all().len(),
        "find" => CATALOG.find_in(text).count(),
        "match" => CATALOG.match_message(text).len(),
        _ => CATALOG.entries().filter(|entry| entry.message().extract(text).is_some()).count(),
    }
}

fn main() -> ExitCode {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    if let Some(len) = std::env::args().nth(2).and_then(|len| len.parse().ok()) {
        for shape in shapes::SHAPES {
            println!("{}", shape.name);
            black_box(read(&wanted, &shape.text(len)));
        }
        return ExitCode::SUCCESS;
    }
    let Some((_, run)) = OPERATIONS.iter().find(|(name, _)| *name == wanted) else {
        let names: Vec<&str> = OPERATIONS.iter().map(|(name, _)| *name).collect();
        eprintln!("usage: count OPERATION, one of {}", names.join(", "));
        return ExitCode::from(2);
    };
    println!("{}", run());
    ExitCode::SUCCESS
}
