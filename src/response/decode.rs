//! The pipeline: split the body, collect the evidence, resolve it.

use alloc::vec::Vec;

use super::decoded::Decoded;
use super::resolve::Given;
use super::{body, evidence, resolve};

/// Reads a body. Returns the errors in it, the main one first; at least one.
pub(super) fn decode(body: &str, given: &Given) -> Vec<Decoded> {
    let parts = body::split(body, body::LEVELS, evidence::VOCABULARY);
    let levels = evidence::collect(body::trees(&parts));
    resolve::resolve(body, &parts, &levels, given)
}
