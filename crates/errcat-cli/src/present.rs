//! What people see: labels, the layout of text in a terminal, and entries.

pub(crate) mod entry;
pub(crate) mod labels;
pub(crate) mod overlay_facts;
pub(crate) mod terminal;
