//! Inputs twice as long take at most 2.3 times the memory and the allocations, whatever their shape, and a body takes at
//! most six times its memory. Instructions are counted by `.ci/doubling`, with the same shapes.
#![cfg(feature = "json")]
#![allow(missing_docs, clippy::cast_precision_loss)]

mod shapes;

use cap::Cap;
use errcat::{CATALOG, Entry, Response, find_in};
use peak_alloc::PeakAlloc;
use shapes::{SHAPES, Shape};

static PEAK: PeakAlloc = PeakAlloc;

#[global_allocator]
static ALLOCATOR: Cap<PeakAlloc> = Cap::new(PeakAlloc, usize::MAX);

/// How much more twice the input may take.
const FACTOR: f64 = 2.3;

/// Less than this, in bytes, is not compared: buffers of fixed size, and the first results.
const FLOOR: usize = 128 << 10;

/// An operation, and the length of the shorter input.
type Operation = (&'static str, usize, fn(&str) -> usize);

const OPERATIONS: [Operation; 4] = [
    ("decode", 48 << 10, |text| Response::new(text).decode_all().len()),
    ("find", 48 << 10, |text| find_in(text).count()),
    ("extract", 24 << 10, |text| {
        let templates = CATALOG.entries().filter(|entry| entry.params().len() > 0).map(Entry::message);
        templates.filter(|template| template.extract(text).is_some()).count()
    }),
    ("match", 24 << 10, |text| CATALOG.match_message(text).len()),
];

/// Peak and sum of the bytes that an operation allocates.
fn measured(operation: fn(&str) -> usize, text: &str) -> [usize; 2] {
    let (before, sum) = (PEAK.current_usage(), ALLOCATOR.total_allocated());
    PEAK.reset_peak_usage();
    std::hint::black_box(operation(text));
    [PEAK.peak_usage().saturating_sub(before), ALLOCATOR.total_allocated() - sum]
}

fn doubled(shape: &Shape, failures: &mut String) {
    for (name, len, operation) in OPERATIONS {
        let short = measured(operation, &shape.text(len));
        let long = measured(operation, &shape.text(2 * len));
        for (what, short, long) in [("peak", short[0], long[0]), ("sum", short[1], long[1])] {
            if long > FLOOR && long as f64 > FACTOR * short as f64 {
                *failures += &format!("{name}, {}: {what} of {short} bytes becomes {long}\n", shape.name);
            }
        }
    }
}

/// One test, since all threads share the allocator.
#[test]
fn twice_the_input_takes_twice_the_memory_and_any_body_six_times_its_own() {
    let mut failures = String::new();
    for shape in SHAPES {
        doubled(shape, &mut failures);
    }
    assert!(failures.is_empty(), "{failures}");

    for name in [
        "long request id, failed items",
        "empty objects, not JSON",
        "items with arguments",
        "four strings in strings",
    ] {
        let shape = SHAPES.iter().find(|shape| shape.name == name).expect("a shape of the table");
        let text = shape.text(4 << 20);
        let [peak, _] = measured(OPERATIONS[0].2, &text);
        let all = text.len() + peak;
        assert!(all <= 6 * text.len(), "{name}: {all} bytes for a body of {}", text.len());
    }
}
