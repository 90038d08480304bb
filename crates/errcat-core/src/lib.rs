//! What errcat's compiler (`errcat-build`) and its runtime (`errcat`) must agree on, in one place:
//! the closed sets of the catalog file ([`Class`], [`Retry`], [`Lifecycle`], [`Severity`], [`Lang`]), the [`layout`] of the
//! compiled tables, the [`shape`] of codes in texts, and the perfect hash ([`index`]) that finds a code.
//!
//! Users of the catalog want `errcat`; authors of a catalog want `errcat-build`.
#![no_std]

#[cfg(any(feature = "std", test))]
extern crate std;

pub mod anchor;
#[cfg(any(feature = "std", test))]
pub mod build;
mod closed;
pub mod index;
pub mod layout;
pub mod shape;
pub mod tail;

pub use closed::{Class, Lang, Lifecycle, Retry, Severity, UnknownName};
