//! Messages: templates with placeholders, and what is put into them and taken out of them again.

#[cfg(feature = "alloc")]
mod args;
mod argument;
mod error;
#[cfg(feature = "alloc")]
mod extract;
mod format;
mod formatted;
#[cfg(feature = "alloc")]
pub(crate) mod index;
#[cfg(feature = "alloc")]
mod search;
mod template;

#[cfg(feature = "alloc")]
pub use args::{Arg, Args};
pub use argument::{ArgumentValue, ToArgument};
pub use error::ArgumentError;
pub use formatted::Formatted;
#[cfg(feature = "alloc")]
pub(crate) use formatted::write_list;
pub use template::{Piece, Template};
