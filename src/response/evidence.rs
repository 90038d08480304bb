//! Turns parsed bodies into evidence: which codes, messages, request ids and statuses there are, and where.

mod codes;
mod collect;
mod confidence;
mod frame;
mod params;
mod parts;
mod pick;
mod prose;
mod roles;
mod status;
mod summary;
mod values;

pub(super) use collect::Collector;
pub(super) use confidence::Confidence;
pub(super) use params::Param;
pub(super) use parts::{Evidence, Part, Tree};
pub use prose::TELLING;
pub(super) use prose::{Prose, read as read_prose};
pub use roles::ERROR_CODES;
pub(super) use roles::VOCABULARY;
pub(super) use status::find as find_status;
pub(super) use summary::{Best, Item, Summary};
