//! What the benchmarks share: catalogs, queries, messages and logs that are the same on every run.

#[cfg(feature = "generated")]
pub mod catalogs;
pub mod generate;
pub mod limit;
pub mod log;
pub mod messages;
pub mod queries;
pub mod random;
