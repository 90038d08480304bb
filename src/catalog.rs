//! The compiled catalog: services, codes and entries, by their getters and lookups.

mod addition;
mod clipped;
mod code;
mod deprecation;
mod entry;
mod former;
mod handles;
mod lookup;
#[cfg(feature = "alloc")]
mod matching;
mod service;
mod suggest;
mod text;
mod unknown;
mod unknown_kind;
mod wrong_service;

pub use addition::Addition;
pub use code::Spelling;
pub use deprecation::Deprecation;
pub use former::FormerMeaning;
pub(crate) use handles::TypedEntry;
pub use handles::{Catalog, CodeRef, Codes, Entries, Entry, Service, Services};
#[cfg(feature = "alloc")]
pub use matching::Match;
pub use text::Text;
pub use unknown::UnknownCode;
pub use unknown_kind::UnknownKind;
pub use wrong_service::WrongService;
