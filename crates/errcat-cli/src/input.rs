//! What the command reads: files and standard input, unpacked and as UTF-8, in parts or as a whole.

mod gzip;
mod name;
mod open;
mod responses;
mod utf16;
mod warning;
mod whole;
mod zstd;

pub(crate) use name::FileName;
pub(crate) use open::{Source, open};
pub(crate) use responses::{is_json, responses};
pub(crate) use whole::{read_whole, size};
