//! The formats of `errcat export`, one per file.

pub(crate) mod csv;
mod files;
pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod openapi;
mod selection;
pub(crate) mod typescript;
pub(crate) mod yaml;

pub(crate) use files::Files;
pub(crate) use selection::Selection;
