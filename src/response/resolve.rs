//! Judges the evidence: which code is the error, which of its entries is meant, and with which arguments.

mod args;
mod choose;
mod rank;

pub(super) use choose::{Given, resolve};
