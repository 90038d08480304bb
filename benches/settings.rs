//! How criterion measures: what the files of benchmarks have in common.

use std::time::Duration;

use criterion::Criterion;

/// Many short samples, so that their median is that of samples which nothing interrupted; so many milliseconds of
/// warming up and of measuring for each function.
pub(crate) fn short_samples(warm_up: u64, measured: u64) -> Criterion {
    Criterion::default()
        .sample_size(200)
        .nresamples(2000)
        .warm_up_time(Duration::from_millis(warm_up))
        .measurement_time(Duration::from_millis(measured))
}
