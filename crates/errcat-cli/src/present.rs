//! What people see: what there is to say of an entry, its labels, and its layout in a terminal and in Markdown.

pub(crate) mod data;
pub(crate) mod entry;
pub(crate) mod labels;
pub(crate) mod localized;
pub(crate) mod markdown;
mod plain;
pub(crate) mod terminal;
pub(crate) mod view;
mod word;

pub(crate) use plain::with_names;
