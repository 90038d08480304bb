//! Turns parsed bodies into evidence: which codes, messages, request ids and statuses there are, and where.

mod collect;
mod prose;
mod roles;
mod status;

pub(super) use collect::{CodeAt, Level, collect};
pub use prose::TELLING;
pub(super) use prose::{Prose, read as read_prose};
pub use roles::ERROR_CODES;
pub(super) use roles::VOCABULARY;
pub(super) use status::find as find_status;
