//! Catalogs of their own, as users make them: a package outside the workspace, built by cargo.
//!
//! They share one target directory, with each other and with the crates of `tests/crates`, and need no network.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod bundled_overlay;
mod deprecation;
mod enums;
mod package;
mod stumbles;
mod walkthrough;
