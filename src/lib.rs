#![cfg_attr(all(feature = "csbs", feature = "json"), doc = include_str!("../README.md"))]
//!
//! # Where things are
//!
//! A [`Code`] is what stands on the wire; an [`Entry`] is one documented meaning of it, with its message
//! ([`Template`]), cause and remedy ([`Text`]); a [`Service`] is one catalog file; [`CATALOG`] holds all that are
//! compiled in. Each service has a module of its own with an enum of its codes and a typed error.
#![no_std]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[doc(hidden)]
pub mod __private;
#[cfg(feature = "alloc")]
mod any_code;
mod catalog;
#[cfg(feature = "alloc")]
mod chain;
mod error;
mod find;
mod macros;
#[cfg(feature = "json")]
mod response;
#[cfg(feature = "serde")]
mod serde;
mod template;
#[cfg(feature = "alloc")]
mod typed;

mod bundled {
    include!(concat!(env!("OUT_DIR"), "/errcat/catalog.rs"));
}

#[cfg(feature = "alloc")]
pub use any_code::AnyCode;
pub use bundled::*;
#[cfg(feature = "alloc")]
pub use catalog::Match;
pub use catalog::{Catalog, Code, Codes, Entries, Entry, Former, Service, Services, Text};
#[cfg(feature = "alloc")]
pub use chain::{InError, find_in_error};
pub use errcat_core::{Class, Lang, Lifecycle, Retry, UnknownName};
pub use error::{ArgumentError, UnknownCode, WrongService};
pub use find::{FindIn, Found, find_in};
#[cfg(feature = "json")]
pub use response::{Decoded, NotThisError, Reason, Response, Subject};
#[cfg(feature = "alloc")]
pub use template::{Arg, Args};
pub use template::{Argument, Formatted, Piece, Template, Value};
