//! The pipeline: split the body, collect the evidence, resolve it.

use alloc::vec::Vec;

use super::decoded::Decoded;
use super::evidence::{Collector, VOCABULARY};
use super::resolve::Given;
use super::{body, limits, resolve};

/// Reads a body. Returns the errors in it, the main one first; at least one.
pub(super) fn decode(body: &str, given: &Given) -> Vec<Decoded> {
    let mut collector = Collector::new(given.catalog, body.len());
    body::split(body, limits::STRINGS, VOCABULARY, &mut collector);
    resolve::resolve(body, &collector.evidence(), given)
}
