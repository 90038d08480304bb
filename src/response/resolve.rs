//! Judges the evidence: which code is the error, which of its entries is meant, and with which arguments.

mod args;
mod around;
mod choose;
mod error;

pub(super) use choose::{Given, resolve, with_all_codes};
