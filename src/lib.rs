//! Cloud error codes, compiled at build time: what a code means, why it happened, what to do, and whether to try again.
//!
//! A [`Code`] is the string on the wire, as an integer; an [`Entry`] is one documented meaning of it, with its message
//! ([`Template`]), description and remediation ([`Text`], in English and Chinese); a [`Service`] is one catalog file; [`CATALOG`]
//! holds all that are compiled in. Each service has a module of its own with an enum of its codes and a typed error.
//!
//! # Look a code up
//!
#![cfg_attr(feature = "csbs", doc = "```")]
#![cfg_attr(not(feature = "csbs"), doc = "```ignore")]
//! use errcat::{Code, Lang, Retry, code};
//!
//! let code: Code = "CSBS.6019".parse()?; // `Code::find` for an `Option`
//! assert_eq!(code, code!("CSBS.6019")); // a typo here fails the build
//! let entry = code.entry();
//! assert_eq!(entry.retry(), Retry::AfterFix);
//! println!("{}", entry.remediation(Lang::EN));
//! # Ok::<(), errcat::UnknownCode>(())
//! ```
//!
//! # Read a response, and match on the error
//!
//! [`Response::decode`] takes any bytes: JSON of every shape, log lines, bodies that were cut off.
//!
#![cfg_attr(all(feature = "csbs", feature = "json"), doc = "```")]
#![cfg_attr(not(all(feature = "csbs", feature = "json")), doc = "```ignore")]
//! use errcat::{Response, csbs};
//!
//! let body = r#"{"error_code": "CSBS.3001", "error_msg": "Checkpoint_item (b-7) is not found."}"#;
//! let decoded = Response::new(body).status(404).decode();
//! match csbs::Error::try_from(&decoded) {
//!     Ok(csbs::Error::BackupNotFound { checkpoint_item }) => assert_eq!(checkpoint_item, "b-7"),
//!     Ok(other) => println!("{other}: {}", other.entry().remediation(errcat::Lang::EN)),
//!     Err(error) => println!("{error}"), // another service, an unknown code, a message that does not fit
//! }
//! ```
//!
//! # A catalog of your own
//!
//! `errcat_build::compile("catalog")` in a build script compiles a folder of YAML files, and [`include_catalog!`]
//! brings the result in, with all that the bundled services have: `docs/own-catalogs.md` goes the whole way.
//! It has a `Code` and a `code!` of its own. [`Response::catalog`], [`Catalog::find_in`] and [`Catalog::find_in_error`] read
//! with it; the functions of this crate know the bundled catalog. A [`CodeRef`] is a code of any catalog.
//!
//! # Features
//!
//! `std` (default) and `alloc`: without them, codes, entries and formatting into any [`fmt::Write`](core::fmt::Write)
//! remain. `json` (default): responses. `serde`: the public types. One feature a service, and `catalogs` (default) for
//! all of them.
#![no_std]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[cfg(feature = "json")]
#[doc(hidden)]
pub mod __command;
#[doc(hidden)]
pub mod __private;
#[cfg(feature = "alloc")]
mod any_code;
mod bytes;
mod catalog;
#[cfg(feature = "alloc")]
mod error_chain;
mod find;
mod generated;
mod macros;
mod message;
#[cfg(feature = "json")]
mod response;
#[cfg(feature = "serde")]
mod serde;
mod tables;
#[cfg(feature = "alloc")]
mod typed;

mod bundled {
    crate::include_catalog!(crate);
}

#[cfg(feature = "alloc")]
pub use any_code::AnyCode;
/// A code of the bundled catalog: an integer, `Copy`, and a pattern where [`code!`] writes it.
///
/// ```
/// use errcat::{Code, code};
///
/// let code: Code = "CSBS.6019".parse()?;
/// match code {
///     code!("CSBS.6019") | code!("CSBS.6020") => {}
///     other => panic!("{other}"),
/// }
/// const MISMATCH: Code = code!("CSBS.6019");
/// assert!(matches!(code, MISMATCH));
/// assert!(code == "CSBS.6019" && size_of::<Option<Code>>() == 4);
/// # Ok::<(), errcat::UnknownCode>(())
/// ```
#[doc(inline)]
pub use bundled::Code;
/// Returns the [`Code`] with this text, checked by the compiler: an expression, a constant, or a pattern.
///
/// ```
/// use errcat::{Code, code};
///
/// assert_eq!(Some(code!("CSBS.6019")), Code::find("CSBS.6019"));
/// match Code::find("SMS.0202") {
///     Some(code!("CSBS.6019")) => panic!(),
///     Some(code!("SMS.0202") | code!("SMS.0203")) => {}
///     _ => panic!(),
/// }
/// ```
///
/// A code that the catalog does not hold fails the build at this line:
///
/// ```compile_fail
/// errcat::code!("CSBS.6O19"); // error: unknown error code `CSBS.6O19`
/// ```
///
/// Every catalog that [`include_catalog!`] includes has a `code!` of its own.
#[doc(inline)]
pub use bundled::code;
pub use bundled::*;
#[cfg(feature = "alloc")]
pub use catalog::Match;
pub use catalog::{
    Addition, Catalog, CodeRef, Codes, Deprecation, Entries, Entry, FormerMeaning, Service, Services,
    Spelling, Text, UnknownCode, UnknownKind, WrongService,
};
pub use errcat_core::{Class, InvalidLang, Lang, Lifecycle, Retry, Severity, UnknownName};
#[cfg(feature = "alloc")]
pub use error_chain::{ChainMatch, find_in_error};
pub use find::{CodeMatch, CodesIn, find_in};
#[cfg(feature = "alloc")]
pub use message::{Arg, Args};
pub use message::{ArgumentError, ArgumentValue, Formatted, Piece, Template, ToArgument};
#[cfg(feature = "json")]
pub use response::{Decoded, MismatchReason, Response, Subject, TypedErrorMismatch};

#[cfg(all(doctest, feature = "catalogs", feature = "json"))]
mod guide;
