//! What errcat's compiler (`errcat-build`) and its runtime (`errcat`) must agree on, in one place:
//! the closed sets of the catalog file ([`Class`], [`Retry`], [`Lifecycle`], [`Severity`]), languages ([`Lang`]), the compiled
//! [`tables`] and their [`layout`], the perfect hash ([`index`]) that finds a code, the [`shape`] of codes in texts, how a
//! [`placeholder`] is written, and how near a misspelled word is to a known one ([`suggest`]).
//!
//! Users of the catalog want `errcat`; authors of a catalog want `errcat-build`.
#![no_std]

#[cfg(any(feature = "std", test))]
extern crate std;

pub mod anchor;
#[cfg(any(feature = "std", test))]
pub mod build;
pub mod index;
mod lang;
pub mod layout;
pub mod marks;
pub mod placeholder;
pub mod shape;
pub mod suggest;
pub mod table;
pub mod tables;
pub mod tail;
mod vocabulary;

pub use lang::{InvalidLang, Lang};
pub use vocabulary::{Class, Lifecycle, Retry, Severity, UnknownName};
