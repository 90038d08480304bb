//! Options that several verbs share.

mod candidates;
mod catalog;
mod color;
mod filter;
mod format;
mod lang;
mod threads;

pub(crate) use candidates::{COMPLETION_VARIABLE, bare_codes, codes, languages};
pub(crate) use catalog::CatalogOptions;
pub(crate) use color::Color;
pub(crate) use filter::Filter;
pub(crate) use format::{Format, OutputFormat};
pub(crate) use lang::lang;
pub(crate) use threads::Threads;
